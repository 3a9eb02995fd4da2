package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.TestPeople.Person;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A department makes bodies, gives them units and people, and lets them invite or not (B7). Each test has its own department. */
class MiddlePeoplePagesTest {
    private static final Iterator<String> CODES = List.of("11", "12", "13", "14", "15", "31", "32", "33", "34").iterator();
    private static TestServer server;
    private static TestPeople people;
    private Person drafter;
    private TestBrowser department;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void a_department() {
        drafter = people.of(people.department(CODES.next()), Role.DRAFTER);
        department = server.browserOf(drafter);
        department.get("/people");
    }

    private MiddleBody only() {
        return server.get(MiddleBodies.class).of(drafter.actor().owner()).get(0);
    }

    private List<String> refused() {
        return server.get(JdbcClient.class).sql("select what from audit_entry where department = :department and outcome = 'refused' order by id")
            .param("department", drafter.actor().owner().toString()).query(String.class).list();
    }

    @Test void a_body_is_made_named_once_given_a_unit_and_its_people_are_invited_by_link() {
        assertThat(department.get("/people").text()).contains("没有归口单位");
        assertThat(department.post("/middle-bodies", Map.of("bodyName", "示例市科技局")).location()).isEqualTo("/people#b-" + only().id());
        assertThat(department.post("/middle-bodies", Map.of("bodyName", "示例市科技局")).text()).contains("归口单位“示例市科技局”已经在列表中");
        var spaced = department.post("/middle-bodies", Map.of("bodyName", "示例市 科技局"));
        assertThat(spaced.status()).isEqualTo(422);
        assertThat(spaced.text()).as("by its own name, however it is written").contains("归口单位“示例市科技局”已经在列表中", "空格不同也算同一个名称");
        assertThat(spaced.body()).contains("value=\"示例市 科技局\"");
        assertThat(department.post("/middle-bodies", Map.of("bodyName", " ")).text()).contains("请填写归口单位名称");
        assertThat(refused()).containsExactly("middle.added", "middle.added", "middle.added");
        assertThat(server.get(MiddleBodies.class).of(drafter.actor().owner())).hasSize(1);

        department.post("/units", Map.of("unitName", "市研究所", "middle", only().id().toString()));
        department.post("/units", Map.of("unitName", "省研究院", "middle", ""));
        assertThat(department.get("/people").text()).contains("归口 1 个单位", "市研究所 示例市科技局", "省研究院 直接交本部门", "还没有邀请人：所属单位的成果直接交到本部门");
        assertThat(department.get("/people?through=" + only().id()).body()).contains(">市研究所<").doesNotContain("<h3><span>省研究院");
        assertThat(department.get("/people?through=none").body()).contains("<h3><span>省研究院").doesNotContain("<h3><span>市研究所");

        var invited = department.post("/people", Map.of("name", "卫若川", "unit", "middle:" + only().id()));
        assertThat(invited.status()).isEqualTo(302);
        var page = department.get("/people");
        assertThat(page.text()).contains("卫若川 归口单位", "链接未打开");
        var link = page.find("value=\"https?://[^/\"]+(/invitation/[^\"]+)\"");
        var browser = server.browser();
        assertThat(browser.get(link).text()).contains("您代表", "示例市科技局", "角色 归口单位");
        assertThat(browser.post(link, Map.of("username", "wei", "password", "示例市科技局2015", "repeated", "示例市科技局2015")).text()).contains("容易被猜到");
        assertThat(browser.post(link, Map.of("username", "wei", "password", "blue lantern over the harbour", "repeated", "blue lantern over the harbour")).location()).isEqualTo("/sign-in");
        assertThat(department.get("/people").text()).contains("已加入");
    }

