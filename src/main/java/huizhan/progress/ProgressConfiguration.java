package huizhan.progress;

import huizhan.kernel.Role;
import huizhan.mail.Outbox;
import huizhan.nomination.Tab;
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
        return () -> new Tab("/progress", "progress.tab", 0);
    }

    @Bean @Order(6) Tab.Source figuresTab() {
        return () -> new Tab("/progress/figures", "progress.figures", 0);
    }

    @Bean @Order(7) Tab.Source callsTab() {
        return () -> new Tab("/progress/calls", "progress.calls", 0);
    }

    /** Its figure counts letters that want a person. */
    @Bean @Order(40) Duty outboxDuty(Outbox outbox) {
        return new Duty("outbox", () -> (int) outbox.troubles());
    }

    /** The organizer's first place. */
    @Bean @Order(20) Menu progressMenu() {
        return me -> me.is(Role.ORGANIZER) ? List.of(new MenuEntry("/progress", "progress.menu", "gauge", 0)) : List.of();
    }
}
