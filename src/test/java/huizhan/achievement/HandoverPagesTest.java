package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.material.Digests;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.organization.Department;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.LinkedHashMap;
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

/** From a whole achievement to its department and back; its pictures in their places; its papers. */
class HandoverPagesTest {
    private static final Set<UUID> SIGNED = ConcurrentHashMap.newKeySet();
    private static TestServer server;
    private static TestPeople people;
    private static Person drafter;
    private Person person;
    private TestBrowser unit;
    private TestBrowser department;
    private UUID id;
    private String place;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
        Department own = people.department("33");
        drafter = people.of(own, Role.DRAFTER);
        Frozen frozen = (owner, achievement) -> SIGNED.contains(achievement) ? Optional.of(new Text("已经签发", "signed off")) : Optional.empty();
        ((SingletonBeanRegistry) server.running().context().getAutowireCapableBeanFactory()).registerSingleton("testFrozen", frozen);
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void a_whole_achievement() {
        person = people.of(drafter, people.unit(drafter, "示例研究院"));
        unit = server.browserOf(person);
        department = server.browserOf(drafter);
        id = Samples.whole(server, person);
        place = "/achievements/" + id;
        unit.get(place);
        department.get("/achievements");
    }

    private Draft draft() {
        return server.get(Drafts.class).of(server.get(EntrySql.class).some(person.actor().owner(), "2015-cooperation", List.of(id)).get(0));
    }

    private List<UUID> pictures() {
        return draft().in(Slot.PICTURE).stream().map(Placed::id).toList();
    }

    @Test void a_whole_one_is_handed_over_closed_for_the_unit_and_open_for_the_departments_opinion() {
        assertThat(unit.get(place + "/handover").text()).contains("没有错误，可以交出");
        assertThat(unit.post(place + "/handover", Map.of()).location()).isEqualTo(place);
        assertThat(unit.get(place).text()).contains("已交推荐部门", "要修改请先取回");
        assertThat(unit.post(place + "/fields", Map.of("field", "name", "value", "改名", "version", "1")).body()).contains("要修改请先取回");
        assertThat(department.get("/achievements").text()).contains("低温超导储能联合研究", "示例研究院");
        assertThat(department.get(place).status()).isEqualTo(200);
        assertThat(department.post(place + "/fields", Map.of("field", "board.departmentOpinion", "value", "同意推荐", "version", "0")).status()).isEqualTo(200);
        assertThat(department.post(place + "/fields", Map.of("field", "name", "value", "部门改名", "version", "1")).body()).contains("由参展单位填写");
        var line = server.get(Achievements.class).candidates(person.actor().owner()).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        assertThat(line.unitName()).isEqualTo("示例研究院");
        assertThat(line.errors()).isZero();
        assertThat(line.exhibitForms()).containsExactly("graphic", "model");
    }

    private Answer give(String reason, String places, String until) {
        var form = new LinkedHashMap<>(Map.of("reason", reason, "until", until));
        if (!places.isEmpty()) form.put("place", places);
        return department.post(place + "/handover/return", form);
    }

    @Test void a_return_names_what_is_to_be_corrected_and_until_when_and_the_unit_sees_both() {
        unit.post(place + "/handover", Map.of());
        department.get(place);
        assertThat(department.get(place + "/handover/return").text()).contains("展板文字", "展板照片", "要解决的问题", "低温超导储能联合研究").doesNotContain("推荐部门意见");
        assertThat(give("数字请核实", "board.text,pictures,no.such,board.departmentOpinion", "2015-07-15").location()).isEqualTo("/achievements");
        assertThat(draft().entry().last().orElseThrow().places()).containsExactly("board.text", "pictures");
        var page = unit.get(place);
        assertThat(page.text()).contains("推荐部门退回，理由：数字请核实", "请改这几处", "请在 2015年7月15日 前（含当日）改好交回");
        assertThat(page.body()).contains("data-goto=\"f-board.text\"", "data-goto=\"s-pictures\"").containsPattern("class=\"annex-cell annex-tall asked\"");
        assertThat(department.get("/achievements").text()).contains("请在 2015年7月15日 前");
        unit.get(place);
        unit.post(place + "/handover", Map.of());
        assertThat(unit.get(place).text()).doesNotContain("请改这几处");
    }

