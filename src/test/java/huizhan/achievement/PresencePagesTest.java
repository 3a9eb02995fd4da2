package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.Accounts;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import huizhan.organization.Unit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people on one form (B4). */
class PresencePagesTest {
    private static TestServer server;
    private static TestPeople people;
    private static Person drafter;
    private Unit own;
    private Person anna;
    private Person bo;
    private TestBrowser first;
    private TestBrowser second;
    private UUID id;
    private String place;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
        drafter = people.of(people.department("33"), Role.DRAFTER);
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void two_people_on_one_achievement() {
        own = people.unit(drafter, "示例研究院");
        anna = people.of(drafter, own);
        bo = people.of(drafter, own);
        id = Samples.whole(server, anna);
        place = "/achievements/" + id;
        first = at(server.browserOf(anna));
        second = at(server.browserOf(bo));
    }

    private TestBrowser at(TestBrowser browser) {
        browser.get(place);
        return browser;
    }

    private String ask(TestBrowser browser, String field, String since) {
        var answer = browser.post(place + "/presence", Map.of("field", field, "since", since));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static String now(String answer) {
        return answer.replaceAll(".*\"now\":(\\d+).*", "$1");
    }

    private static String name(Person of) {
        return server.get(Accounts.class).nameOf(of.actor().account()).orElseThrow();
    }

    @Test void each_sees_the_other_and_where_the_other_is_until_the_page_is_closed() {
        assertThat(ask(first, "", "0")).contains("\"others\":[]");
        assertThat(ask(second, "board.text", "0")).contains(name(anna));
        assertThat(ask(first, "name", "0")).contains(name(bo), "\"field\":\"board.text\"", "展板文字");
        assertThat(second.post(place + "/presence/end", Map.of()).status()).isEqualTo(204);
        assertThat(ask(first, "name", "0")).contains("\"others\":[]");
    }

    @Test void who_was_not_heard_of_for_a_while_is_no_longer_here() {
        ask(second, "", "0");
        new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(status -> server.get(JdbcClient.class)
            .sql("update presence set seen_at = seen_at - 41000 where achievement_id = :id").param("id", id.toString()).update());
        assertThat(ask(first, "", "0")).contains("\"others\":[]");
    }

    @Test void what_the_other_has_saved_comes_with_its_version_and_its_author() {
        var since = now(ask(first, "", "0"));
        var version = server.get(JdbcClient.class).sql("select version from field where achievement_id = :id and field_id = 'board.text'").param("id", id.toString())
            .query(Long.class).single();
        second.post(place + "/fields", Map.of("field", "board.text", "value", "两人同写的展板文字。", "version", String.valueOf(version)));
        assertThat(ask(first, "", since)).contains("两人同写的展板文字。", "\"version\":" + (version + 1), name(bo));
        assertThat(ask(first, "", "0")).contains("\"fields\":[]");
    }

    private static String places(String answer) {
        return answer.replaceAll(".*\"places\":\"(\\w+)\".*", "$1");
    }

    @Test void a_file_and_a_step_of_the_other_are_noticed() {
        var before = ask(first, "", "0");
        assertThat(before).contains("\"step\":0");
        second.post(place + "/handover", Map.of());
        assertThat(ask(first, "", now(before))).contains("\"step\":1", "\"places\":\"" + places(before) + "\"");
        second.post(place + "/handover/withdrawal", Map.of());
        second.post(place + "/objects", Map.of());
        var after = ask(first, "", now(before));
        assertThat(after).contains("\"step\":2");
        assertThat(places(after)).isNotEqualTo(places(before));
    }

    @Test void a_department_and_a_unit_do_not_see_each_other_and_a_stranger_sees_nothing() {
        first.post(place + "/handover", Map.of());
        ask(first, "", "0");
        var department = at(server.browserOf(drafter));
        assertThat(ask(department, "", "0")).contains("\"others\":[]");
        assertThat(ask(first, "", "0")).doesNotContain(name(drafter));
        department.post(place + "/fields", Map.of("field", "board.departmentOpinion", "value", "部门正在写的意见", "version", "0"));
        assertThat(ask(first, "", "1")).doesNotContain("部门正在写的意见");
        assertThat(ask(department, "", "1")).contains("部门正在写的意见").doesNotContain("低温超导储能联合研究");
        var stranger = server.browserOf(people.of(drafter, people.unit(drafter, "别的单位")));
        stranger.get("/achievements");
        assertThat(stranger.post(place + "/presence", Map.of("since", "1")).status()).isEqualTo(404);
        assertThat(stranger.post(place + "/presence/end", Map.of()).status()).isEqualTo(404);
    }
}
