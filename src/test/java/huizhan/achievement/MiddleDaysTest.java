package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.MiddleBody;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A body's day for its units lies within its department's, and that within the call (B26). Each test has its own department. */
class MiddleDaysTest {
    private static final Iterator<String> CODES = List.of("11", "12", "13", "14", "15", "31").iterator();
    private static TestServer server;
    private static TestPeople people;
    private Person drafter;
    private Person person;
    private MiddleBody body;
    private TestBrowser department;
    private TestBrowser unit;
    private TestBrowser bureau;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void a_unit_that_reports_through_a_body() {
        drafter = people.of(people.department(CODES.next()), Role.DRAFTER);
        body = people.body(drafter, "示例市科技局");
        person = people.of(drafter, people.unit(drafter, "示例研究院", body));
        department = server.browserOf(drafter);
        unit = server.browserOf(person);
        bureau = server.browserOf(people.of(drafter, body));
        List.of(department, unit, bureau).forEach(each -> each.get("/achievements"));
    }

    private static TestBrowser.Answer say(TestBrowser browser, String path, String until, long seen) {
        return browser.post(path, Map.of("until", until, "note", "展板文字请突出成效。", "seen", String.valueOf(seen)));
    }

    @Test void a_body_names_a_day_within_its_departments_and_its_units_read_it_and_no_others() {
        say(department, "/forwarding", "2015-07-16", 0);
        var late = say(bureau, "/forwarding", "2015-07-17", 0);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("日期应在今天之后、2015年7月16日 之前（推荐部门给各单位定的最后一天，含当日）", "展板文字请突出成效。");
        assertThat(say(bureau, "/forwarding", "2015-07-13", 0).location()).isEqualTo("/forwarding");
        assertThat(bureau.get("/forwarding").text()).contains("推荐部门要求各单位于 2015年7月16日 前", "示例研究院");
        assertThat(unit.get("/call").text()).contains("您的推荐部门要求于 2015年7月16日 前", "示例市科技局要求于 2015年7月13日 前（含当日）交出", "示例市科技局的要求");
        var other = server.browserOf(people.of(drafter, people.unit(drafter, "直属研究院")));
        assertThat(other.get("/call").text()).contains("您的推荐部门要求于 2015年7月16日 前").doesNotContain("示例市科技局");
        assertThat(bureau.get("/call").text()).contains("推荐部门要求各单位于 2015年7月16日 前（含当日）交出");
        assertThat(department.get("/forwarding").text()).contains("示例市科技局", "2015年7月13日 前交出", "归口 1 个单位");
    }

    @Test void a_department_whose_day_would_be_earlier_than_a_bodys_is_told_which_and_can_move_both() {
        assertThat(say(bureau, "/forwarding", "2015-07-18", 0).location()).as("without a department's day the call's own end counts").isEqualTo("/forwarding");
        assertThat(say(bureau, "/forwarding", "2015-07-21", 1).text()).contains("2015年7月20日 之前");
        var early = say(department, "/forwarding", "2015-07-17", 0);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("下列归口单位给所属单位定的日期晚于这一天：示例市科技局");
        assertThat(say(department, "/forwarding/" + body.id(), "2015-07-14", 0).text()).as("the bureau was faster").contains("同事刚刚改过");
        assertThat(say(department, "/forwarding/" + body.id(), "2015-07-14", 1).location()).isEqualTo("/forwarding#b-" + body.id());
        assertThat(say(department, "/forwarding", "2015-07-17", 0).location()).isEqualTo("/forwarding");
        assertThat(bureau.get("/forwarding").body()).contains("value=\"2015-07-14\"");
        assertThat(say(department, "/forwarding/" + body.id(), "2015-07-18", 2).status()).isEqualTo(422);
    }

