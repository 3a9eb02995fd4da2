package huizhan.progress;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.Achievements;
import huizhan.achievement.Intake;
import huizhan.achievement.Outcome;
import huizhan.achievement.StatementCount;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.nomination.Heads;
import huizhan.organization.Accounts;
import huizhan.organization.Departments;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The organizer's matrix, its figures, one department, and calls (B10, B21, C7). */
class ProgressPagesTest {
    private static TestServer server;
    private static TestPeople people;
    private static TestBrowser organizer;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
        organizer = server.browserOf(people.organizer());
    }

    @AfterAll static void stop() {
        server.close();
    }

    /** A department in which a unit has begun something. */
    private static Person begun(String code, String title) {
        var drafter = people.of(people.department(code), Role.DRAFTER);
        var unit = people.of(drafter, people.unit(drafter, code + " 研究院"));
        var id = ((Outcome.Done) server.get(Achievements.class).begin(unit.actor(), Disclosure.PUBLIC, Optional.empty())).achievement();
        server.get(Intake.class).write(unit.actor(), id, "name", title);
        return drafter;
    }

    private static Person address(Person person, String name, String mail) {
        var accounts = server.get(Accounts.class);
        accounts.describe(person.actor(), accounts.find(person.actor().account()).orElseThrow(), name, mail, "000-0000001");
        return person;
    }

    private static String line(String page, String name) {
        var from = page.indexOf(">" + name + "</a></th>");
        assertThat(from).as(name + " stands in the matrix").isPositive();
        return page.substring(from, page.indexOf("</tr>", from)).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    /** With nothing public on the list, it is the rank and the word alone that are signed off. */
    static void signOff(TestServer server, TestPeople people, String code) {
        var department = people.department(code);
        var drafter = people.of(department, Role.DRAFTER);
        var approver = server.browserOf(people.of(department, Role.APPROVER));
        Map.of("name", "示例厅", "contact", "示例乙", "telephone", "000-00000001").forEach((field, value) -> server.get(Heads.class).write(drafter.actor(), field, value, 0));
        server.browserOf(drafter).post("/nomination/stubs", Map.of());
        var page = approver.get("/nomination/sign-off");
        assertThat(approver.post("/nomination/signature", Map.of("seen", page.find("name=\"seen\" value=\"([0-9a-f]{64})\""),
            "declared", page.find("name=\"declared\" value=\"([^\"]+)\""))).status()).isEqualTo(302);
    }

    @Test void each_department_stands_there_as_far_as_it_has_come_and_no_title_does() {
        begun("11", "只有单位知道的题目");
        signOff(server, people, "12");
        var page = organizer.get("/progress").body();
        assertThat(page).doesNotContain("只有单位知道的题目");
        assertThat(line(page, "北京市科学技术委员会")).contains("进行中", "部分 1 / 1", "没有", "完成 1 / 1", "部分 0 / 1");
        assertThat(line(page, "天津市科学技术委员会")).contains("已签发", "完成 1");
        assertThat(line(page, "河北省科学技术厅")).contains("未见成果");
        assertThat(page.indexOf("河北省科学技术厅")).isLessThan(page.indexOf("北京市科学技术委员会"));
        assertThat(page.indexOf("北京市科学技术委员会")).isLessThan(page.indexOf("天津市科学技术委员会"));
        var all = server.get(Departments.class).active().size();
        assertThat(page.split("class=\"pick\"").length - 1).isEqualTo(all).isGreaterThan(100);
        assertThat(organizer.get("/progress?state=signed").text()).contains("天津市科学技术委员会").doesNotContain("北京市科学技术委员会", "河北省科学技术厅");
        assertThat(organizer.get("/progress?q=%E6%B2%B3%E5%8C%97").text()).contains("河北省科学技术厅").doesNotContain("天津市科学技术委员会");
        assertThat(organizer.get("/progress?group=ministry").text()).doesNotContain("河北省科学技术厅");
        assertThat(organizer.get("/progress?q=nothing-like-this").text()).contains("没有这样的部门");
        var ended = server.get(Departments.class).all().stream().filter(each -> !each.active()).findFirst().orElseThrow();
        assertThat(page).doesNotContain(">" + ended.name().zh() + "</a>");
        var figures = organizer.get("/progress/figures").text();
        assertThat(figures).contains("已签发的推荐：", "非公开", "2015年7月10日").doesNotContain("只有单位知道的题目");
    }

    @Test void of_a_list_of_ranks_and_words_alone_nothing_is_said_before_its_sign_off() {
        var filled = people.of(people.department("41"), Role.DRAFTER);
        Map.of("name", "示例厅", "contact", "示例乙", "telephone", "000-00000001").forEach((field, value) -> server.get(Heads.class).write(filled.actor(), field, value, 0));
        var bare = line(organizer.get("/progress").body(), people.department("41").name().zh());
        var own = server.browserOf(filled);
        assertThat(own.post("/nomination/stubs", Map.of()).status()).isEqualTo(302);
        assertThat(own.get("/nomination").text()).contains("非公开");
        var submitted = own.post("/nomination/submission", Map.of("seen", own.get("/nomination/sign-off").find("name=\"seen\" value=\"([0-9a-f]{64})\"")));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(302);
        assertThat(own.get("/nomination/sign-off").text()).contains("送审，内容此后没有改动");
        assertThat(server.trail("nomination.submitted", "nomination:%")).isEqualTo(1);
        assertThat(line(organizer.get("/progress").body(), people.department("41").name().zh())).isEqualTo(bare).contains("未见成果");
        var name = people.department("41").name().zh();
        assertThat(organizer.get("/progress?state=complete").text()).doesNotContain(name);
        assertThat(organizer.get("/progress/calls?state=complete").text()).doesNotContain(name);
        assertThat(organizer.get("/progress/" + people.department("41").id()).text()).contains("非公开成果不在网上填报，这里看不到", "还没有签发").doesNotContain("已送审", "名单或表头还不齐");
    }

    @Test void the_number_of_statements_does_not_grow_with_what_departments_do() {
        begun("37", "一");
        organizer.get("/progress");
        organizer.get("/progress/figures");
        var few = StatementCount.of(() -> organizer.get("/progress"));
        var fewFigures = StatementCount.of(() -> organizer.get("/progress/figures"));
        for (var code : List.of("14", "15", "21", "22", "23")) begun(code, "二");
        signOff(server, people, "31");
        signOff(server, people, "32");
        assertThat(StatementCount.of(() -> organizer.get("/progress"))).isEqualTo(few);
        assertThat(StatementCount.of(() -> organizer.get("/progress/figures"))).isEqualTo(fewFigures);
    }

    @Test void one_department_shows_its_people_steps_letters_and_calls_and_never_a_title() {
        var drafter = address(begun("33", "别人不该看到的题目"), "方知远", "fang@example.org");
        var id = people.department("33").id();
        var page = organizer.get("/progress/" + id);
        assertThat(page.text()).contains("方知远", "000-0000001", "fang@example.org", "33 研究院", "1 / 1", "0 / 1", "审签人还没有加入", "成果还没有提交到部门", "还没有寄过信")
            .doesNotContain("别人不该看到的题目");
        assertThat(page.text()).contains("2015年7月10日");
        assertThat(organizer.post("/progress/" + id + "/calls", Map.of("note", "答应周五前签发")).location()).isEqualTo("/progress/" + id + "#calls");
        assertThat(organizer.get("/progress/" + id).text()).contains("答应周五前签发");
        assertThat(line(organizer.get("/progress").body(), "浙江省科学技术厅")).contains("电话 2015年7月10日");
        assertThat(server.trail("department.called", "department:" + id)).isEqualTo(1);
        assertThat(organizer.get("/progress/" + UUID.randomUUID()).status()).isEqualTo(404);
        var own = server.browserOf(drafter);
        for (var path : List.of("/progress", "/progress/figures", "/progress/calls", "/progress/reminder", "/progress/" + id)) {
            assertThat(own.get(path).status()).as(path).isEqualTo(404);
        }
        own.get("/people");
        assertThat(own.post("/progress/" + id + "/calls", Map.of("note", "x")).status()).isEqualTo(404);
    }

    @Test void a_note_with_a_secrecy_mark_is_not_kept_and_the_attempt_stands_in_the_trail() {
        var id = people.department("42").id();
        organizer.get("/progress/" + id);
        var refused = organizer.post("/progress/" + id + "/calls", Map.of("note", "机密★10年 的那一项怎么报"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("通话要点里有密级标志");
        assertThat(organizer.get("/progress/" + id).text()).doesNotContain("机密★10年");
        assertThat(server.trail("department.called", "department:" + id)).isEqualTo(1);
        assertThat(organizer.post("/progress/calls", Map.of("department", id.toString(), "note", "密级：机密")).status()).isEqualTo(422);
    }

    @Test void the_call_list_says_whom_to_call_about_what_and_keeps_what_was_said() {
        address(begun("34", "三"), "钱正", "");
        signOff(server, people, "35");
        var list = organizer.get("/progress/calls");
        assertThat(list.text()).contains("安徽省科学技术厅", "钱正", "000-0000001", "还没有打过电话").doesNotContain("福建省科学技术厅");
        var id = people.department("34").id().toString();
        var refused = organizer.post("/progress/calls", Map.of("department", id, "note", "长".repeat(501)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("通话要点最多 500 字");
        assertThat(refused.body()).contains("value=\"" + "长".repeat(501) + "\"");
        assertThat(organizer.post("/progress/calls", Map.of("department", id, "note", "下周一报", "silent", "true")).location()).isEqualTo("/progress/calls?silent=true#d-" + id);
        assertThat(organizer.get("/progress/calls").text()).contains("下周一报");
        assertThat(organizer.post("/progress/calls", Map.of("department", UUID.randomUUID().toString(), "note", "x")).status()).isEqualTo(404);
        address(begun("36", "四"), "李明", "li@example.org");
        assertThat(organizer.get("/progress/calls?silent=true").text()).contains("钱正").doesNotContain("李明");
    }
}
