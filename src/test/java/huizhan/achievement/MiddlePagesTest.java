package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.organization.Accounts;
import huizhan.organization.MiddleBodies;
import huizhan.organization.MiddleBody;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import huizhan.organization.Units;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way through a body between unit and department, and who sees what on it (B7, B16). Each test has its own department. */
class MiddlePagesTest {
    private static final Iterator<String> CODES = List.of("11", "12", "13", "14", "15", "31", "32", "33", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51").iterator();
    private static final String TITLE = "低温超导储能联合研究";
    private static final Set<UUID> SIGNED = ConcurrentHashMap.newKeySet();
    private static TestServer server;
    private static TestPeople people;
    private Person drafter;
    private Person person;
    private Person clerk;
    private MiddleBody body;
    private TestBrowser department;
    private TestBrowser unit;
    private TestBrowser bureau;
    private UUID id;
    private String place;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
        Frozen frozen = (owner, achievement) -> SIGNED.contains(achievement) ? Optional.of(new Text("已经签发", "signed off")) : Optional.empty();
        ((SingletonBeanRegistry) server.running().context().getAutowireCapableBeanFactory()).registerSingleton("testFrozen", frozen);
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void a_unit_that_reports_through_a_body() {
        drafter = people.of(people.department(CODES.next()), Role.DRAFTER);
        body = people.body(drafter, "示例市科技局");
        person = people.of(drafter, people.unit(drafter, "示例研究院", body));
        clerk = people.of(drafter, body);
        department = server.browserOf(drafter);
        unit = server.browserOf(person);
        bureau = server.browserOf(clerk);
        id = Samples.whole(server, person);
        place = "/achievements/" + id;
        List.of(department, unit, bureau).forEach(each -> each.get("/achievements"));
    }

    private void handOver() {
        assertThat(unit.post(place + "/handover", Map.of()).location()).isEqualTo(place);
    }

    private List<String> trail(String outcome) {
        return server.get(JdbcClient.class).sql("select what from audit_entry where subject = :subject and outcome = :outcome and what like 'achievement.%' order by id")
            .param("subject", "achievement:" + id).param("outcome", outcome).query(String.class).list();
    }

    private List<Candidate> candidates() {
        return server.get(Achievements.class).candidates(drafter.actor().owner());
    }

    @Test void from_the_unit_through_the_body_back_and_again_to_the_department_and_onto_its_list() {
        assertThat(unit.get(place + "/handover").text()).contains("贵单位归口 示例市科技局", "交给示例市科技局");
        handOver();
        assertThat(unit.get(place).text()).contains("等待归口单位转交", "还没有转交推荐部门。要修改请先取回", "示例市科技局");
        assertThat(candidates()).isEmpty();
        assertThat(department.get(place).status()).as("not before it has reached the department").isEqualTo(404);
        assertThat(department.get("/achievements").text()).contains("在归口单位", "示例市科技局 1 项", "示例研究院", "直接收取").doesNotContain(TITLE);
        assertThat(department.post("/nomination/lines", Map.of("achievement", id.toString())).status()).as("no candidate yet").isEqualTo(404);
        assertThat(department.get("/nomination").text()).doesNotContain(TITLE);
        assertThat(server.get(Achievements.class).handed(drafter.actor().owner())).isEmpty();

        assertThat(bureau.get("/achievements").text()).contains("等待转交", TITLE, "示例研究院");
        var seen = bureau.get(place);
        assertThat(seen.text()).contains("转交推荐部门", "退回单位", "由参展单位填写", "保密部门审核意见");
        assertThat(seen.body()).doesNotContain(place + "/erasure");
        assertThat(bureau.post(place + "/fields", Map.of("field", "name", "value", "改名", "version", "1")).status()).isEqualTo(404);
        assertThat(bureau.get(place + "/handover/return").text()).contains("展板文字", "要解决的问题");
        bureau.get(place);
        var back = bureau.post(place + "/handover/return", Map.of("reason", "储能效率的数字请核实", "place", "board.text", "until", "2015-07-15"));
        assertThat(back.location()).isEqualTo("/achievements");
        assertThat(unit.get(place).text()).contains("示例市科技局退回，理由：储能效率的数字请核实", "请改这几处", "请在 2015年7月15日 前（含当日）改好交回");
        assertThat(bureau.get(place).status()).as("with the unit again").isEqualTo(404);
        assertThat(bureau.get("/achievements").text()).contains("各单位正在填写", "示例研究院", "已退回").doesNotContain(TITLE);

        unit.get(place);
        unit.post(place + "/fields", Map.of("field", "board.text", "value", "2011—2015年间建成样机，储能效率95%。", "version", "1"));
        handOver();
        assertThat(bureau.get(place + "/changes").text()).contains("展板文字", "储能效率95%");
        assertThat(bureau.get(place + "/handover/passage").text()).contains(TITLE, "归口单位意见");
        assertThat(bureau.post(place + "/handover/passage", Map.of("opinion", "效率数据已核实，同意报送。")).location()).isEqualTo("/achievements");

        assertThat(bureau.get("/achievements").text()).contains("已到推荐部门", "已转交推荐部门");
        assertThat(department.get(place).text()).contains("归口单位 示例市科技局", "归口单位意见", "效率数据已核实，同意报送。", "参展单位 保密部门审核意见", clerk.actor().name());
        assertThat(unit.get(place).text()).contains("已交推荐部门", "转交推荐部门").doesNotContain("效率数据已核实");
        assertThat(unit.get(place + "/history").text()).contains("归口单位转交推荐部门").doesNotContain("效率数据已核实");
        assertThat(department.get(place + "/changes").text()).as("the department got it once").contains("没有可以对照的内容");
        assertThat(department.post("/nomination/lines", Map.of("achievement", id.toString())).status()).isEqualTo(302);
        assertThat(department.get("/nomination").text()).contains(TITLE);
        assertThat(trail("done")).containsExactly("achievement.begun", "achievement.sent", "achievement.returned", "achievement.sent", "achievement.passed");
        assertThat(trail("refused")).contains("achievement.opened");
    }

    @Test void what_the_department_returns_passes_the_body_again_and_both_know_who_returned_it() {
        handOver();
        bureau.post(place + "/handover/passage", Map.of("opinion", ""));
        department.get(place);
        assertThat(department.post(place + "/handover/return", Map.of("reason", "请补充成效")).location()).isEqualTo("/achievements");
        assertThat(unit.get(place).text()).contains("推荐部门退回，理由：请补充成效");
        handOver();
        assertThat(unit.get(place).text()).contains("等待归口单位转交");
        assertThat(department.get(place).status()).isEqualTo(404);
        bureau.post(place + "/handover/passage", Map.of("opinion", "已补充"));
        assertThat(department.get(place + "/changes").text()).as("the department got it twice").contains("内容没有变化");
        assertThat(department.get(place).text()).contains("已补充");
    }

    /** Somebody was faster: what was typed is on the page, and nothing of the achievement is. */
    private static void gone(Answer answer, String why, String typed) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(why, "刚才写的没有保存").doesNotContain(TITLE, "示例研究院");
        assertThat(answer.body()).contains(typed + "</textarea>").doesNotContain("name=\"opinion\"", "name=\"reason\"", "name=\"word\"");
    }

