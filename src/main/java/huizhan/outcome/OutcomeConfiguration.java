package huizhan.outcome;

import huizhan.kernel.Role;
import huizhan.nomination.Tab;
import huizhan.nomination.ToDo;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Where people find these pages. */
@Configuration(proxyBeanMethods = false)
class OutcomeConfiguration {
    private static final String ZONE = "huizhan.zone";
    private static final String MENU = "outcome.menu";

    @Bean @Order(45) @ConditionalOnProperty(name = ZONE, havingValue = "restricted") Tab.Source outcomeTab(Outcomes outcomes) {
        return () -> new Tab(OutcomePages.HOME, MENU, () -> outcomes.due().size());
    }

    /** The confidentiality officer looks sheets through. */
    @Bean @Order(23) @ConditionalOnProperty(name = ZONE, havingValue = "restricted") Menu outcomeMenu() {
        return me -> me.is(Role.CONFIDENTIALITY) && !me.is(Role.ORGANIZER) ? List.of(new MenuEntry(OutcomePages.HOME, MENU, "list", 0)) : List.of();
    }

    @Bean @Order(45) @ConditionalOnProperty(name = ZONE, havingValue = "open", matchIfMissing = true) Tab.Source codesTab() {
        return () -> new Tab(CodePages.HOME, MENU);
    }

    @Bean @Order(23) @ConditionalOnProperty(name = ZONE, havingValue = "open", matchIfMissing = true) Menu codesMenu() {
        return me -> me.is(Role.CLERK) && !me.is(Role.ORGANIZER) ? List.of(new MenuEntry(CodePages.HOME, MENU, "scan", 0)) : List.of();
    }

    /** Beside the department's sign-off, once anything has come back. */
    @Bean @Order(65) @ConditionalOnProperty(name = ZONE, havingValue = "open", matchIfMissing = true) ToDo.Source outcomeToDo(Homecoming homecoming) {
        return department -> {
            int told = homecoming.of(department).size();
            return told == 0 ? Optional.empty() : Optional.of(new ToDo(OwnOutcomePages.HOME, "outcome.own.look", "good", "outcome.own.told", List.of(told)));
        };
    }
}
