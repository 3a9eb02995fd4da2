package huizhan.opening;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.opening.exceptions.Asked;
import huizhan.opening.exceptions.Exceptions;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More time for one department, in an hour when the call is already over (B18). Each test has its own department. */
class PermitPagesTest {
    private static final Instant END = Instant.parse("2015-07-20T16:00:00Z");
    private static final Iterator<String> CODES = List.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32").iterator();
    private static TestServer server;
    private static TestBrowser organizer;
    private Person drafter;
    private TestBrowser department;
    private TestBrowser unit;

    @BeforeAll static void start() {
        server = TestServer.start(options -> options.at(END.plus(Duration.ofHours(1))).with("huizhan.totp", "off"));
        organizer = server.browserOf(server.people().organizer());
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void a_department_and_its_unit() {
        var people = server.people();
        drafter = people.of(people.department(CODES.next()), Role.DRAFTER);
        department = server.browserOf(drafter);
        unit = server.browserOf(people.of(drafter, people.unit(drafter, "示例研究院")));
        department.get("/extension");
        organizer.get("/permits");
    }

    private UUID id() {
        return drafter.actor().owner();
    }

    private TestBrowser.Answer grant(String day, String time, String reason) {
        return organizer.post("/permits", Map.of("department", id().toString(), "day", day, "time", time, "reason", reason));
    }

    private TestBrowser.Answer begin() {
        unit.get("/achievements/new");
        return unit.post("/achievements", Map.of("disclosure", "public"));
    }

    @Test void a_permit_opens_the_call_for_one_department_and_its_units_and_both_sides_see_it_with_its_reason() {
        assertThat(begin().status()).isEqualTo(422);
        assertThat(grant("2015-07-25", "", "台风停电两天").location()).isEqualTo("/permits");
        var said = "您的部门已获准延期至 2015年7月25日 23:59:59。理由：台风停电两天";
        for (var page : List.of("/call", "/achievements", "/nomination", "/extension")) assertThat(department.get(page).text()).as(page).contains(said);
        for (var page : List.of("/call", "/achievements")) assertThat(unit.get(page).text()).as(page).contains(said, "还有 4 天");
        assertThat(unit.get("/call").text()).doesNotContain("征集已截止");
        assertThat(begin().location()).startsWith("/achievements/");
        assertThat(organizer.get("/permits").text()).contains("台风停电两天", "现行");
        assertThat(server.trail("permit.granted", "department:" + id())).isEqualTo(1);
        var stranger = server.browserOf(server.people().of(server.people().department("65"), Role.DRAFTER));
        assertThat(stranger.get("/call").text()).contains("征集已截止", "已截止").doesNotContain("台风停电两天");
    }

    @Test void an_hour_is_named_as_it_was_typed() {
        grant("2015-07-21", "01:30", "断网");
        assertThat(department.get("/call").text()).contains("2015年7月21日 01:30:00");
        assertThat(department.get("/nomination").text()).contains("截止时间延至 2015年7月21日 01:30:00");
        assertThat(organizer.get("/permits").text()).contains("延至 2015年7月21日 01:30:00").doesNotContain("01:29:59");
        assertThat(grant("2015-07-21", "01:20", "再短些").text()).contains("已获准延期至 2015年7月21日 01:30:00");
        assertThat(server.get(OpenCall.class).end(id())).isEqualTo(Instant.parse("2015-07-20T17:30:00Z"));
    }

    @Test void an_end_that_gives_nothing_and_a_missing_or_marked_reason_are_told_and_nothing_typed_is_lost() {
        for (var day : List.of("", "soon")) {
            var answer = grant(day, "", "写好的理由");
            assertThat(answer.status()).as(day).isEqualTo(422);
            assertThat(answer.text()).contains("请填写延至哪一天", "写好的理由").doesNotContain("也应晚于现在");
        }
        for (var day : List.of("2015-07-20", "2015-07-19")) {
            var answer = grant(day, "", "写好的理由");
            assertThat(answer.status()).as(day).isEqualTo(422);
            assertThat(answer.text()).contains("也应晚于现在", "写好的理由");
        }
        assertThat(grant("2015-07-21", "00:30", "过去的时刻").text()).contains("也应晚于现在");
        assertThat(grant("2015-07-25", "", " ").text()).contains("请写明理由");
        assertThat(grant("2015-07-25", "", "机密★10年").text()).contains("密级标志", "机密★10年");
        assertThat(organizer.post("/permits", Map.of("department", "x", "day", "2015-07-25", "reason", "r")).text()).contains("请选择部门");
        assertThat(server.get(OpenCall.class).extension(id())).isEmpty();
        grant("2015-07-25", "", "一");
        assertThat(grant("2015-07-24", "", "二").text()).contains("已获准延期至 2015年7月25日 23:59:59", "先收回");
    }

    @Test void one_taken_back_closes_at_once_and_stays_on_the_list() {
        grant("2015-07-25", "", "误发的延期");
        var permit = server.get(OpenCall.class).extension(id()).orElseThrow().id();
        organizer.get("/permits");
        assertThat(organizer.post("/permits/" + permit + "/withdrawal", Map.of("reason", "")).status()).isEqualTo(422);
        assertThat(organizer.post("/permits/" + permit + "/withdrawal", Map.of("reason", "写错了部门")).location()).isEqualTo("/permits");
        assertThat(begin().status()).isEqualTo(422);
        assertThat(organizer.get("/permits").text()).contains("误发的延期", "已收回", "写错了部门");
        assertThat(organizer.post("/permits/" + permit + "/withdrawal", Map.of("reason", "再收一次")).status()).isEqualTo(404);
        assertThat(server.trail("permit.withdrawn", "department:" + id())).isEqualTo(1);
    }

    @Test void a_request_made_too_late_waits_on_the_organizers_desk_is_granted_and_both_read_the_answer() {
        assertThat(department.get("/call").text()).contains("申请延期");
        assertThat(department.post("/extension", Map.of("wanted", "2015-07-20", "reason", "晚了")).status()).isEqualTo(422);
        assertThat(department.post("/extension", Map.of("wanted", "2015-07-24", "reason", "")).status()).isEqualTo(422);
        assertThat(department.post("/extension", Map.of("wanted", "2015-07-24", "reason", "洪水冲断了线路")).location()).isEqualTo("/extension");
        assertThat(department.get("/extension").text()).contains("洪水冲断了线路", "等待答复");
        assertThat(department.post("/extension", Map.of("wanted", "", "reason", "再来一份")).text()).contains("已有一份申请在等答复");
        assertThat(server.trail("extension.requested", "department:" + id())).isEqualTo(2);
        assertThat(organizer.get("/opening").text()).contains("件待答复");
        var page = organizer.get("/permits");
        assertThat(page.text()).contains("洪水冲断了线路", "希望延到 2015年7月24日");
        var request = page.find("/extensions/([0-9a-f-]{36})/permit");
        assertThat(organizer.post("/extensions/" + request + "/permit", Map.of("day", "2015-07-24", "time", "", "reason", "")).text()).contains("请写明理由");
        assertThat(organizer.post("/extensions/" + request + "/permit", Map.of("day", "2015-07-24", "time", "", "reason", "同意，请抓紧")).location())
            .isEqualTo("/permits");
        assertThat(department.get("/extension").text()).contains("获准延至 2015年7月24日 23:59:59：同意，请抓紧").doesNotContain("等待答复");
        var twice = organizer.post("/extensions/" + request + "/refusal", Map.of("reason", "不行"));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text()).contains("已经答复过");
        assertThat(server.trail("extension.refused", "department:" + id())).isEqualTo(1);
        assertThat(begin().location()).startsWith("/achievements/");
    }