    @Test void a_name_with_a_secrecy_mark_stands_in_its_field_again_with_all_that_was_chosen_and_the_attempt_in_the_trail() {
        var first = people.body(drafter, "甲局");
        var second = people.body(drafter, "乙局");
        var unit = people.unit(drafter, "研究所", first);
        var marked = "秘密★10年 项目组";
        var chosen = "<option value=\"" + second.id() + "\" selected=\"selected\">乙局";
        var added = department.post("/units", Map.of("unitName", marked, "middle", second.id().toString()));
        assertThat(added.status()).isEqualTo(422);
        assertThat(added.text()).contains("请填写单位名称，不超过 100 个字，不能带密级标志");
        assertThat(added.find("id=\"f-unitName\"[^>]*value=\"([^\"]*)\"")).isEqualTo(marked);
        assertThat(added.body()).contains(chosen);
        var renamed = department.post("/units/" + unit.id(), Map.of("unitName", marked, "middle", second.id().toString(), "open", "true"));
        assertThat(renamed.status()).isEqualTo(422);
        assertThat(renamed.find("id=\"f-n-" + unit.id() + "\"[^>]*value=\"([^\"]*)\"")).isEqualTo(marked);
        assertThat(renamed.body()).contains(chosen, "href=\"#f-n-" + unit.id() + "\"", "id=\"f-n-" + unit.id() + "-error\"");
        var body = department.post("/middle-bodies/" + first.id(), Map.of("bodyName", marked, "invites", "true", "open", "true"));
        assertThat(body.status()).isEqualTo(422);
        assertThat(body.find("id=\"f-bn-" + first.id() + "\"[^>]*value=\"([^\"]*)\"")).isEqualTo(marked);
        assertThat(body.body()).containsPattern("name=\"invites\" value=\"true\" checked").contains("id=\"f-bn-" + first.id() + "-error\"");
        assertThat(department.post("/middle-bodies", Map.of("bodyName", marked)).find("id=\"f-bodyName\"[^>]*value=\"([^\"]*)\"")).isEqualTo(marked);
        assertThat(refused()).containsExactly("unit.added", "unit.changed", "middle.changed", "middle.added");
        assertThat(department.get("/people").text()).contains("甲局", "研究所").doesNotContain(marked);
    }

    @Test void a_body_keeps_what_it_typed_too() {
        var body = people.body(drafter, "示例市科技局");
        server.get(MiddleBodies.class).change(drafter.actor(), body, body.name(), true, true);
        var bureau = server.browserOf(people.of(drafter, body));
        bureau.get("/people");
        var added = bureau.post("/units", Map.of("unitName", "机密★"));
        assertThat(added.status()).isEqualTo(422);
        assertThat(added.find("id=\"f-unitName\"[^>]*value=\"([^\"]*)\"")).isEqualTo("机密★");
    }

    /** As the migration left them: each with its very name as its key. */
    private List<MiddleBody> nearlyOneName(String first, String second) {
        var bodies = List.of(people.body(drafter, "一"), people.body(drafter, "二"));
        for (var each : Map.of(bodies.get(0), first, bodies.get(1), second).entrySet()) {
            new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(status -> server.get(JdbcClient.class)
                .sql("update middle_body set name = :name, name_key = :name where id = :id").param("name", each.getValue()).param("id", each.getKey().id().toString()).update());
        }
        return server.get(MiddleBodies.class).of(drafter.actor().owner());
    }

    private void closesOpensAndInvitesEachOf(List<MiddleBody> pair) {
        for (var each : pair) {
            for (var open : List.of("false", "true")) {
                department.post("/middle-bodies/" + each.id(), Map.of("bodyName", each.name(), "invites", open, "open", open));
                var now = server.get(MiddleBodies.class).find(drafter.actor().owner(), each.id()).orElseThrow();
                assertThat(List.of(now.name(), now.isOpen(), now.invites())).as(each.name() + open).isEqualTo(List.of(each.name(), open.equals("true"), open.equals("true")));
            }
        }
        assertThat(department.get("/people").text()).doesNotContain("已经在列表中");
    }

