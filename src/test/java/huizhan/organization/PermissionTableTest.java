package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.access.Permissions;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who reaches which page: every endpoint has its row, every role its pages, and the rest is not there. */
class PermissionTableTest {
    private static TestServer server;
    private static TestPeople people;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void every_endpoint_has_a_row_in_the_permission_table_and_every_row_an_endpoint() {
        var endpoints = new TreeSet<String>();
        server.running().context().getBeansOfType(RequestMappingHandlerMapping.class).values().forEach(mapping ->
            mapping.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().forEach(pattern -> {
                var methods = info.getMethodsCondition().getMethods();
                if (!pattern.equals("/error")) methods.forEach(method -> endpoints.add(method + " " + withoutForms(pattern)));
                assertThat(methods).as(pattern + " names its methods").satisfiesAnyOf(set -> assertThat(set).isNotEmpty(),
                    set -> assertThat(pattern).isEqualTo("/error"));
            })));
        var rows = new TreeSet<String>();
        server.get(Permissions.class).rows().stream().filter(row -> !row.pattern().getPatternString().matches("/s/\\*\\*|/files.*"))
            .forEach(row -> rows.add(row.method() + " " + withoutForms(row.pattern().getPatternString())));
        var closed = new TreeSet<>(endpoints);
        // the upload server lists all its methods on all its paths; those without a row are closed
        closed.removeIf(endpoint -> rows.contains(endpoint) || endpoint.contains(" /files"));
        rows.removeAll(endpoints);
        assertThat(closed).as("endpoints without a row").isEmpty();
        assertThat(rows).as("rows without an endpoint").isEmpty();
    }

    /** A variable's form ({id:[0-9]+}) is the handler's own affair. */
    private static String withoutForms(String pattern) {
        return pattern.replaceAll("\\{(\\w+):[^{}]*}", "{$1}");
    }

    /** Each page of this module, each role: a page with a row for the role answers, every other is not there. */
    @Test void each_role_reaches_its_own_pages_and_for_the_others_they_are_not_there() {
        var department = people.department("B18");
        var drafter = people.of(department, Role.DRAFTER);
        var everyone = List.of(people.administrator(Role.SYSADMIN), people.administrator(Role.SECADMIN), people.administrator(Role.AUDITADMIN),
            people.organizer(), drafter, people.of(department, Role.APPROVER), people.of(drafter, people.unit(drafter, "权限单位")), people.of(drafter, people.body(drafter, "权限归口局")));
        var pages = List.of("/account", "/people", "/departments", "/departments/" + department.id(), "/accounts", "/grants", "/audit", "/audit.csv");
        var permissions = server.get(Permissions.class);
        for (var person : everyone) {
            var browser = server.browserOf(person);
            for (var page : pages) {
                var admitted = permissions.find("GET", page).orElseThrow().admits(java.util.Optional.of(person.actor()));
                assertThat(browser.get(page).status()).as(person.actor().roles() + " " + page).isEqualTo(admitted ? 200 : 404);
            }
        }
    }

    @Test void not_permitted_looks_exactly_like_not_there_and_stands_in_the_trail() {
        var unit = aUnitsPerson("B01");
        var browser = server.browserOf(unit);
        var forbidden = browser.get("/grants");
        var missing = browser.get("/nothing-here");
        assertThat(forbidden.status()).isEqualTo(missing.status()).isEqualTo(404);
        var language = "\\?lang=en";
        var token = "content=\"[^\"]*\" data-header|name=\"_csrf\" value=\"[^\"]*\"|data-now=\"\\d+\"|datetime=\"[^\"]*\"|\\d\\d:\\d\\d:\\d\\d";
        assertThat(forbidden.body().replaceAll(language + "|" + token, "")).isEqualTo(missing.body().replaceAll(language + "|" + token, ""));
        assertThat(server.get(JdbcClient.class).sql("select count(*) from audit_entry where what = 'access.refused' and subject = 'path:/grants' and actor = :actor")
            .param("actor", unit.actor().account().toString()).query(Long.class).single()).isEqualTo(1);
    }

    private static Person aUnitsPerson(String code) {
        var drafter = people.of(people.department(code), Role.DRAFTER);
        return people.of(drafter, people.unit(drafter, "单位 " + code));
    }
}
