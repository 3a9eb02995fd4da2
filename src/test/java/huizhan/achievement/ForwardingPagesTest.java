package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.organization.Department;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A department hands the call on with a day of its own, and sees how far its units have come (B7, B26). Each test has its own department. */
class ForwardingPagesTest {
    private static final Iterator<String> CODES = List.of("11", "12", "13", "14", "15", "31", "32", "33", "35").iterator();
    private static TestServer server;
    private static TestPeople people;
    private Person drafter;
    private Person person;
    private TestBrowser department;
    private TestBrowser unit;
    private UUID id;
    private String place;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void a_department_and_its_unit() {
        Department own = people.department(CODES.next());
        drafter = people.of(own, Role.DRAFTER);
        person = people.of(drafter, people.unit(drafter, "示例研究院"));
        department = server.browserOf(drafter);
        unit = server.browserOf(person);
        id = Samples.whole(server, person);
        place = "/achievements/" + id;
        department.get("/forwarding");
        unit.get(place);
    }

    private Answer forward(String until, String note, long seen) {
        return department.post("/forwarding", Map.of("until", until, "note", note, "seen", String.valueOf(seen)));
    }

    /** As if the department had named that day earlier, when it was still to come. */
    private void itWas(String day) {
        forward("2015-07-15", "", 0);
        theDayWas(day);
    }

    private Answer write(TestBrowser browser, String field) {
        var version = server.get(FieldSql.class).find(drafter.actor().owner(), id, field).map(Written::version).orElse(0L);
        return browser.post(place + "/fields", Map.of("field", field, "value", "改过的" + version, "version", String.valueOf(version)));
    }

    @Test void what_a_department_asks_stands_on_its_units_call_page_and_on_no_others() {
        assertThat(forward("2015-07-15", "每单位至多两项。", 0).location()).isEqualTo("/forwarding");
        assertThat(department.get("/forwarding").text()).contains("每单位至多两项。", "保存改动");
        assertThat(unit.get("/call").text()).contains("您的推荐部门要求于 2015年7月15日 前（含当日）交出", "每单位至多两项。");
        assertThat(department.get("/call").text()).doesNotContain("每单位至多两项。");
        var stranger = server.browserOf(people.of(people.of(people.department("34"), Role.DRAFTER), people.unit(people.of(people.department("34"), Role.DRAFTER), "别的单位")));
        assertThat(stranger.get("/call").text()).doesNotContain("每单位至多两项。", "您的推荐部门要求于");
    }

    @Test void a_day_outside_the_call_and_a_change_by_a_colleague_are_told_and_nothing_typed_is_lost() {
        for (var day : List.of("2015-07-09", "2015-07-21", "soon")) {
            var answer = forward(day, "写好的要求", 0);
            assertThat(answer.status()).as(day).isEqualTo(422);
            assertThat(answer.text()).contains("日期应在今天之后、2015年7月20日 之前", "写好的要求");
        }
        assertThat(forward("2015-07-15", "按密级：秘密 的件办理", 0).text()).contains("密级标志", "按密级：秘密 的件办理");
        forward("2015-07-15", "一", 0);
        var late = forward("2015-07-16", "二", 0);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("同事刚刚改过", "二");
    }

    @Test void after_its_day_units_neither_write_nor_hand_over_and_the_department_can_move_it() {
        itWas("2015-07-10");
        assertThat(write(unit, "name").status()).isEqualTo(200);
        theDayWas("2015-07-09");
        assertThat(write(unit, "name").status()).isEqualTo(422);
        assertThat(write(unit, "name").body()).contains("推荐部门要求各单位于 2015年7月9日 前交出");
        assertThat(unit.get(place).text()).contains("推荐部门要求各单位于 2015年7月9日 前交出");
        assertThat(unit.post(place + "/handover", Map.of()).status()).isEqualTo(422);
        assertThat(unit.post("/achievements", Map.of("disclosure", "public")).text()).contains("推荐部门要求各单位于");
        assertThat(unit.post(place + "/objects", Map.of()).status()).isEqualTo(422);
        assertThat(server.get(Achievements.class).begin(drafter.actor(), Disclosure.PUBLIC, Optional.empty())).isInstanceOf(Outcome.Done.class);
        department.get("/forwarding");
        assertThat(forward("2015-07-16", "", 1).location()).isEqualTo("/forwarding");
        assertThat(unit.post(place + "/handover", Map.of()).location()).isEqualTo(place);
    }

    private void theDayWas(String day) {
        new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(status -> server.get(JdbcClient.class)
            .sql("update forwarding set until = :day where department_id = :department").param("day", day)
            .param("department", drafter.actor().owner().toString()).update());
    }

    @Test void what_should_never_have_been_written_can_be_erased_after_that_day() {
        itWas("2015-07-09");
        assertThat(unit.get(place).body()).contains(place + "/erasure");
        assertThat(unit.post(place + "/erasure", Map.of()).location()).isEqualTo("/achievements");
        assertThat(unit.get(place).status()).isEqualTo(404);
    }

    @Test void what_was_returned_is_open_after_that_day_and_what_was_handed_stays_handed() {
        unit.post(place + "/handover", Map.of());
        itWas("2015-07-09");
        assertThat(unit.post(place + "/handover/withdrawal", Map.of()).status()).isEqualTo(422);
        department.get(place);
        var hidden = department.post(place + "/handover/return", Map.of("reason", "附件里有机\uFEFF密★10年"));
        assertThat(hidden.status()).isEqualTo(422);
        assertThat(hidden.text()).contains("密级标志", "附件里有机");
        assertThat(server.trail("achievement.returned", "achievement:" + place.substring(place.lastIndexOf('/') + 1))).as("a refusal").isEqualTo(1);
        department.post(place + "/handover/return", Map.of("reason", "请核实"));
        assertThat(write(unit, "name").status()).isEqualTo(200);
        assertThat(unit.post(place + "/handover", Map.of()).location()).isEqualTo(place);
    }

    @Test void a_return_is_told_by_mail_without_a_word_of_what_or_why() {
        var accounts = server.get(huizhan.organization.Accounts.class);
        accounts.describe(person.actor(), accounts.find(person.actor().account()).orElseThrow(), "沈若禾", "shen@example.org", "");
        unit.post(place + "/handover", Map.of());
        department.get(place);
        department.post(place + "/handover/return", Map.of("reason", "请核实产量的数字", "until", "2015-07-15"));
        var letter = server.get(JdbcClient.class).sql("select subject, body, address from letter where department_id = :department")
            .param("department", drafter.actor().owner().toString()).query().singleRow();
        assertThat(letter.get("address")).isEqualTo("shen@example.org");
        assertThat(letter.get("subject").toString()).startsWith("荟展：有一项成果退回修改");
        assertThat(letter.get("body").toString()).contains("沈若禾，您好", "2015年7月15日 前（含当日）重新提交", "by 15 July 2015").doesNotContain("产量");
    }

    @Test void each_unit_stands_there_as_far_as_it_has_come() {
        assertThat(department.get("/forwarding").text()).contains("示例研究院 填写中 1 / 1 1（齐全 1） 0 0");
        people.unit(drafter, "还没有人的单位");
        assertThat(department.get("/forwarding").text()).contains("还没有人的单位 未邀请 0 / 0 0 0 0");
        unit.post(place + "/handover", Map.of());
        assertThat(department.get("/forwarding").text()).contains("示例研究院 全部交出 1 / 1 0 0 1");
        assertThat(unit.get("/forwarding").status()).isEqualTo(404);
    }
}