    @Test void two_bodies_from_before_that_a_space_tells_apart_are_changed_in_either_order_and_neither_takes_the_others_name() {
        var pair = nearlyOneName("甲局", "甲 局");
        closesOpensAndInvitesEachOf(pair);
        closesOpensAndInvitesEachOf(List.of(pair.get(1), pair.get(0)));
        assertThat(department.post("/middle-bodies/" + pair.get(0).id(), Map.of("bodyName", "甲　局", "open", "true")).text()).as("not its own name").contains("归口单位“甲 局”已经在列表中");
        assertThat(department.post("/middle-bodies/" + pair.get(1).id(), Map.of("bodyName", "甲　局", "open", "true")).text()).contains("归口单位“甲局”已经在列表中");
        department.post("/middle-bodies/" + pair.get(1).id(), Map.of("bodyName", "丙局", "open", "true"));
        assertThat(server.get(MiddleBodies.class).of(drafter.actor().owner())).extracting(MiddleBody::name).containsExactly("甲局", "丙局");
        department.post("/middle-bodies/" + pair.get(0).id(), Map.of("bodyName", "甲 局", "open", "true"));
        assertThat(server.get(MiddleBodies.class).of(drafter.actor().owner())).extracting(MiddleBody::name).as("alone, it is called as it likes").containsExactly("甲 局", "丙局");
    }

    @Test void a_unit_moves_from_one_body_to_another_and_to_none_and_never_to_another_departments() {
        var first = people.body(drafter, "甲局");
        var second = people.body(drafter, "乙局");
        var unit = people.unit(drafter, "研究所", first);
        var foreign = people.body(people.of(people.department("64"), Role.DRAFTER), "外省局");
        department.post("/units/" + unit.id(), Map.of("unitName", "研究所", "middle", second.id().toString(), "open", "true"));
        assertThat(server.get(Units.class).find(drafter.actor().owner(), unit.id()).orElseThrow().middle()).contains(second.id());
        var strange = department.post("/units/" + unit.id(), Map.of("unitName", "研究所", "middle", foreign.id().toString(), "open", "true"));
        assertThat(strange.status()).isEqualTo(404);
        assertThat(server.get(Units.class).find(drafter.actor().owner(), unit.id()).orElseThrow().middle()).as("a wrong body leaves it where it was").contains(second.id());
        department.post("/units/" + unit.id(), Map.of("unitName", "研究所", "middle", "", "open", "true"));
        assertThat(server.get(Units.class).find(drafter.actor().owner(), unit.id()).orElseThrow().middle()).isEmpty();
        assertThat(department.get("/people").text()).doesNotContain("外省局");
        assertThat(department.post("/people", Map.of("name", "某人", "unit", "middle:" + foreign.id())).status()).isEqualTo(422);
    }

