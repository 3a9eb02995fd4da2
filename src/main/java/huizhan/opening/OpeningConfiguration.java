package huizhan.opening;

import huizhan.audit.Audit;
import huizhan.call.Call;
import huizhan.call.Calls;
import huizhan.documents.Papers;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.mail.Outbox;
import huizhan.organization.Accounts;
import huizhan.organization.Departments;
import huizhan.organization.MiddleBodies;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import huizhan.web.Texts;
import java.util.List;
import java.util.stream.Stream;
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
        return Calls.named(named);
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

    @Bean DecisionLetters decisionLetters(Accounts accounts, Outbox outbox) {
        return new DecisionLetters(accounts, outbox);
    }

    /** Before what is announced to everybody: this is about the reader's own department. */
    @Bean @Order(10) Decisions decisions(JdbcClient db, Accounts accounts, OpenCall open, Outbox outbox, Audit audit) {
        return new Decisions(new DecisionSql(db), accounts, open, outbox, audit);
    }

    @Bean Permits permits(JdbcClient db, OpenCall open, Departments departments, Audit audit, DecisionLetters letters) {
        return new Permits(new PermitSql(db), open, departments, audit, letters);
    }

    @Bean Extensions extensions(JdbcClient db, Permits permits, OpenCall open, Audit audit, DecisionLetters letters) {
        return new Extensions(new ExtensionSql(db), permits, open, audit, letters);
    }

    @Bean @Order(10) Duty permitDuty(Extensions extensions) {
        return new Duty("permits", extensions::waiting);
    }

    /** The organizer's own card lies with the organization; here it has its place among the duties. */
    @Bean @Order(70) Duty keyDuty() {
        return new Duty("keys", () -> 0);
    }

    /** One entry for all duties, with what waits in any of them. */
    @Bean @Order(60) Menu dutyMenu(ObjectProvider<Duty> duties) {
        return me -> me.is(Role.ORGANIZER) ? List.of(entry(duties.orderedStream().toList())) : List.of();
    }

    private static MenuEntry entry(List<Duty> duties) {
        var places = Stream.concat(Stream.of("/opening"), duties.stream().map(Duty::href)).toList();
        return new MenuEntry("/opening", "opening.duties", "calendar", duties.stream().mapToInt(Duty::waiting).sum(), places);
    }

    @Bean Forwardings forwardings(JdbcClient db, OpenCall open, MiddleBodies bodies, Audit audit) {
        return new Forwardings(new ForwardingSql(db), open, bodies, audit);
    }

    /** Made at first need: its fonts take a moment to read. */
    @Bean @Lazy Papers papers() {
        return Papers.bundled();
    }

    @Bean CallPageMaker callPageMaker(OpenCall open, Forwardings forwardings, Texts texts, ObjectProvider<Menu> menus, CallNews news) {
        return new CallPageMaker(open, forwardings, texts, menus::orderedStream, news);
    }

    /** After everybody's own work, before what is about people. */
    @Bean @Order(750) Menu callMenu(CallNews news) {
        return me -> {
            boolean asks = me.isAny(Role.UNIT, Role.DRAFTER, Role.APPROVER);
            if (!asks && !me.isAny(Role.MIDDLE, Role.ORGANIZER)) return List.of();
            return List.of(new MenuEntry("/call", "opening.menu", "flag", asks ? news.unread(me) : 0,
                asks ? List.of("/call", "/questions", "/extension") : List.of("/call")));
        };
    }
}