    @Test void what_a_unit_never_let_go_is_not_there_for_its_body() {
        assertThat(bureau.post(place + "/handover/return", Map.of("reason", "退回")).status()).isEqualTo(404);
        assertThat(bureau.post(place + "/handover/passage", Map.of("opinion", "同意")).status()).isEqualTo(404);
    }

    @Test void a_unit_takes_it_back_until_it_was_passed_on_and_not_after() {
        handOver();
        assertThat(unit.post(place + "/handover/withdrawal", Map.of()).location()).isEqualTo(place);
        assertThat(bureau.get(place).status()).isEqualTo(404);
        gone(bureau.post(place + "/handover/passage", Map.of("opinion", "同意，数据已核")), "可能单位已取回", "同意，数据已核");
        gone(bureau.post(place + "/handover/return", Map.of("reason", "请补充外方单位")), "可能单位已取回", "请补充外方单位");
        assertThat(trail("refused")).as("it is the body's own unit's").containsExactly("achievement.opened", "achievement.passed", "achievement.returned");
        unit.get(place);
        handOver();
        bureau.post(place + "/handover/passage", Map.of("opinion", ""));
        var late = unit.post(place + "/handover/withdrawal", Map.of());
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("归口单位已转交推荐部门，不能自行取回");
        assertThat(trail("refused")).contains("achievement.taken-back");
        assertThat(candidates()).extracting(Candidate::id).containsExactly(id);
        gone(bureau.post(place + "/handover/passage", Map.of("opinion", "再转一次")), "这项成果没有在等待转交", "再转一次");
        assertThat(trail("refused")).contains("achievement.passed");
    }