    @Test void a_body_adds_and_invites_only_where_the_department_lets_it_and_only_its_own() {
        var body = people.body(drafter, "示例市科技局");
        var unit = people.unit(drafter, "市研究所", body);
        var other = people.unit(drafter, "省研究院");
        var bureau = server.browserOf(people.of(drafter, body));
        assertThat(bureau.get("/people").text()).contains("市研究所", "添加单位和邀请人员由推荐部门办理").doesNotContain("省研究院", "生成邀请链接");
        assertThat(bureau.post("/people", Map.of("name", "沈若禾", "unit", unit.id().toString())).status()).isEqualTo(422);
        assertThat(bureau.post("/units", Map.of("unitName", "新单位")).status()).isEqualTo(404);
        // what was rolled back stands in the trail a moment after the answer
        for (long end = System.nanoTime() + 10_000_000_000L; refused().size() < 2 && System.nanoTime() < end;) Thread.onSpinWait();
        assertThat(refused()).containsExactly("account.invitation-refused", "unit.add-refused");

        department.post("/middle-bodies/" + body.id(), Map.of("bodyName", body.name(), "invites", "true", "open", "true"));
        assertThat(bureau.get("/people").text()).contains("推荐部门允许您自行添加单位");
        assertThat(bureau.post("/people", Map.of("name", "沈若禾", "unit", unit.id().toString())).status()).isEqualTo(302);
        assertThat(bureau.post("/people", Map.of("name", "外人", "unit", other.id().toString())).status()).isEqualTo(422);
        assertThat(bureau.post("/people", Map.of("name", "同事", "unit", "middle:" + body.id())).status()).isEqualTo(422);
        assertThat(bureau.post("/people", Map.of("name", "部门的人", "roles", "DRAFTER")).status()).isEqualTo(422);
        assertThat(bureau.post("/units", Map.of("unitName", "新单位")).status()).isEqualTo(302);
        assertThat(server.get(Units.class).through(drafter.actor().owner(), body.id())).extracting(Unit::name).containsExactly("市研究所", "新单位");
        assertThat(bureau.get("/people").text()).contains("沈若禾", "链接未打开", "重新生成链接");
        assertThat(department.get("/people").text()).contains("沈若禾");
    }

    @Test void a_bodys_person_makes_no_link_for_and_switches_nobody_but_its_own_units_people() {
        var body = people.body(drafter, "示例市科技局");
        server.get(MiddleBodies.class).change(drafter.actor(), body, body.name(), true, true);
        var clerk = people.of(drafter, body);
        var own = people.of(drafter, people.unit(drafter, "市研究所", body));
        var other = people.of(drafter, people.unit(drafter, "省研究院"));
        var colleague = people.of(drafter, body);
        var bureau = server.browserOf(clerk);
        bureau.get("/people");
        for (var stranger : List.of(other, colleague, drafter, clerk)) {
            var account = "/people/" + stranger.actor().account();
            assertThat(bureau.post(account + "/link", Map.of()).status()).isEqualTo(404);
            assertThat(bureau.post(account + "/revocation", Map.of()).status()).isEqualTo(404);
            assertThat(bureau.post(account + "/switch", Map.of("on", "false")).status()).isEqualTo(404);
        }
        assertThat(bureau.post("/people/" + own.actor().account() + "/link", Map.of()).status()).as("no new password for one who has come in").isEqualTo(404);
        assertThat(bureau.post("/people/" + own.actor().account() + "/switch", Map.of("on", "false")).status()).isEqualTo(302);
        assertThat(server.get(Accounts.class).find(own.actor().account()).orElseThrow().disabledAt()).isPresent();
        server.get(MiddleBodies.class).change(drafter.actor(), only(), body.name(), false, true);
        assertThat(bureau.post("/people/" + own.actor().account() + "/switch", Map.of("on", "true")).status()).as("the department took the leave back").isEqualTo(404);
    }

    @Test void the_role_fits_nobody_outside_a_body_and_nothing_else_fits_inside() {
        var grants = server.get(Grants.class);
        var security = people.administrator(Role.SECADMIN).actor();
        var clerk = people.of(drafter, people.body(drafter, "示例市科技局"));
        var unit = people.of(drafter, people.unit(drafter, "省研究院"));
        assertThat(grants.set(security, clerk.actor().account(), java.util.Set.of(Role.MIDDLE, Role.DRAFTER))).contains("organization.roles.middle-only");
        assertThat(grants.set(security, clerk.actor().account(), java.util.Set.of(Role.DOOR))).contains("organization.roles.middle-only");
        assertThat(grants.set(security, unit.actor().account(), java.util.Set.of(Role.UNIT, Role.MIDDLE))).contains("organization.roles.needs-middle");
        assertThat(grants.set(security, clerk.actor().account(), java.util.Set.of())).isEmpty();
        var bureau = server.browserOf(clerk);
        assertThat(bureau.get("/achievements").status()).isEqualTo(404);
        assertThat(bureau.get("/people/" + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
