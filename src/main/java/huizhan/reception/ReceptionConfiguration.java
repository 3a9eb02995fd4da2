package huizhan.reception;

import huizhan.kernel.Role;
import huizhan.nomination.Tab;
import huizhan.nomination.ToDo;
import huizhan.opening.OpenCall;
import huizhan.stamped.OriginalsArrived;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Where people find these pages. */
@Configuration(proxyBeanMethods = false)
class ReceptionConfiguration {

    @Bean @Order(40) Tab.Source receptionTab() {
        return () -> new Tab(MatrixPages.HOME, "reception.menu");
    }

    /** The organizer has it among the pages about what came in. */
    @Bean @Order(21) Menu receptionMenu() {
        return me -> me.isAny(Role.CLERK, Role.CONFIDENTIALITY) && !me.is(Role.ORGANIZER) ? List.of(new MenuEntry(MatrixPages.HOME, "reception.menu", "inbox", 0)) : List.of();
    }

    /** Beside the department's sign-off, once anything has come. */
    @Bean @Order(60) ToDo.Source receptionToDo(Checklists checklists, OpenCall open) {
        return department -> {
            var figures = checklists.of(department).within(checklists.own()).figures(open.call().deadline());
            return figures.nothing() ? Optional.empty() : Optional.of(new ToDo(OwnReceptionPages.HOME, "reception.own.look", figures.discrepancies() > 0 ? "warn" : "info",
                "reception.own.told", List.of(figures.parcels(), figures.discrepancies())));
        };
    }

    /** What a department reads beside its stamped papers. */
    @Bean OriginalsArrived originalsArrived(Checklists checklists) {
        return department -> checklists.of(department).within(checklists.own()).originals();
    }
}