    @Test void after_the_bodys_day_its_units_are_late_and_others_are_not_and_what_was_returned_is_open() {
        var id = Samples.whole(server, person);
        var place = "/achievements/" + id;
        say(bureau, "/forwarding", "2015-07-12", 0);
        unit.get(place);
        unit.post(place + "/handover", Map.of());
        var second = "/achievements/" + Samples.whole(server, person);
        theBodysDayWas("2015-07-09");
        var late = unit.post(second + "/handover", Map.of());
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("示例市科技局要求所属各单位于 2015年7月9日 前交出");
        assertThat(server.get(JdbcClient.class).sql("select count(*) from audit_entry where outcome = 'refused' and what = 'achievement.handed' and subject = :subject")
            .param("subject", second.replace("/achievements/", "achievement:")).query(Long.class).single()).isEqualTo(1);
        var direct = people.of(drafter, people.unit(drafter, "直属研究院"));
        var theirs = Samples.whole(server, direct);
        assertThat(server.get(Achievements.class).handOver(direct.actor(), theirs)).isInstanceOf(Outcome.Done.class);
        bureau.get(place);
        assertThat(bureau.post(place + "/handover/return", Map.of("reason", "请核实", "until", "2015-07-14")).location()).isEqualTo("/achievements");
        unit.get(place);
        assertThat(unit.post(place + "/handover", Map.of()).location()).isEqualTo(place);
    }

    private void theBodysDayWas(String day) {
        new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(status -> server.get(JdbcClient.class)
            .sql("update forwarding set until = :day where middle_id = :body").param("day", day).param("body", body.id().toString()).update());
    }

    @Test void what_a_body_wants_back_comes_back_within_the_departments_day() {
        var place = "/achievements/" + Samples.whole(server, person);
        say(department, "/forwarding", "2015-07-16", 0);
        unit.get(place);
        unit.post(place + "/handover", Map.of());
        bureau.get(place);
        var late = bureau.post(place + "/handover/return", Map.of("reason", "请核实", "until", "2015-07-17"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("交回日期应在今天之后、2015年7月16日 之前");
        assertThat(bureau.post(place + "/handover/return", Map.of("reason", "请核实", "until", "2015-07-16")).location()).isEqualTo("/achievements");
    }

    @Test void after_the_departments_day_a_body_returns_nothing_and_what_it_had_returned_is_closed() {
        var waiting = "/achievements/" + Samples.whole(server, person);
        var returned = "/achievements/" + Samples.whole(server, person);
        say(department, "/forwarding", "2015-07-16", 0);
        for (var place : List.of(waiting, returned)) {
            unit.get(place);
            unit.post(place + "/handover", Map.of());
        }
        bureau.get(returned);
        assertThat(bureau.post(returned + "/handover/return", Map.of("reason", "请核实")).location()).isEqualTo("/achievements");
        new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(status -> server.get(JdbcClient.class)
            .sql("update forwarding set until = '2015-07-08' where department_id = :department").param("department", drafter.actor().owner().toString()).update());
        var page = bureau.get(waiting);
        assertThat(page.text()).contains("转交推荐部门", "推荐部门给各单位定的日期已过");
        assertThat(page.body()).contains(waiting + "/handover/passage").doesNotContain(waiting + "/handover/return");
        var passage = bureau.get(waiting + "/handover/passage");
        assertThat(passage.text()).contains("归口单位意见", "推荐部门给各单位定的日期已过").doesNotContain("退回单位");
        var ask = bureau.get(waiting + "/handover/return");
        assertThat(ask.text()).contains("推荐部门给各单位定的日期已过");
        assertThat(ask.body()).doesNotContain("name=\"reason\"", "name=\"until\"");
        var late = bureau.post(waiting + "/handover/return", Map.of("reason", "请核实"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).containsOnlyOnce("推荐部门给各单位定的日期已过").contains("请核实");
        assertThat(late.body()).doesNotContain("name=\"reason\"");
        assertThat(department.get("/achievements").text()).contains("直接收取");
        unit.get(returned);
        assertThat(unit.post(returned + "/handover", Map.of()).status()).as("the department's day binds what a body returned").isEqualTo(422);
        assertThat(bureau.post(waiting + "/handover/passage", Map.of("opinion", "请推荐部门退回核实")).location()).isEqualTo("/achievements");
    }

    @Test void a_permit_of_the_department_moves_the_bodys_bound_too() {
        var permits = server.get(huizhan.opening.Permits.class);
        permits.grant(people.organizer().actor(), drafter.actor().owner(), permits.end("2015-07-25", ""), "省网中断");
        assertThat(say(bureau, "/forwarding", "2015-07-26", 0).text()).contains("2015年7月25日 之前");
        assertThat(say(bureau, "/forwarding", "2015-07-25", 0).location()).isEqualTo("/forwarding");
    }
}