    @Test void a_department_that_has_more_time_asks_for_a_later_day_than_that() {
        grant("2015-07-25", "", "台风");
        for (var early : List.of("2015-07-22", "2015-07-25")) {
            assertThat(department.post("/extension", Map.of("wanted", early, "reason", "还不够")).text()).as(early).contains("应晚于您现在的截止日期", "还不够");
        }
        assertThat(department.get("/extension").body()).contains("min=\"2015-07-26\"");
        assertThat(department.post("/extension", Map.of("wanted", "2015-07-26", "reason", "还不够")).location()).isEqualTo("/extension");
        var request = organizer.get("/permits").find("(?s)还不够.*?/extensions/([0-9a-f-]{36})/refusal");
        assertThat(organizer.post("/extensions/" + request + "/refusal", Map.of("reason", "够了")).location()).isEqualTo("/permits");
    }

    @Test void what_was_given_and_taken_back_unasked_reaches_the_departments_people_by_letter_and_on_their_first_page_until_read() {
        var accounts = server.get(huizhan.organization.Accounts.class);
        accounts.describe(drafter.actor(), accounts.find(drafter.actor().account()).orElseThrow(), "方知远", "fang@example.org", "000-0000001");
        grant("2015-07-25", "", "只在登录后看到的理由");
        var first = department.get("/nomination");
        assertThat(first.text()).contains("贵部门获准延期", "截止时间延至 2015年7月25日 23:59:59。理由：只在登录后看到的理由");
        var letters = organizer.get("/outbox?kind=decision&department=" + id());
        assertThat(letters.text()).contains("荟展：获准延期", "fang@example.org");
        assertThat(organizer.get("/outbox/" + letters.find("href=\"/outbox/([0-9a-f-]{36})\"")).text()).contains("方知远，您好", "截止时间是 2015年7月25日 23:59:59", "Dear 方知远", "理由和有关材料请登录荟展后查看。", "can be seen after you sign in to Huizhan.")
            .doesNotContain("只在登录后看到的理由");
        var read = first.find("action=\"(/decisions/permit/[0-9a-f-]{36}/reading)\"");
        var stranger = server.browserOf(server.people().of(server.people().department("64"), Role.DRAFTER));
        assertThat(stranger.get("/nomination").text()).doesNotContain("只在登录后看到的理由");
        assertThat(stranger.post(read, Map.of()).status()).isEqualTo(404);
        assertThat(unit.get("/achievements").text()).doesNotContain("贵部门获准延期");
        assertThat(unit.post(read, Map.of()).status()).isEqualTo(404);
        assertThat(department.post(read, Map.of()).location()).isEqualTo("/");
        assertThat(department.get("/nomination").text()).doesNotContain("贵部门获准延期");
        assertThat(department.post(read, Map.of()).location()).as("read already, on a page that was left open").isEqualTo("/");
        assertThat(department.post("/decisions/permit/" + new UUID(0, 7) + "/reading", Map.of()).status()).isEqualTo(404);
        takenBack();
    }

