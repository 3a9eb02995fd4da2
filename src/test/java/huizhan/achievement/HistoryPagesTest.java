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

/** What became of a form, compared and put back (B4); what changed since it was returned (B19). */
class HistoryPagesTest {
    private static final String TEXT = "board.text";
    private static TestServer server;
    private static TestPeople people;
    private static Person drafter;
    private Unit own;
    private Person person;
    private TestBrowser unit;
    private TestBrowser department;
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

    @BeforeEach void a_whole_achievement() {
        own = people.unit(drafter, "示例研究院");
        person = people.of(drafter, own);
        unit = server.browserOf(person);
        department = server.browserOf(drafter);
        id = Samples.whole(server, person);
        place = "/achievements/" + id;
        unit.get(place);
        department.get("/achievements");
    }

    private long version(String field) {
        return server.get(JdbcClient.class).sql("select version from field where achievement_id = :id and field_id = :field")
            .param("id", id.toString()).param("field", field).query(Long.class).optional().orElse(0L);
    }

    private String value(String field) {
        return server.get(JdbcClient.class).sql("select value from field where achievement_id = :id and field_id = :field")
            .param("id", id.toString()).param("field", field).query(String.class).single();
    }

    private void write(TestBrowser browser, String field, String value) {
        assertThat(browser.post(place + "/fields", Map.of("field", field, "value", value, "version", String.valueOf(version(field)))).status()).isEqualTo(200);
    }

    @Test void every_piece_of_work_stands_there_with_who_and_when_and_leads_to_both_texts() {
        write(unit, TEXT, "建成3个联合实验室。");
        var colleague = people.of(drafter, own);
        write(at(place, server.browserOf(colleague)), TEXT, "建成4个联合实验室。");
        var page = unit.get(place + "/history");
        assertThat(page.text()).contains("展板文字", "2015年7月10日", "保存 2 次");
        var field = unit.get(place + "/history/" + TEXT);
        assertThat(field.body()).contains("<del>3</del>", "<ins>4</ins>");
        assertThat(field.text()).contains(name(colleague), name(person));
        assertThat(unit.get(place).body()).contains(place + "/history");
    }

    private static String name(Person of) {
        return server.get(Accounts.class).nameOf(of.actor().account()).orElseThrow();
    }

    private static TestBrowser at(String page, TestBrowser browser) {
        browser.get(page);
        return browser;
    }

    @Test void a_text_that_did_not_stand_long_is_found_and_put_back_too() {
        write(unit, TEXT, "只写了一会儿的一段");
        var short1 = version(TEXT);
        write(unit, TEXT, "马上又改成这一段");
        write(unit, TEXT, "再改成第三段");
        var field = place + "/history/" + TEXT;
        assertThat(unit.get(field).text()).contains("连续填写时自动保存的", "每次保存都列出");
        assertThat(unit.get(field).body()).doesNotContain("value=\"" + short1 + "\"");
        var each = unit.get(field + "?each=true");
        assertThat(each.body()).contains("value=\"" + short1 + "\"").contains("name=\"each\"");
        assertThat(each.text()).contains("只列每段填写的最后一份");
        var asked = unit.get(field + "?from=" + short1 + "&to=" + version(TEXT));
        assertThat(asked.text()).contains("只写了一会儿的一", "再改成第三");
        unit.post(field + "/restoration", Map.of("version", String.valueOf(short1), "present", String.valueOf(version(TEXT))));
        assertThat(value(TEXT)).isEqualTo("只写了一会儿的一段");
    }

    @Test void an_earlier_text_is_put_back_and_the_later_one_stays_in_the_history() {
        write(unit, TEXT, "第一稿。");
        var first = version(TEXT);
        var colleague = at(place, server.browserOf(people.of(drafter, own)));
        write(colleague, TEXT, "第二稿。");
        unit.get(place + "/history/" + TEXT);
        var restored = unit.post(place + "/history/" + TEXT + "/restoration", Map.of("version", String.valueOf(first), "present", String.valueOf(version(TEXT))));
        assertThat(unit.follow(restored).text()).contains("已恢复");
        assertThat(value(TEXT)).isEqualTo("第一稿。");
        assertThat(unit.get(place + "/history/" + TEXT).body()).contains("<del>二</del>", "<ins>一</ins>");
    }

    @Test void what_somebody_wrote_meanwhile_is_not_overwritten_by_a_restoration() {
        write(unit, TEXT, "第一稿。");
        var first = version(TEXT);
        write(unit, TEXT, "第二稿。");
        var seen = version(TEXT);
        write(unit, TEXT, "刚写的第三稿。");
        var answer = unit.post(place + "/history/" + TEXT + "/restoration", Map.of("version", String.valueOf(first), "present", String.valueOf(seen)));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("别人刚改过这一栏");
        assertThat(value(TEXT)).isEqualTo("刚写的第三稿。");
    }

