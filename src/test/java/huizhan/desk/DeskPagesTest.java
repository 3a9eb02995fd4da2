package huizhan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kit.Kits;
import huizhan.opening.OpenCall;
import huizhan.opening.exceptions.Exceptions;
import huizhan.organization.LocalPerson;
import huizhan.organization.TestServer;
import huizhan.organization.access.Permissions;
import huizhan.organization.cards.KeyCards;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One person, one machine, no account: what a desk asks for, and whom it lets in (C1). */
class DeskPagesTest {

    @Test void only_the_one_time_address_lets_anybody_in() {
        try (var desk = TestDesk.bare()) {
            var server = desk.server;
            var entry = desk.entry();
            var stranger = server.browser();
            assertThat(stranger.get("/desk").location()).isEqualTo("/sign-in?return=%2Fdesk");
            assertThat(stranger.get("/sign-in").location()).isEqualTo("/desk/door");
            assertThat(stranger.get("/desk/door").text()).contains("进入本机工作台", "再启动一次");
            assertThat(stranger.get("/desk/door?ticket=guess").status()).isEqualTo(422);
            assertThat(server.trail("desk.entry-refused", "desk")).isEqualTo(1);

            var first = server.browser();
            assertThat(first.get(entry).location()).isEqualTo("/");
            assertThat(first.get("/").location()).isEqualTo("/desk");
            assertThat(stranger.get(entry).text()).as("used already").contains("这个地址已经用过");
            var stale = desk.entry();
            var fresh = desk.entry();
            assertThat(stranger.get(stale).text()).contains("已经换了新的");
            assertThat(stranger.get(fresh).location()).isEqualTo("/");
            assertThat(stranger.get("/desk").status()).isEqualTo(200);
        }
    }

    @Test void accounts_invitations_and_signing_in_are_not_there() {
        try (var desk = TestDesk.ofDepartment(Kits.ofDepartment("53"))) {
            for (var path : new String[] {"/account", "/people", "/set-up", "/sign-in/code", "/invitation/x", "/keys", "/questions", "/extension", "/forwarding", "/accounts", "/outbox", "/permits"}) {
                assertThat(desk.browser.get(path).status()).as(path).isEqualTo(404);
            }
            var page = desk.browser.get("/nomination");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("href=\"/desk\"", "本机工作台").doesNotContain("/account\"", "/people\"", "/sign-out", "/questions\"");
            var endpoints = new TreeSet<String>();
            desk.server.running().context().getBeansOfType(RequestMappingHandlerMapping.class).values().forEach(mapping -> mapping.getHandlerMethods().keySet()
                .forEach(info -> info.getMethodsCondition().getMethods().forEach(method -> info.getPatternValues().forEach(pattern -> endpoints.add(method + " " + pattern.replaceAll("\\{(\\w+):[^{}]*}", "{$1}"))))));
            var rows = new TreeSet<String>();
            desk.server.get(Permissions.class).rows().stream().filter(row -> !row.pattern().getPatternString().matches("/s/\\*\\*|/files.*"))
                .forEach(row -> rows.add(row.method() + " " + row.pattern().getPatternString().replaceAll("\\{(\\w+):[^{}]*}", "{$1}")));
            assertThat(rows).contains("GET /desk").doesNotContain("POST /sign-in").isSubsetOf(endpoints);
        }
    }

    @Test void a_kit_that_does_not_hold_is_refused_with_all_its_reasons() {
        try (var desk = TestDesk.bare()) {
            assertThat(desk.browser.get("/desk").text()).contains("请先选择组织单位或推荐部门发来的征集包", desk.server.folder().toString());
            desk.browser.get("/desk");
            var refused = desk.browser.upload("/desk/kit", "kit.zip", "no kit".getBytes(StandardCharsets.UTF_8));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("这个征集包没有接收", "不是 zip 文件");
            assertThat(desk.server.trail("desk.kit-taken", "desk")).isEqualTo(1);
            assertThat(desk.browser.post("/desk/place", Map.of("name", "示例甲", "kind", "department")).status()).isEqualTo(404);
        }
    }

    @Test void a_department_s_desk_goes_by_its_kit() {
        try (var desk = TestDesk.bare()) {
            assertThat(desk.take(Kits.ofDepartment("53")).location()).isEqualTo("/desk");
            assertThat(desk.browser.get("/desk").text()).contains("示例部门 53", Kits.ORGANIZER.card().fingerprint().grouped(), "谁在这台电脑上工作", "延期至");
            var wrong = desk.browser.post("/desk/place", Map.of("name", "", "kind", ""));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.text()).contains("请选择这台电脑给推荐部门用还是给参展单位用", "请填写您的姓名");
            assertThat(desk.browser.post("/desk/place", Map.of("name", "示例乙", "kind", "department")).location()).isEqualTo("/");
            var me = desk.server.get(LocalPerson.class).actor();
            assertThat(me.name()).isEqualTo("示例乙");
            assertThat(me.roles()).extracting(Enum::name).containsExactlyInAnyOrder("DRAFTER", "APPROVER");
            var open = desk.server.get(OpenCall.class);
            assertThat(open.end(me.owner())).isEqualTo(Instant.parse("2015-07-24T16:00:00Z"));
            assertThat(desk.server.get(Exceptions.class).standing(me.owner())).extracting(each -> each.exception().reason()).containsExactly("历史照片");
            assertThat(desk.server.get(KeyCards.class).organizers()).contains(Kits.ORGANIZER.card());
            for (var path : new String[] {"/nomination", "/achievements", "/call", "/desk", "/paper-check"}) {
                assertThat(desk.browser.get(path).status()).as(path).isEqualTo(200);
            }
            assertThat(desk.browser.post("/desk/place", Map.of("name", "别人", "kind", "department")).status()).isEqualTo(404);
            assertThat(desk.take(Kits.ofDepartment("31")).text()).contains("另一次征集或另一个部门");
            assertThat(desk.take(Kits.ofDepartment("53")).location()).as("the same once more").isEqualTo("/desk");
            assertThat(desk.server.trail("permit.granted", "%")).isEqualTo(1);
        }
    }

    @Test void a_unit_s_desk_takes_name_and_key_from_the_department_s_kit_and_holds_what_is_not_public() {
        try (var desk = TestDesk.ofUnit(Kits.ofUnit("53", "示例研究所"))) {
            var me = desk.server.get(LocalPerson.class).actor();
            assertThat(me.roles()).extracting(Enum::name).isEqualTo(java.util.List.of("UNIT"));
            assertThat(desk.server.get(KeyCards.class).departments(me.owner())).contains(Kits.DEPARTMENT.card());
            var begun = desk.browser.post("/achievements", Map.of("disclosure", "non-public"));
            assertThat(begun.location()).startsWith("/achievements/");
            assertThat(desk.browser.get(begun.location()).status()).isEqualTo(200);
            assertThat(desk.browser.get("/nomination").status()).isEqualTo(404);
            assertThat(desk.browser.get("/desk").text()).contains("示例研究所", Kits.DEPARTMENT.card().fingerprint().grouped());
        }
    }

    @Test void a_desk_is_no_server_and_a_server_is_no_desk() {
        try (var server = TestServer.inTheCall()) {
            assertThat(server.browser().get("/desk/door").status()).isEqualTo(404);
            assertThat(server.browserOf(server.people().organizer()).get("/desk").status()).isEqualTo(404);
        }
    }
}