    private void takenBack() {
        var permit = server.get(OpenCall.class).extension(id()).orElseThrow().id();
        organizer.get("/permits");
        organizer.post("/permits/" + permit + "/withdrawal", Map.of("reason", "写错了部门"));
        assertThat(department.get("/nomination").text()).contains("一次延期已被收回", "现在的截止时间是 2015年7月20日 23:59:59。理由：写错了部门");
        var exceptions = server.get(Exceptions.class);
        assertThat(exceptions.grant(server.people().organizer().actor(), id(), "A6.count", "", "误发")).isEmpty();
        assertThat(exceptions.revoke(server.people().organizer().actor(), exceptions.standing(id()).get(0).id(), "选错了部门。")).isEmpty();
        assertThat(organizer.get("/outbox?department=" + id()).text()).contains("荟展：延期已被收回", "荟展：获准一项例外", "荟展：一项例外已被撤销");
        var both = department.get("/nomination");
        assertThat(both.text()).contains("贵部门有 2 项决定还没有看", "一次延期已被收回", "贵部门的一项例外已被撤销", "规则：图片张数。理由：选错了部门。未签发的材料中，该项恢复为错误")
            .doesNotContain("贵部门获准一项例外", "。。");
        assertThat(department.post(both.find("action=\"(/decisions/exception-back/[0-9a-f-]{36}/reading)\""), Map.of()).location()).isEqualTo("/");
        assertThat(department.get("/nomination").text()).doesNotContain("贵部门有", "一次延期已被收回", "一项例外已被撤销");
        assertThat(server.trail("decision.read", "department:" + id())).isEqualTo(3);
    }

    @Test void of_two_ends_only_the_later_is_news_and_a_notice_left_open_is_no_fault() {
        grant("2015-07-25", "", "台风停电");
        var read = department.get("/nomination").find("action=\"(/decisions/permit/[0-9a-f-]{36}/reading)\"");
        grant("2015-07-28", "", "又一场台风");
        assertThat(department.get("/nomination").text()).contains("贵部门获准延期", "截止时间延至 2015年7月28日 23:59:59。理由：又一场台风").doesNotContain("截止时间延至 2015年7月25日");
        assertThat(department.post(read, Map.of()).location()).isEqualTo("/");
        assertThat(department.get("/nomination").text()).as("the newer one was not on that page").contains("又一场台风");
    }

    @Test void an_exception_asked_for_after_the_end_is_refused_and_in_the_trail() {
        var what = new Asked(Optional.empty(), "A3.limit", "", "", Text.same("x"), "", "");
        assertThat(server.get(Exceptions.class).ask(drafter.actor(), what, "太晚了").orElseThrow().zh()).contains("截止");
        assertThat(server.trail("exception.requested", "department:" + id())).isEqualTo(1);
        assertThat(server.get(Exceptions.class).requests(id())).isEmpty();
    }

    @Test void a_refusal_is_read_by_the_department_that_asked_and_by_no_other() {
        department.post("/extension", Map.of("wanted", "", "reason", "材料没有齐"));
        var request = organizer.get("/permits").find("/extensions/([0-9a-f-]{36})/refusal");
        assertThat(organizer.post("/extensions/" + request + "/refusal", Map.of("reason", "时间已经用完")).location()).isEqualTo("/permits");
        assertThat(department.get("/extension").text()).contains("材料没有齐", "没有同意：时间已经用完", "提交申请");
        var stranger = server.browserOf(server.people().of(server.people().department("64"), Role.APPROVER));
        assertThat(stranger.get("/extension").text()).doesNotContain("材料没有齐", "时间已经用完");
        for (var path : List.of("/permits", "/opening")) assertThat(department.get(path).status()).as(path).isEqualTo(404);
        assertThat(unit.get("/extension").status()).isEqualTo(404);
        assertThat(organizer.post("/extensions/" + new UUID(0, 7) + "/refusal", Map.of("reason", "x")).status()).isEqualTo(404);
    }
}