    @Test void nothing_is_put_back_once_it_was_handed_over_and_what_is_not_there_is_not_there() {
        write(unit, TEXT, "第一稿。");
        var first = version(TEXT);
        write(unit, TEXT, "第二稿。");
        unit.post(place + "/handover", Map.of());
        var answer = unit.post(place + "/history/" + TEXT + "/restoration", Map.of("version", String.valueOf(first), "present", String.valueOf(version(TEXT))));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("要修改请先取回");
        assertThat(value(TEXT)).isEqualTo("第二稿。");
        unit.post(place + "/handover/withdrawal", Map.of());
        assertThat(unit.post(place + "/history/" + TEXT + "/restoration", Map.of("version", "99", "present", "1")).status()).isEqualTo(404);
        assertThat(unit.get(place + "/history/no.such.field").status()).isEqualTo(404);
    }

    @Test void another_unit_sees_nothing_of_it() {
        var other = at("/achievements", server.browserOf(people.of(drafter, people.unit(drafter, "别的单位"))));
        assertThat(other.get(place + "/history").status()).isEqualTo(404);
        assertThat(other.get(place + "/history/" + TEXT).status()).isEqualTo(404);
        assertThat(other.get(place + "/changes").status()).isEqualTo(404);
        assertThat(other.post(place + "/history/" + TEXT + "/restoration", Map.of("version", "1", "present", "1")).status()).isEqualTo(404);
    }

    @Test void a_department_sees_what_was_handed_to_it_and_its_own_words_but_no_draft_of_the_unit() {
        write(unit, TEXT, "内部讨论稿，未定。");
        write(unit, TEXT, "定稿。");
        unit.post(place + "/handover", Map.of());
        department.get(place);
        write(department, "board.departmentOpinion", "同意推荐。");
        assertThat(department.get(place + "/history").text()).contains("交给推荐部门", "推荐部门意见").doesNotContain("展板文字");
        assertThat(department.get(place + "/history/" + TEXT).status()).isEqualTo(404);
        assertThat(department.get(place + "/history/board.departmentOpinion").text()).contains("同意推荐");
        assertThat(unit.get(place + "/history/board.departmentOpinion").status()).isEqualTo(404);
        assertThat(unit.get(place + "/history").text()).contains("展板文字").doesNotContain("推荐部门意见");
    }

    @Test void what_changed_since_it_was_returned_stands_side_by_side_for_both() {
        write(unit, TEXT, "建成3个联合实验室。");
        assertThat(unit.get(place + "/changes").text()).contains("没有可以对照的内容");
        unit.post(place + "/handover", Map.of());
        department.get(place);
        assertThat(department.get(place).body()).doesNotContain(place + "/changes");
        department.post(place + "/handover/return", Map.of("reason", "数字请核实"));
        assertThat(unit.get(place + "/changes").text()).contains("内容没有变化");
        write(unit, TEXT, "建成5个联合实验室。");
        write(unit, "name", "低温超导储能联合研究与示范");
        unit.post(place + "/handover", Map.of());
        assertThat(department.get(place).body()).contains(place + "/changes");
        var changes = department.get(place + "/changes");
        assertThat(changes.body()).contains("<del>3</del>", "<ins>5</ins>", "<ins>与示范</ins>");
        assertThat(changes.body().split("class=\"changed\"", -1)).hasSize(3);
        assertThat(unit.get(place + "/changes").body()).contains("<ins>5</ins>");
    }

    @Test void a_picture_taken_away_since_is_named() {
        unit.post(place + "/handover", Map.of());
        unit.post(place + "/handover/withdrawal", Map.of());
        var picture = server.get(SlotSql.class).files(person.actor().owner(), java.util.List.of(id)).stream().filter(each -> each.slot() == Slot.PICTURE).findFirst().orElseThrow();
        unit.post(place + "/files/" + picture.id() + "/removal", Map.of());
        assertThat(unit.get(place + "/changes").text()).contains("移除展板照片“");
        assertThat(unit.get(place + "/history").text()).contains("移除展板照片“", "加入展板照片“", "取回修改");
    }

    @Test void a_picture_put_back_was_not_there_in_between() {
        var picture = server.get(SlotSql.class).files(person.actor().owner(), java.util.List.of(id)).stream().filter(each -> each.slot() == Slot.PICTURE).findFirst().orElseThrow();
        unit.post(place + "/files/" + picture.id() + "/removal", Map.of());
        unit.post(place + "/files/" + picture.id() + "/return", Map.of());
        var events = unit.get(place + "/history").text();
        assertThat(events).contains("移除展板照片“");
        assertThat(events.split("加入展板照片“", -1)).hasSize(4);
        assertThat(unit.get(place).body()).doesNotContain("/files/" + picture.id() + "/return");
        assertThat(server.get(Drafts.class).of(server.get(EntrySql.class).some(person.actor().owner(), "2015-cooperation", java.util.List.of(id)).get(0)).in(Slot.PICTURE)).hasSize(2);
    }

    @Test void a_section_of_a_kind_that_was_changed_can_still_be_read() {
        var kind = value("kind");
        var section = server.get(Achievements.class).call().kind(kind).orElseThrow().sections().get(0).code();
        write(unit, "kind", kind.equals("base") ? "project" : "base");
        var page = unit.get(place + "/history/statement." + section);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("/restoration");
    }
}