    @Test void a_day_that_cannot_be_kept_is_refused_and_nothing_typed_is_lost() {
        unit.post(place + "/handover", Map.of());
        department.get(place);
        for (var day : List.of("2015-07-09", "2015-07-21", "15 July", "2015-02-30")) {
            var answer = give("请核实", "board.text", day);
            assertThat(answer.status()).as(day).isEqualTo(422);
            assertThat(answer.text()).contains("交回日期应在今天之后、2015年7月20日 之前");
            assertThat(answer.body()).contains("请核实</textarea>").containsPattern("value=\"board.text\" checked");
        }
        assertThat(give("请核实", "", "2015-07-20").location()).isEqualTo("/achievements");
    }

    @Test void only_a_department_returns_and_only_what_it_sees() {
        assertThat(department.get(place + "/handover/return").status()).isEqualTo(404);
        unit.post(place + "/handover", Map.of());
        assertThat(unit.get(place + "/handover/return").status()).isEqualTo(404);
    }

    @Test void where_a_colleague_or_the_unit_was_faster_the_reason_stays_on_a_page_that_shows_nothing_else() {
        assertThat(department.post(place + "/handover/return", Map.of("reason", "还没交来")).status()).as("never handed over").isEqualTo(404);
        unit.post(place + "/handover", Map.of());
        department.get(place);
        assertThat(give("数字请核实", "", "").location()).isEqualTo("/achievements");
        var second = give("图片请换一张", "pictures", "2015-07-15");
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.text()).contains("可能单位已取回，或者同事已经退回", "刚才写的没有保存").doesNotContain("低温超导储能联合研究", "数字请核实");
        assertThat(second.body()).contains("图片请换一张</textarea>").doesNotContain("name=\"reason\"");
        assertThat(draft().entry().last().orElseThrow().reason()).isEqualTo("数字请核实");
        assertThat(server.trail("achievement.returned", "achievement:" + id)).as("done once, refused once").isEqualTo(2);
    }

    @Test void it_is_taken_back_until_the_department_has_signed_off() {
        unit.post(place + "/handover", Map.of());
        assertThat(unit.post(place + "/handover/withdrawal", Map.of()).location()).isEqualTo(place);
        assertThat(department.get(place).status()).isEqualTo(404);
        unit.get(place);
        unit.post(place + "/handover", Map.of());
        assertThat(unit.get(place).body()).contains("/handover/withdrawal");
        var before = StatementCount.of(() -> unit.get(place));
        SIGNED.add(id);
        assertThat(unit.get(place).body()).doesNotContain("/handover/withdrawal");
        assertThat(StatementCount.of(() -> unit.get(place))).isLessThanOrEqualTo(before);
        var answer = unit.post(place + "/handover/withdrawal", Map.of());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("这一步没有完成", "已经签发").doesNotContain("处没有保存");
        assertThat(department.post(place + "/fields", Map.of("field", "board.departmentOpinion", "value", "改", "version", "0")).body()).contains("已经签发");
        assertThat(draft().entry().revision()).isEqualTo(2);
    }

    @Test void a_department_returns_it_with_a_reason_and_never_without() {
        unit.post(place + "/handover", Map.of());
        department.get(place);
        assertThat(department.post(place + "/handover/return", Map.of("reason", " ")).status()).isEqualTo(422);
        assertThat(department.post(place + "/handover/return", Map.of("reason", "这一段是机密★，删去")).text()).contains("密级标志", "这一段是机密★，删去");
        assertThat(department.post(place + "/handover/return", Map.of("reason", "展板文字请突出成效")).location()).isEqualTo("/achievements");
        assertThat(unit.get(place).text()).contains("推荐部门退回，理由：展板文字请突出成效");
        assertThat(unit.post(place + "/fields", Map.of("field", "name", "value", "改好的名称", "version", "1")).status()).isEqualTo(200);
        assertThat(server.get(Achievements.class).withUnits(person.actor().owner())).extracting(Candidate::id).contains(id);
        assertThat(unit.post(place + "/handover/return", Map.of("reason", "单位不能退")).status()).isEqualTo(404);
    }

    @Test void pictures_change_places_and_a_list_that_is_not_the_present_one_changes_nothing() {
        var before = pictures();
        var form = "id=" + before.get(1) + "&id=" + before.get(0);
        var answer = unit.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(server.address() + place + "/slots/picture/order"))
            .header("Content-Type", "application/x-www-form-urlencoded").header("X-CSRF-TOKEN", unit.token())
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(pictures()).containsExactly(before.get(1), before.get(0));
        assertThat(unit.post(place + "/slots/picture/order", Map.of("id", before.get(0).toString())).status()).isEqualTo(409);
        assertThat(pictures()).containsExactly(before.get(1), before.get(0));
        assertThat(unit.post(place + "/files/" + before.get(0) + "/place", Map.of("move", "up")).status()).isIn(302, 303);
        assertThat(pictures()).containsExactlyElementsOf(before);
    }

    @Test void a_picture_that_was_taken_away_is_put_back_with_its_caption() {
        var before = pictures();
        unit.post(place + "/files/" + before.get(0) + "/removal", Map.of());
        assertThat(pictures()).containsExactly(before.get(1));
        assertThat(unit.get(place).text()).contains("已移除 全景.jpg", "放回去");
        assertThat(unit.get(place + "/findings").text()).contains("图片");
        unit.post(place + "/files/" + before.get(0) + "/return", Map.of());
        assertThat(pictures()).containsExactlyElementsOf(before);
        assertThat(draft().text("file." + before.get(0) + ".caption")).isEqualTo("样机");
    }

    @Test void a_full_slot_and_a_wrong_kind_of_file_are_refused_before_the_first_byte() {
        var slots = server.get(Slots.class);
        var slot = "achievement:" + id + ":picture";
        assertThat(slots.knows(person.actor(), slot)).isTrue();
        assertThat(slots.refusal(person.actor(), slot, "说明.doc", 6_000_000).orElseThrow().zh()).contains("不是图片文件");
        assertThat(slots.refusal(person.actor(), slot, "照片.TIF", 6_000_000)).isEmpty();
        assertThat(arrived(slot, Samples.stored(server, person, 1, "三.jpg"))).isEmpty();
        assertThat(arrived(slot, Samples.stored(server, person, 2, "四.jpg"))).isEmpty();
        assertThat(slots.refusal(person.actor(), slot, "五.jpg", 6_000_000).orElseThrow().zh()).contains("已有 4 张照片");
        assertThat(arrived(slot, Samples.stored(server, person, 1, "五.jpg"))).isPresent();
        assertThat(slots.knows(person.actor(), "achievement:" + id + ":attachment:nothing")).isFalse();
        assertThat(slots.knows(person.actor(), "achievement:" + id + ":photo:" + UUID.randomUUID())).isFalse();
        assertThat(slots.knows(people.of(people.department("34"), Role.DRAFTER).actor(), slot)).isFalse();
        assertThat(slots.knows(person.actor(), "achievement:../x:picture")).isFalse();
    }

    /** An arrival stands in the transaction that records the file. */
    private Optional<Text> arrived(String slot, StoredFile file) {
        var writing = new TransactionTemplate(server.get(PlatformTransactionManager.class));
        return java.util.Objects.requireNonNull(writing.execute(status -> server.get(Slots.class).arrived(person.actor(), slot, file)));
    }

    @Test void the_papers_carry_the_digest_of_the_units_own_part() {
        var call = huizhan.material.Examples.CALL;
        var achievements = server.get(Achievements.class);
        var before = achievements.materialOf(person.actor().owner(), id, "01");
        var digest = Digests.boardForm(before.achievement(), before.part(call.id()), call);
        var values = PaperValues.of(call.form("board-form"), before, call, server.get(MediaFiles.class));
        assertThat(values.mark().digest()).isEqualTo(digest.hex());
        assertThat(values.lists().get("pictures")).hasSize(2);
        assertThat(values.codes().get("board.countries")).containsExactly("DE");
        unit.post(place + "/handover", Map.of());
        department.get(place);
        department.post(place + "/fields", Map.of("field", "board.departmentOpinion", "value", "同意推荐", "version", "0"));
        var ranked = achievements.materialOf(person.actor().owner(), id, "07");
        assertThat(Digests.boardForm(ranked.achievement(), ranked.part(call.id()), call)).as("neither opinion nor rank").isEqualTo(digest);
        assertThat(ranked.achievement().pictures().get(0).file()).isEqualTo("07/pictures/1.jpg");
        assertThat(unit.get(place + "/papers/board-form.pdf").body()).startsWith("%PDF-");
        assertThat(unit.get(place + "/papers/statement.docx").body()).startsWith("PK");
        assertThat(unit.get(place + "/papers/board-form").text()).contains("展板信息登记表", "低温超导储能联合研究", "☑ 院所、企业间", digest.grouped());
        assertThat(unit.get(place + "/papers/statement").text()).contains("双方建成样机。");
        assertThat(unit.get(place + "/papers/board-form.ofd").body()).startsWith("PK");
        assertThat(unit.get(place + "/papers/pdf").status()).isEqualTo(404);
        assertThat(unit.get(place + "/papers/summary.pdf").status()).isEqualTo(404);
    }

    @Test void the_history_keeps_each_version_and_the_page_of_a_stranger_nothing() {
        unit.post(place + "/fields", Map.of("field", "name", "value", "第二稿", "version", "1"));
        assertThat(server.get(JdbcClient.class).sql("select value from field_history where achievement_id = :id and field_id = 'name' order by version")
            .param("id", id.toString()).query(String.class).list()).containsExactly("低温超导储能联合研究", "第二稿");
        var stranger = server.browserOf(people.of(people.department("34"), Role.DRAFTER));
        var media = draft().in(Slot.PICTURE).get(0).file();
        assertThat(stranger.get("/media/" + media + "/original").status()).isEqualTo(404);
        assertThat(unit.get("/media/" + media + "/original").status()).isEqualTo(200);
    }

    @Test void an_achievement_with_a_file_that_did_not_come_or_a_statement_as_a_word_file_is_taken_in_not_at_all() {
        var empty = Samples.begun(server, person);
        var values = huizhan.material.Values.NONE.with("name", "不应留下");
        var picture = List.of(new huizhan.material.Picture("01/pictures/1.jpg", "", "样机"));
        var missing = new huizhan.material.Achievement(java.util.Optional.of(empty), 1, "01", java.util.Optional.empty(), "public", values, "", "",
            List.of(), List.of(), picture, "", List.of());
        var word = new huizhan.material.Achievement(java.util.Optional.of(empty), 1, "01", java.util.Optional.empty(), "public", values,
            "01/statement.docx", "", List.of(), List.of(), List.of(), "", List.of());
        var intake = server.get(Intake.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> intake.fill(person.actor(), empty, missing, path -> java.util.Optional.empty()))
            .isInstanceOfSatisfying(Intake.Unfit.class, no -> assertThat(no.why().zh()).contains("“01/pictures/1.jpg”没有一同送来"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> intake.fill(person.actor(), empty, word, path -> java.util.Optional.empty()))
            .isInstanceOfSatisfying(Intake.Unfit.class, no -> assertThat(no.why().zh()).contains("“01/statement.docx”"));
        var kept = server.get(Drafts.class).of(server.get(EntrySql.class).some(person.actor().owner(), "2015-cooperation", List.of(empty)).get(0));
        assertThat(kept.text("name")).isEmpty();
    }

    @Test void several_at_once_are_material_in_the_order_asked_for() {
        var second = Samples.begun(server, person);
        var filled = server.get(Achievements.class).filled(person.actor().owner(), List.of(second, id));
        assertThat(filled).extracting(each -> each.achievement().folder()).containsExactly("01", "02");
        assertThat(filled.get(1).achievement().objects().get(0).heightCm()).isEqualTo(55.5);
        assertThat(filled.get(1).facts()).containsOnlyKeys("02/pictures/1.jpg", "02/pictures/2.jpg", "02/objects/1.jpg");
        assertThat(filled.get(1).files().get("02/pictures/1.jpg").originalName()).isEqualTo("全景.jpg");
    }
}
