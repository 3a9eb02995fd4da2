package huizhan.opening;

import huizhan.audit.Audit;
import huizhan.call.Call;
import huizhan.call.Calls;
import huizhan.documents.Papers;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import huizhan.web.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of the open call. {@code huizhan.call} is the id of a call that comes with the program, or a folder. */
@Configuration(proxyBeanMethods = false)
class OpeningConfiguration {

    @Bean Call call(@Value("${huizhan.call:" + Calls.FIRST + "}") String named) {
        var folder = Path.of(named);
        return Files.isDirectory(folder) && named.contains("/") ? Calls.in(folder.toAbsolutePath()) : Calls.bundled(named);
    }

    @Bean Arrival arrival(Clocks clocks) {
        return new Arrival(clocks.business());
    }

    /** Before all other filters but the shell's, which only sets headers. */
    @Bean FilterRegistrationBean<Arrival> arrivalFilter(Arrival arrival) {
        var registration = new FilterRegistrationBean<>(arrival);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean OpenCall openCall(Call call, JdbcClient db, Arrival arrival, Audit audit) {
        return new OpenCall(call, new PermitSql(db), arrival, audit);
    }

    @Bean Forwardings forwardings(JdbcClient db, OpenCall open, Audit audit) {
        return new Forwardings(new ForwardingSql(db), open, audit);
    }

    /** Made at first need: its fonts take a moment to read. */
    @Bean @Lazy Papers papers() {
        return Papers.bundled();
    }

    @Bean CallPageMaker callPageMaker(OpenCall open, Forwardings forwardings, Texts texts, ObjectProvider<Menu> menus) {
        return new CallPageMaker(open, forwardings, texts, menus::orderedStream);
    }

    /** After everybody's own work. */
    @Bean @Order(900) Menu callMenu() {
        return me -> me.isAny(Role.UNIT, Role.DRAFTER, Role.APPROVER, Role.ORGANIZER) ? List.of(new MenuEntry("/call", "opening.menu", "flag", 0))
            : List.of();
    }
}
