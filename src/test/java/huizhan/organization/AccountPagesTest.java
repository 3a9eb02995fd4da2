package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accounts and what they are granted. */
class AccountPagesTest {
    private static TestServer server;
    private static TestPeople people;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void a_new_account_can_do_nothing_until_it_is_granted_and_loses_a_revoked_role_at_once() {
        var person = people.granted("新人");
        var browser = server.browserOf(person);
        assertThat(browser.get("/account").text()).contains("还没有任何权限");
        assertThat(browser.get("/departments").status()).isEqualTo(404);
        var secadmin = server.browserOf(people.administrator(Role.SECADMIN));
        secadmin.get("/grants");
        secadmin.post("/grants/" + person.actor().account(), Map.of("roles", "ORGANIZER"));
        assertThat(browser.get("/departments").status()).isEqualTo(200);
        secadmin.post("/grants/" + person.actor().account(), Map.of());
        assertThat(browser.get("/departments").status()).isEqualTo(404);
    }

    @Test void roles_that_must_not_meet_in_one_person_are_refused() {
        var grants = server.get(Grants.class);
        var secadmin = people.administrator(Role.SECADMIN).actor();
        var person = people.granted("两用").actor().account();
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.AUDITADMIN, Role.SYSADMIN))).contains("organization.roles.audit-apart");
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.AUDITADMIN, Role.SECADMIN))).contains("organization.roles.audit-apart");
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.SECADMIN, Role.ORGANIZER))).contains("organization.roles.no-business");
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.DRAFTER))).contains("organization.roles.needs-department");
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.UNIT))).contains("organization.roles.needs-unit");
        assertThat(grants.set(secadmin, secadmin.account(), java.util.Set.of(Role.ORGANIZER))).contains("organization.roles.not-oneself");
        assertThat(grants.set(secadmin, people.administrator(Role.AUDITADMIN).actor().account(), java.util.Set.of())).contains("organization.roles.last");
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.SYSADMIN, Role.SECADMIN))).isEmpty();
        assertThat(grants.set(secadmin, person, java.util.Set.of())).isEmpty();
        assertThat(server.trail("account.grant-refused", "account:" + person)).isEqualTo(5);
    }

    @Test void the_system_administrator_makes_no_link_for_a_department_s_person_and_switches_off_all_but_the_last() {
        var browser = server.browserOf(people.administrator(Role.SYSADMIN));
        browser.get("/accounts");
        var approver = people.of(people.department("36"), Role.APPROVER);
        browser.post("/accounts/" + approver.actor().account() + "/link", Map.of());
        assertThat(server.trail("account.link-refused", "account:" + approver.actor().account())).isEqualTo(1);
        var session = server.browserOf(approver);
        browser.post("/accounts/" + approver.actor().account() + "/switch", Map.of("on", "false"));
        assertThat(session.get("/people").status()).isEqualTo(303);
        browser.post("/accounts/" + people.administrator(Role.AUDITADMIN).actor().account() + "/switch", Map.of("on", "false"));
        assertThat(server.get(Accounts.class).find(people.administrator(Role.AUDITADMIN).actor().account()).orElseThrow().disabledAt()).isEmpty();
    }

    @Test void fields_that_a_form_does_not_have_are_not_taken() {
        var browser = server.browserOf(people.administrator(Role.SYSADMIN));
        browser.get("/accounts");
        browser.post("/accounts", Map.of("name", "贪心", "roles", "SECADMIN", "unit", UUID.randomUUID().toString(), "id", UUID.randomUUID().toString()));
        var page = browser.get("/accounts?q=%E8%B4%AA%E5%BF%83");
        assertThat(page.text()).contains("贪心", "未授权");
    }
}
