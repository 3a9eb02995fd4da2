package huizhan.turning;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is non-public becomes public again on the open network only when two people want it, and comes back empty (A4). */
class ReopeningPagesTest {
    private static TestServer server;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
    }

    @AfterAll static void stop() {
        server.close();
    }

    private static TestBrowser of(String code, Role role) {
        return server.browserOf(server.people().of(server.people().department(code), role));
    }

    private static String stub(TestBrowser drafter) {
        drafter.get("/nomination");
        drafter.post("/nomination/stubs", Map.of());
        drafter.post("/nomination/stubs", Map.of());
        return drafter.get("/nomination").find("href=\"(/nomination/stubs/[0-9a-f-]{36})\"");
    }

    private static String step(TestBrowser browser, String page) {
        return browser.get(page).find("name=\"step\" value=\"(\\d+)\"");
    }

    @Test void one_asks_with_a_reason_another_confirms_and_an_empty_achievement_takes_its_rank() {
        var one = of("53", Role.DRAFTER);
        var other = of("53", Role.APPROVER);
        var place = stub(one);
        var line = place.substring(place.length() - 36);
        one.get(place);
        assertThat(one.post(place + "/achievement", Map.of()).status()).as("nobody has asked").isEqualTo(422);
        assertThat(one.post(place + "/request", Map.of("reason", " ")).text()).contains("请写明为什么可以公开");
        assertThat(one.post(place + "/request", Map.of("reason", "绝密★10年 已批准")).text()).contains("密级标志", "绝密");
        assertThat(one.post(place + "/request", Map.of("reason", "主管司局 7 月 3 日批准公开")).status()).isEqualTo(302);
        var first = step(one, place);
        assertThat(other.get("/nomination?lang=en").text()).as("the second person is told").contains("1 request to make a rank public waits for a colleague’s confirmation");
        assertThat(other.get("/nomination?lang=zh").body()).contains("有 1 项非公开改为公开的申请", "href=\"" + place + "\">查看申请");
        assertThat(of("11", Role.APPROVER).get("/nomination").text()).as("another department").doesNotContain("改为公开的申请");
        assertThat(one.get(place).text()).contains("等本部门另一位同事确认").doesNotContain("确认可以公开");
        assertThat(one.post(place + "/confirmation", Map.of("step", first)).text()).contains("这是你自己提出的");
        assertThat(one.post(place + "/achievement", Map.of()).status()).as("not confirmed").isEqualTo(422);
        assertThat(server.browserOf(server.people().organizer()).get("/reopenings").text()).as("the department has two").contains("现在没有要确认的");

        other.get(place);
        other.post(place + "/request/withdrawal", Map.of("step", first));
        assertThat(other.post(place + "/confirmation", Map.of("step", first)).text()).contains("刚有变动");
        assertThat(one.get(place).text()).contains("不同意上一次申请");
        one.post(place + "/request", Map.of("reason", "主管司局 7 月 3 日批准公开（批复已附）"));
        assertThat(other.get(place).text()).contains("主管司局 7 月 3 日批准公开（批复已附）", "确认可以公开");
        assertThat(other.post(place + "/confirmation", Map.of("step", step(other, place))).status()).isEqualTo(302);
        assertThat(other.get("/nomination").text()).as("answered").doesNotContain("改为公开的申请");
        assertThat(one.get("/nomination").body()).as("until somebody fills it in it stays as it was").contains(place);

        var filled = one.post(place + "/achievement", Map.of()).location();
        assertThat(filled).startsWith("/achievements/").doesNotContain(line);
        assertThat(one.get(filled).status()).isEqualTo(200);
        var list = one.get("/nomination");
        assertThat(list.body()).contains(filled).doesNotContain(place);
        assertThat(list.text()).containsSubsequence("本部门填报的成果", "非公开");
        assertThat(one.get(place).status()).isEqualTo(404);
        assertThat(other.get("/nomination/history").text()).contains("一项非公开成果改为公开填报");
        for (var what : new String[] {"reopening.asked", "reopening.refused", "reopening.confirmed", "reopening.begun"}) {
            assertThat(server.trail(what, "achievement:" + line)).as(what).isPositive();
        }
    }

    @Test void the_organizer_confirms_where_the_department_has_nobody_else_and_strangers_see_nothing() {
        var alone = of("33", Role.DRAFTER);
        var place = stub(alone);
        var line = place.substring(place.length() - 36);
        alone.get(place);
        alone.post(place + "/request", Map.of("reason", "原定级有误，已更正"));
        assertThat(alone.get(place).text()).contains("等组织单位确认");
        assertThat(alone.get("/nomination").text()).as("no colleague to wait for").doesNotContain("改为公开的申请");
        var stranger = of("11", Role.APPROVER);
        assertThat(stranger.get(place).status()).isEqualTo(404);
        assertThat(stranger.post(place + "/confirmation", Map.of("step", "1")).status()).isEqualTo(404);
        var organizer = server.browserOf(server.people().organizer());
        assertThat(organizer.get("/nominations/achievements").body()).as("the menu").contains("/reopenings");
        assertThat(organizer.get("/reopenings?lang=en").text()).contains("原定级有误，已更正", "Confirm that it may be public");
        assertThat(organizer.post("/reopenings/" + line + "/confirmation", Map.of("step", "7")).status()).isEqualTo(422);
        assertThat(organizer.post("/reopenings/" + line + "/confirmation", Map.of("step", step(organizer, "/reopenings"))).status()).isEqualTo(302);
        assertThat(organizer.get("/reopenings").text()).doesNotContain("原定级有误");
        assertThat(alone.get(place).text()).contains("开始填写");
        assertThat(alone.post(place + "/achievement", Map.of()).location()).startsWith("/achievements/");
    }
}