    @Test void a_body_whose_people_never_signed_in_or_were_switched_off_or_that_is_closed_is_no_obstacle() {
        var quiet = people.body(drafter, "没有人来过的局");
        people.invited(drafter, quiet);
        var other = people.of(drafter, people.unit(drafter, "另一个单位", quiet));
        var theirs = Samples.whole(server, other);
        assertThat(server.get(Achievements.class).handOver(other.actor(), theirs)).isEqualTo(new Outcome.Done(theirs));
        assertThat(candidates()).extracting(Candidate::id).containsExactly(theirs);

        var accounts = server.get(Accounts.class);
        accounts.switchTo(drafter.actor(), accounts.find(clerk.actor().account()).orElseThrow(), false);
        handOver();
        assertThat(candidates()).extracting(Candidate::id).contains(id);
        server.get(Achievements.class).takeBack(person.actor(), id);
        accounts.switchTo(drafter.actor(), accounts.find(clerk.actor().account()).orElseThrow(), true);
        server.get(MiddleBodies.class).change(drafter.actor(), body, body.name(), false, false);
        unit.get(place);
        handOver();
        assertThat(candidates()).extracting(Candidate::id).contains(id);
        var closed = server.browserOf(clerk);
        assertThat(closed.get(place).status()).as("nothing goes through a closed body, nor is seen there").isEqualTo(404);
        assertThat(closed.get("/achievements").text()).doesNotContain(TITLE);
    }

    @Test void the_department_takes_over_what_waits_and_the_body_reads_it() {
        handOver();
        assertThat(department.get(place + "/handover/takeover").text()).contains("示例研究院的一项成果", "在示例市科技局等待转交").doesNotContain(TITLE);
        assertThat(department.post(place + "/handover/takeover", Map.of("word", "时间紧，先行收取")).location()).isEqualTo(place);
        assertThat(department.get(place).text()).contains(TITLE, "由推荐部门直接收取");
        assertThat(candidates()).extracting(Candidate::state).containsExactly(Candidate.State.TAKEN_OVER);
        assertThat(bureau.get("/achievements").text()).contains("推荐部门已直接收取", "推荐部门直接收取，说明：时间紧，先行收取", "现在没有等待转交的成果");
        assertThat(bureau.get(place).text()).contains("时间紧，先行收取");
        assertThat(unit.get(place).text()).doesNotContain("时间紧");
        assertThat(unit.post(place + "/handover/withdrawal", Map.of()).text()).contains("推荐部门已直接收取，不能自行取回");
        assertThat(bureau.post(place + "/handover/return", Map.of("reason", "想退回")).status()).isEqualTo(422);
        for (var path : List.of("/handover/return", "/handover/passage")) {
            var page = bureau.get(place + path);
            assertThat(page.text()).as(path).contains("这项成果没有在等待转交");
            assertThat(page.body()).as(path).doesNotContain("<textarea");
        }
        assertThat(department.get(place + "/handover/takeover").status()).as("it waits no more").isEqualTo(404);
        gone(department.post(place + "/handover/takeover", Map.of("word", "再收一次")), "同事已经收取", "再收一次");
        assertThat(trail("done")).endsWith("achievement.taken-over");
    }

