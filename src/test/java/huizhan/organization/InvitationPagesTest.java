package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Links that invite people: who may give one, what it says, and when it no longer works. */
class InvitationPagesTest {
    private static TestServer server;
    private static TestPeople people;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void a_link_works_once_names_its_department_and_says_what_a_password_lacks() {
        var organizer = server.browserOf(people.organizer());
        var department = people.department("31");
        organizer.get("/departments/" + department.id());
        var made = organizer.post("/departments/" + department.id() + "/people", Map.of("name", "林晓芸", "roles", "APPROVER", "email", "", "telephone", "021-1234567"));
        assertThat(made.status()).isEqualTo(302);
        var listed = organizer.get("/departments/" + department.id());
        assertThat(listed.text()).contains("林晓芸", "链接未打开");
        var path = listed.find("value=\"https?://[^/\"]+(/invitation/[^\"]+)\"");
        assertThat(path.substring("/invitation/".length())).hasSize(43);

        var invitee = server.browser();
        assertThat(invitee.get(path).text()).contains("林晓芸", "上海市科学技术委员会", "推荐部门 审签");
        assertThat(organizer.get("/departments/" + department.id()).text()).contains("链接已打开，未设置");
        assertThat(accept(invitee, path, "xiaoyun", "1234567", "1234567").text()).contains("密码不足 8 个字");
        assertThat(accept(invitee, path, "xiaoyun", "Huizhan2015", "Huizhan2015").text()).contains("容易被猜到");
        assertThat(accept(invitee, path, "xiaoyun", "Password123", "Password123").text()).contains("太常见");
        assertThat(accept(invitee, path, "xiaoyun", "xiaoyun2015", "xiaoyun2015").text()).contains("容易被猜到");
        assertThat(accept(invitee, path, "x", "blue lantern over the harbour", "blue lantern over the harbour").text()).contains("用户名应为");
        assertThat(accept(invitee, path, "xiaoyun", "blue lantern over the harbour", "other").text()).contains("两次输入的密码不一样");
        assertThat(accept(invitee, path, "SysAdmin", "blue lantern over the harbour", "blue lantern over the harbour").text()).contains("已有人用");
        assertThat(accept(invitee, path, "xiaoyun", "blue lantern over the harbour", "blue lantern over the harbour").location()).isEqualTo("/sign-in");
        assertThat(server.browser().get(path).status()).isEqualTo(410);
        assertThat(accept(invitee, path, "again", "blue lantern over the harbour", "blue lantern over the harbour").status()).isEqualTo(410);
        assertThat(server.browser().signIn("ＸiaoYun", "blue lantern over the harbour").location()).isEqualTo("/");
        assertThat(organizer.get("/departments/" + department.id()).text()).contains("已加入");
    }

    private static TestBrowser.Answer accept(TestBrowser browser, String path, String username, String password, String repeated) {
        return browser.post(path, Map.of("username", username, "password", password, "repeated", repeated));
    }

    @Test void a_revoked_link_and_one_replaced_by_a_newer_no_longer_work() {
        var drafter = people.of(people.department("32"), Role.DRAFTER);
        var browser = server.browserOf(drafter);
        var unit = people.unit(drafter, "省农科院");
        browser.get("/people");
        browser.post("/people", Map.of("name", "何平", "unit", unit.id().toString()));
        var first = browser.get("/people").find("value=\"https?://[^/\"]+(/invitation/[^\"]+)\"");
        var account = browser.get("/people").find("action=\"/people/([0-9a-f-]{36})/link\"");
        browser.post("/people/" + account + "/link", Map.of());
        var second = browser.get("/people").find("value=\"https?://[^/\"]+(/invitation/[^\"]+)\"");
        assertThat(second).isNotEqualTo(first);
        assertThat(server.browser().get(first).status()).isEqualTo(410);
        assertThat(server.browser().get(second).status()).isEqualTo(200);
        browser.post("/people/" + account + "/revocation", Map.of());
        assertThat(server.browser().get(second).status()).isEqualTo(410);
        assertThat(browser.get("/people").text()).contains("链接已收回");
        assertThat(server.browser().get("/invitation/x").status()).isEqualTo(410);
    }

    @Test void a_drafter_gives_no_approver_a_link_and_no_other_department_anything() {
        var department = people.department("33");
        var drafter = people.of(department, Role.DRAFTER);
        var approver = people.of(department, Role.APPROVER);
        var stranger = people.of(people.department("34"), Role.DRAFTER);
        var strangersUnit = people.unit(stranger, "外部门单位");
        var browser = server.browserOf(drafter);
        browser.get("/people");
        assertThat(browser.post("/people", Map.of("name", "某人", "roles", "APPROVER")).status()).isEqualTo(422);
        assertThat(browser.post("/people", Map.of("name", "机密★", "unit", people.unit(drafter, "某单位").id().toString())).text()).contains("不能带密级标志");
        assertThat(browser.post("/units", Map.of("unitName", "秘密★10年 项目组")).text()).contains("不能带密级标志");
        for (var account : List.of(approver, stranger, people.administrator(Role.SYSADMIN))) {
            var id = account.actor().account();
            assertThat(browser.post("/people/" + id + "/link", Map.of()).status()).isEqualTo(404);
            assertThat(browser.post("/people/" + id + "/revocation", Map.of()).status()).isEqualTo(404);
            assertThat(server.trail("account.link-refused", "account:" + id)).isEqualTo(2);
        }
        assertThat(browser.post("/people/" + stranger.actor().account() + "/switch", Map.of("on", "false")).status()).isEqualTo(404);
        browser.post("/people/" + approver.actor().account() + "/switch", Map.of("on", "false"));
        assertThat(server.get(Accounts.class).find(approver.actor().account()).orElseThrow().disabledAt()).isEmpty();
        assertThat(browser.post("/units/" + strangersUnit.id(), Map.of("unitName", "x", "through", "", "open", "true")).status()).isEqualTo(404);
        assertThat(browser.post("/people", Map.of("name", "某人", "unit", strangersUnit.id().toString())).status()).isEqualTo(422);
        assertThat(browser.get("/people").text()).doesNotContain("外部门单位");
    }

    @Test void a_person_may_be_invited_for_a_unit_only_by_its_own_department() {
        var drafter = people.of(people.department("35"), Role.DRAFTER);
        var unit = people.unit(drafter, "海洋研究所");
        var person = people.of(drafter, unit);
        assertThat(person.actor().roles()).containsExactly(Role.UNIT);
        assertThat(person.actor().unit()).contains(unit.id());
        assertThat(person.actor().department()).isEqualTo(drafter.actor().department());
    }
}
