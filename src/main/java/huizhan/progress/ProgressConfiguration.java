package huizhan.progress;

import huizhan.kernel.Role;
import huizhan.mail.Outbox;
import huizhan.nomination.Tab;
import huizhan.nomination.Tabs;
import huizhan.opening.Duty;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Where the organizer finds these pages. */
@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {

    @Bean @Order(5) Tab.Source progressTab() {
        return () -> new Tab("/progress", "progress.tab");
    }

    @Bean @Order(6) Tab.Source figuresTab() {
        return () -> new Tab("/progress/figures", "progress.figures");
    }

    @Bean @Order(7) Tab.Source callsTab() {
        return () -> new Tab("/progress/calls", "progress.calls");
    }

    /** Its figure counts letters that want a person. */
    @Bean @Order(40) Duty outboxDuty(Outbox outbox) {
        return new Duty("outbox", () -> (int) outbox.troubles());
    }

    /** The organizer's first place, with all that is beside it. */
    @Bean @Order(20) Menu progressMenu(Tabs tabs) {
        return me -> me.is(Role.ORGANIZER) ? List.of(new MenuEntry("/progress", "progress.menu", "gauge", 0, tabs.places())) : List.of();
    }
}