    @Test void where_nobody_can_act_any_more_the_department_is_told_and_takes_over_all_at_once() {
        handOver();
        assertThat(department.get("/achievements").text()).doesNotContain("这里现在没有人能办理");
        var accounts = server.get(Accounts.class);
        accounts.switchTo(drafter.actor(), accounts.find(clerk.actor().account()).orElseThrow(), false);
        assertThat(department.get("/achievements").text()).contains("这里现在没有人能办理", "全部直接收取");
        assertThat(department.post("/middle-bodies/" + UUID.randomUUID() + "/takeover", Map.of()).status()).isEqualTo(404);
        assertThat(department.post("/middle-bodies/" + body.id() + "/takeover", Map.of()).location()).isEqualTo("/achievements");
        assertThat(candidates()).extracting(Candidate::id).containsExactly(id);
    }

    @Test void what_a_sign_off_fixes_is_taken_over_neither_alone_nor_with_all() {
        handOver();
        SIGNED.add(id);
        assertThat(department.get(place + "/handover/takeover").text()).contains("已经签发");
        assertThat(department.get(place + "/handover/takeover").body()).doesNotContain("name=\"word\"");
        var alone = department.post(place + "/handover/takeover", Map.of("word", "时间紧"));
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.text()).contains("已经签发", "时间紧");
        assertThat(department.post("/middle-bodies/" + body.id() + "/takeover", Map.of()).location()).isEqualTo("/achievements");
        assertThat(department.get("/achievements").text()).contains("没有收取：已经签发");
        assertThat(candidates()).isEmpty();
        assertThat(trail("refused")).containsExactly("achievement.taken-over", "achievement.taken-over");
        assertThat(bureau.get(place + "/handover/passage").text()).contains("已经签发").doesNotContain("可以不填");
        SIGNED.remove(id);
        assertThat(department.post("/middle-bodies/" + body.id() + "/takeover", Map.of()).location()).isEqualTo("/achievements");
        assertThat(candidates()).extracting(Candidate::id).containsExactly(id);
    }

    @Test void what_waits_follows_its_unit_and_never_shows_to_a_body_that_the_unit_left() {
        handOver();
        var second = people.body(drafter, "示例市农业局");
        var clerkThere = people.of(drafter, second);
        mailTo(clerkThere, "ju@example.org");
        var theirs = server.browserOf(clerkThere);
        var units = server.get(Units.class);
        var own = units.find(drafter.actor().owner(), person.actor().unit().orElseThrow()).orElseThrow();
        assertThat(waitingLetters()).isEmpty();
        units.change(drafter.actor(), own, own.name(), Optional.of(second.id()), true);
        assertThat(waitingLetters()).as("the body that the unit came to is told").containsExactly("ju@example.org");
        assertThat(bureau.get("/achievements").text()).doesNotContain(TITLE, "示例研究院");
        assertThat(bureau.post(place + "/handover/passage", Map.of("opinion", "")).status()).isEqualTo(404);
        theirs.get("/achievements");
        assertThat(theirs.post(place + "/handover/passage", Map.of("opinion", "")).location()).isEqualTo("/achievements");
        assertThat(candidates()).extracting(Candidate::body).containsExactly("示例市农业局");
        assertThat(theirs.get("/achievements").text()).contains("已转交推荐部门").doesNotContain("其他归口单位");
        units.change(drafter.actor(), units.find(drafter.actor().owner(), own.id()).orElseThrow(), own.name(), Optional.of(body.id()), true);
        assertThat(bureau.get("/achievements").text()).as("that was another body's doing").contains(TITLE, "其他归口单位已转交推荐部门");
    }

    @Test void another_bodys_and_another_departments_people_find_nothing_and_their_attempts_stand_in_the_trail() {
        handOver();
        var other = people.body(drafter, "邻市科技局");
        people.unit(drafter, "邻市研究所", other);
        var foreign = people.of(people.department("64"), Role.DRAFTER);
        var foreignBody = people.body(foreign, "外省科技局");
        var media = server.get(Drafts.class).of(server.get(EntrySql.class).some(drafter.actor().owner(), "2015-cooperation", List.of(id)).get(0)).in(Slot.PICTURE).get(0).file();
        assertThat(bureau.get("/media/" + media + "/original").status()).isEqualTo(200);
        for (var stranger : List.of(people.of(drafter, other), people.of(foreign, foreignBody))) {
            var browser = server.browserOf(stranger);
            assertThat(browser.get("/achievements").text()).doesNotContain(TITLE, "示例研究院");
            assertThat(browser.get("/forwarding").text()).doesNotContain("示例研究院");
            assertThat(browser.get("/people").text()).doesNotContain("示例研究院", person.actor().name());
            for (var path : List.of("", "/history", "/changes", "/papers/board-form", "/handover/return", "/handover/passage")) {
                assertThat(browser.get(place + path).status()).as(path).isEqualTo(404);
            }
            assertThat(browser.post(place + "/handover/passage", Map.of("opinion", "")).status()).isEqualTo(404);
            assertThat(browser.post(place + "/handover/return", Map.of("reason", "不是我的")).status()).isEqualTo(404);
            assertThat(browser.get("/media/" + media + "/original").status()).isEqualTo(404);
        }
        var outsider = server.browserOf(foreign);
        outsider.get("/achievements");
        assertThat(outsider.post(place + "/handover/takeover", Map.of("word", "")).status()).isEqualTo(404);
        assertThat(outsider.post("/middle-bodies/" + body.id() + "/takeover", Map.of()).status()).isEqualTo(404);
        assertThat(outsider.post("/middle-bodies/" + body.id(), Map.of("bodyName", "改名", "open", "true")).status()).isEqualTo(404);
        assertThat(outsider.post("/forwarding/" + body.id(), Map.of("until", "", "note", "", "seen", "0")).status()).isEqualTo(404);
        assertThat(trail("refused")).contains("achievement.opened", "achievement.taken-over");
        assertThat(trail("done")).containsExactly("achievement.begun", "achievement.sent");
        for (var path : List.of("/nomination", "/achievements/new", place + "/handover", place + "/handover/takeover", "/departments", "/questions", "/paper-check", "/progress")) {
            assertThat(bureau.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test void an_opinion_with_a_secrecy_mark_or_without_end_is_refused_and_what_was_typed_stays() {
        handOver();
        var marked = bureau.post(place + "/handover/passage", Map.of("opinion", "机密★5年"));
        assertThat(marked.status()).isEqualTo(422);
        assertThat(marked.text()).contains("内容带有国家秘密标志");
        var longest = "核".repeat(2001);
        assertThat(bureau.post(place + "/handover/passage", Map.of("opinion", longest)).body()).contains(longest);
        assertThat(bureau.post(place + "/handover/passage", Map.of("opinion", longest.substring(1))).location()).isEqualTo("/achievements");
        assertThat(trail("refused")).containsExactly("achievement.passed", "achievement.passed");
    }

    @Test void the_body_is_told_once_by_mail_for_several_and_no_title_stands_in_it() {
        var accounts = server.get(Accounts.class);
        accounts.describe(clerk.actor(), accounts.find(clerk.actor().account()).orElseThrow(), "卫若川", "wei@example.org", "");
        accounts.describe(person.actor(), accounts.find(person.actor().account()).orElseThrow(), "沈若禾", "shen@example.org", "");
        handOver();
        var second = Samples.whole(server, person);
        server.get(Achievements.class).handOver(person.actor(), second);
        var letters = server.get(JdbcClient.class).sql("select kind, address, subject, body from letter where department_id = :department order by put_at, id")
            .param("department", drafter.actor().owner().toString()).query().listOfRows();
        assertThat(letters).extracting(each -> each.get("kind") + " " + each.get("address")).containsExactly("waiting wei@example.org");
        assertThat(letters.get(0).get("subject").toString()).startsWith("荟展：有成果等待转交");
        assertThat(letters.get(0).get("body").toString()).contains("卫若川，您好", "每天至多写一封信", "pass it on to the recommending department").doesNotContain(TITLE);
        bureau.post(place + "/handover/return", Map.of("reason", "请核实产量"));
        var told = server.get(JdbcClient.class).sql("select body from letter where department_id = :department and kind = 'return'")
            .param("department", drafter.actor().owner().toString()).query(String.class).single();
        assertThat(told).contains("示例市科技局把贵单位填报的一项成果退回", "示例市科技局 has returned one").doesNotContain(TITLE, "产量");
        bureau.post("/achievements/" + second + "/handover/passage", Map.of("opinion", ""));
        unit.get(place);
        handOver();
        assertThat(server.get(JdbcClient.class).sql("select count(*) from letter where department_id = :department and kind = 'waiting'")
            .param("department", drafter.actor().owner().toString()).query(Long.class).single()).as("everything was dealt with, so the next is told anew").isEqualTo(2);
    }

    private void mailTo(Person of, String address) {
        var accounts = server.get(Accounts.class);
        accounts.describe(of.actor(), accounts.find(of.actor().account()).orElseThrow(), of.actor().name(), address, "");
    }

    private List<String> waitingLetters() {
        return server.get(JdbcClient.class).sql("select address from letter where department_id = :department and kind = 'waiting' order by address")
            .param("department", drafter.actor().owner().toString()).query(String.class).list();
    }

    private void letterTo(String address, String fact, long putEarlier) {
        new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            var db = server.get(JdbcClient.class);
            db.sql("update letter set put_at = put_at - :earlier where department_id = :department and address = :address").param("earlier", putEarlier)
                .param("department", drafter.actor().owner().toString()).param("address", address).update();
            db.sql("""
                    insert into letter_fact (letter_id, number, kind, noted_at, noted_by, word)
                    select id, (select max(number) + 1 from letter_fact f where f.letter_id = letter.id), :fact, :now, 'x', '' from letter
                     where department_id = :department and address = :address""")
                .param("fact", fact).param("now", TestServer.IN_THE_CALL.toEpochMilli()).param("department", drafter.actor().owner().toString()).param("address", address).update();
        });
    }

    @Test void whose_letter_failed_is_told_again_and_one_that_was_put_off_for_days_does_not_count_as_told() {
        mailTo(clerk, "a@example.org");
        mailTo(people.of(drafter, body), "b@example.org");
        handOver();
        assertThat(waitingLetters()).containsExactly("a@example.org", "b@example.org");
        letterTo("a@example.org", "refused", 0);
        letterTo("b@example.org", "deferred", 0);
        server.get(Achievements.class).handOver(person.actor(), Samples.whole(server, person));
        assertThat(waitingLetters()).as("one waits in the queue, the other told nobody").containsExactly("a@example.org", "a@example.org", "b@example.org");
        letterTo("b@example.org", "deferred", Duration.ofDays(2).toMillis());
        server.get(Achievements.class).handOver(person.actor(), Samples.whole(server, person));
        assertThat(waitingLetters()).containsExactly("a@example.org", "a@example.org", "b@example.org", "b@example.org");
    }

    @Test void where_no_mail_server_is_nobody_is_promised_a_letter() {
        mailTo(clerk, "a@example.org");
        assertThat(bureau.get("/achievements").text()).contains("各单位交出之后出现在这里。").doesNotContain("写信");
    }

    @Test void a_long_list_costs_the_body_as_many_statements_as_a_short_one() {
        handOver();
        var few = StatementCount.of(() -> assertThat(bureau.get("/achievements").text()).contains(TITLE));
        for (int i = 0; i < 3; i++) server.get(Achievements.class).handOver(person.actor(), Samples.whole(server, person));
        assertThat(StatementCount.of(() -> bureau.get("/achievements"))).isEqualTo(few).isPositive();
    }
}
