package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.kernel.Sha256;
import huizhan.media.MediaFiles;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import huizhan.organization.Unit;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures pasted into a Word form: looked at, put into their slots by the door of an upload, taken out again (B2, A6). */
class PastedPicturesTest {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\"[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern TICKED = Pattern.compile("<input type=\"checkbox\" name=\"([a-z]+)\" value=\"([^\"]+)\" checked");
    private static final Pattern CHOSEN = Pattern.compile("name=\"(slot:[^\"]+)\"(?:(?!</select>).)*<option value=\"([^\"]+)\" selected", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("name=\"picture\" value=\"([0-9a-f-]{36})\"");
    private static final List<String> NOTE = List.of("实物说明", "名称：深潜器模型", "尺寸：长120cm×宽50cm×高35cm", "重量：约15公斤");
    private static TestServer server;
    private static TestPeople people;
    private static Person drafter;
    private Unit school;
    private Person person;
    private TestBrowser unit;
    private UUID id;
    private String place;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
        drafter = people.of(people.department("32"), Role.DRAFTER);
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void an_empty_achievement() {
        school = people.unit(drafter, "云岭材料学院");
        person = people.of(drafter, school);
        unit = server.browserOf(person);
        id = Samples.begun(server, person);
        place = "/achievements/" + id;
        unit.get(place + "/forms");
    }

    private Draft draft() {
        return server.get(Drafts.class).of(server.get(EntrySql.class).some(person.actor().owner(), "2015-cooperation", List.of(id)).get(0));
    }

    private List<Sha256> in(Slot slot) {
        return draft().in(slot).stream().map(each -> draft().file(each).orElseThrow().sha256()).toList();
    }

    private Answer bring(String name, byte[] form) {
        return unit.upload(place + "/forms", name, form);
    }

    /** What a browser would post: what is ticked, what is chosen and everything hidden. */
    private Answer take(Answer page, String... more) {
        var form = new StringBuilder("_csrf=" + encoded(unit.token()));
        for (var each : List.of(TICKED, CHOSEN, HIDDEN)) {
            each.matcher(page.body()).results().filter(found -> !found.group(1).equals("_csrf"))
                .forEach(found -> form.append('&').append(encoded(found.group(1))).append('=').append(encoded(plain(found.group(2)))));
        }
        for (var each : more) form.append('&').append(each);
        return unit.follow(unit.send(HttpRequest.newBuilder(URI.create(server.address() + place + "/forms/values")).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString()))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String html) {
        return html.replace("&#10;", "\n").replace("&#39;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static byte[] large() {
        try {
            return Files.readAllBytes(server.get(MediaFiles.class).path(Samples.stored(server, drafter, 1, "全景.jpg")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test void pictures_in_the_rows_of_the_board_form_are_shown_taken_with_their_captions_and_taken_back_bit_by_bit_as_they_lay_there() throws Exception {
        var large = large();
        var small = FormsWithPictures.small(1);
        var shown = bring("展板信息登记表.docx", FormsWithPictures.board(large, small));
        assertThat(shown.text()).contains("表格里的图片（2 张）", "2400×1700", "160×110", "展板信息登记表-image2.jpeg", "展板信息登记表-image3.png")
            .contains("Word 已把它缩小到每英寸 220 像素", "要求 5 MB 以上，请换原始文件", "勾选“不压缩文件中的图像”").doesNotContain("片的单元格里贴有图片");
        assertThat(draft().files()).isEmpty();
        var taken = take(shown);
        assertThat(taken.text()).contains("已放入 2 张图片");
        assertThat(in(Slot.PICTURE)).containsExactly(Sha256.of(large), Sha256.of(small));
        assertThat(Files.readAllBytes(server.get(MediaFiles.class).path(draft().file(draft().in(Slot.PICTURE).get(1)).orElseThrow()))).isEqualTo(small);
        assertThat(draft().text(draft().in(Slot.PICTURE).get(0).captionField())).isNotBlank();
        assertThat(unit.get(place).text()).contains("要求 5 MB 以上，请换原始文件");
        assertThat(take(taken, "undo=1").text()).contains("移出 2 张图片", "项恢复原样");
        assertThat(draft().files()).isEmpty();
        assertThat(draft().text("board.text")).isEmpty();
    }

    @Test void what_the_slot_has_already_is_said_and_not_taken_twice() {
        var small = FormsWithPictures.small(2);
        var form = FormsWithPictures.board(small, small, FormsWithPictures.small(3));
        var shown = bring("表.docx", form);
        assertThat(shown.text()).contains("与上面的一张相同");
        var once = take(shown);
        assertThat(once.text()).contains("已放入 2 张图片");
        assertThat(take(shown).text()).contains("“展板照片”里已有这张图片").doesNotContain("已放入");
        assertThat(in(Slot.PICTURE)).containsExactly(Sha256.of(small), Sha256.of(FormsWithPictures.small(3)));
        assertThat(bring("表.docx", form).text()).contains("“展板照片”里已有这张图片");
    }

    @Test void a_full_slot_is_said_before_and_refused_after() {
        var four = Stream.of(1, 2, 3, 4, 5).map(FormsWithPictures::small).toArray(byte[][]::new);
        var shown = bring("表.docx", FormsWithPictures.board(four));
        assertThat(shown.text()).contains("“展板照片”最多 4 张，已经放满");
        var all = PICTURE.matcher(shown.body()).results().map(found -> found.group(1)).toList();
        assertThat(all).hasSize(5);
        var taken = take(shown, "picture=" + all.get(4));
        assertThat(taken.text()).contains("已放入 4 张图片", "已有 4 张照片");
        assertThat(in(Slot.PICTURE)).hasSize(4);
        var last = all.get(4);
        unit.post(place + "/forms/values", Map.of("picture", last, "slot:" + last, "figure"));
        assertThat(in(Slot.FIGURE)).containsExactly(Sha256.of(FormsWithPictures.small(5)));
    }

    @Test void pictures_of_a_statement_are_figures() {
        take(bring("文字说明.docx", FormsWithPictures.lines(List.of("要解决的问题", "难在规模。", "取得的突破", "做成了。"), FormsWithPictures.small(1))));
        assertThat(in(Slot.FIGURE)).containsExactly(Sha256.of(FormsWithPictures.small(1)));
        assertThat(in(Slot.PICTURE)).isEmpty();
    }

    @Test void the_photo_in_an_object_note_comes_with_its_object_and_goes_with_it() {
        var shown = bring("实物说明.docx", FormsWithPictures.lines(NOTE, FormsWithPictures.small(1)));
        assertThat(shown.text()).contains("实物照片：深潜器模型（随这件实物加入）");
        var taken = take(shown);
        assertThat(taken.text()).contains("已加入 1 件实物", "已放入 1 张图片");
        assertThat(draft().photos(draft().objects().get(0))).hasSize(1);
        assertThat(take(taken, "undo=1").text()).contains("移出 1 张图片", "移除 1 件实物");
        assertThat(draft().objects()).isEmpty();
        assertThat(draft().files()).isEmpty();
    }

    @Test void an_object_that_somebody_worked_on_since_stays_when_the_rest_is_taken_back() {
        var taken = take(bring("实物说明.docx", FormsWithPictures.lines(NOTE)));
        var note = Catalogue.object(draft().objects().get(0), "note");
        var name = Catalogue.object(draft().objects().get(0), "name");
        unit.post(place + "/fields", Map.of("field", name, "value", "深潜器缩比模型", "version", "1"));
        assertThat(take(taken, "undo=1").text()).doesNotContain("移除 1 件实物");
        assertThat(draft().text(name)).isEqualTo("深潜器缩比模型");
        assertThat(draft().text(note)).isEmpty();
    }

    @Test void of_a_form_that_bears_a_mark_anywhere_no_picture_is_kept_and_the_trail_has_none_of_its_words() {
        var small = FormsWithPictures.small(1);
        var forms = Map.of("机密★10年.docx", FormsWithPictures.board(small), "非公开-某某装置.docx", FormsWithPictures.board(small),
            "文字说明.docx", FormsWithPictures.lines(List.of("秘密★10年", "要解决的问题", "难在规模。"), small),
            "说明二.docx", FormsWithPictures.lines(List.of("要解决的问题", "本材料不宜公开。"), small),
            "说明三.docx", FormsWithPictures.lines(List.of("要解决的问题", "机\u200b密★长期"), small));
        forms.forEach((name, form) -> {
            var shown = bring(name, form).text();
            assertThat(shown).as(name).contains("里面的图片没有取出，也没有保存").doesNotContain("放入选中的图片", "请在“展板照片”处上传");
        });
        assertThat(server.get(PastedSql.class).of(person.actor().owner(), id)).isEmpty();
        var trail = server.browserOf(people.administrator(huizhan.kernel.Role.AUDITADMIN)).get("/audit.csv").body();
        assertThat(trail).contains("a mark in the form").doesNotContain("某某装置");
    }

    @Test void prose_that_speaks_of_secrets_is_no_mark() {
        var shown = bring("文字说明.docx", FormsWithPictures.lines(List.of("要解决的问题", "揭开深海的秘密，不涉及国家秘密和商业秘密。"), FormsWithPictures.small(1)));
        assertThat(shown.text()).contains("表格里的图片（1 张）");
    }

    @Test void a_picture_that_somebody_has_captioned_or_moved_since_or_another_has_put_in_stays_when_the_rest_is_taken_back() {
        var taken = take(bring("文字说明.docx", FormsWithPictures.lines(List.of("要解决的问题", "难在规模。"), FormsWithPictures.small(1), FormsWithPictures.small(2), FormsWithPictures.small(3))));
        var figures = draft().in(Slot.FIGURE);
        var colleague = server.browserOf(people.of(drafter, school));
        colleague.get(place);
        colleague.post(place + "/fields", Map.of("field", figures.get(0).captionField(), "value", "产量曲线", "version", "0"));
        server.get(Placing.class).shift(person.actor(), id, figures.get(1).id(), false);
        var undone = take(taken, "undo=1").text();
        assertThat(undone).contains("没有移出", "文字说明-image1.png").doesNotContain("移出 3 张图片");
        assertThat(draft().in(Slot.FIGURE)).hasSize(3);
    }

    @Test void a_caption_that_is_refused_is_said_and_its_picture_is_in_its_place() {
        var shown = bring("表.docx", FormsWithPictures.board(FormsWithPictures.small(4)));
        var picture = shown.find("name=\"picture\" value=\"([0-9a-f-]{36})\"");
        var answer = unit.follow(unit.post(place + "/forms/values", Map.of("picture", picture, "slot:" + picture, "picture", "caption:" + picture, "长".repeat(30_000))));
        assertThat(answer.text()).contains("已放入 1 张图片", "图片已放入，说明没有写上");
        assertThat(draft().text(draft().in(Slot.PICTURE).get(0).captionField())).isEmpty();
    }

    @Test void more_pictures_than_are_taken_at_a_time_are_said() {
        var many = java.util.stream.IntStream.range(0, Pasting.MOST + 1).mapToObj(FormsWithPictures::small).toArray(byte[][]::new);
        assertThat(bring("文字说明.docx", FormsWithPictures.lines(List.of("要解决的问题"), many)).text()).contains("表格里有 61 张图片，一次只取前 60 张");
    }

    @Test void brought_once_more_under_a_name_that_another_machine_writes_otherwise_nothing_is_kept_twice_and_its_week_begins_anew() throws Exception {
        var form = FormsWithPictures.board(FormsWithPictures.small(5));
        bring("é表.docx", form);
        var row = server.get(PastedSql.class).of(person.actor().owner(), id).get(0);
        age(row);
        bring("e\u0301表.docx", form);
        assertThat(server.get(PastedSql.class).of(person.actor().owner(), id)).containsExactly(row);
        server.get(Pasting.class).sweep();
        assertThat(server.get(PastedSql.class).of(person.actor().owner(), id)).containsExactly(row);
    }

    @Test void nobody_else_sees_or_places_them_and_what_nobody_took_is_gone_after_a_week() throws Exception {
        var shown = bring("表.docx", FormsWithPictures.board(FormsWithPictures.small(7)));
        var picture = shown.find("name=\"picture\" value=\"([0-9a-f-]{36})\"");
        var row = server.get(PastedSql.class).of(person.actor().owner(), id).get(0);
        assertThat(unit.get("/media/" + row.file() + "/original").status()).isEqualTo(200);
        var look = place + "/forms/pictures/" + picture + "?slot=picture";
        assertThat(unit.get(look).status()).isEqualTo(200);
        var other = people.of(drafter, people.unit(drafter, "别的单位"));
        var foreign = server.browserOf(other);
        var theirs = Samples.begun(server, other);
        assertThat(foreign.get("/media/" + row.file() + "/original").status()).isEqualTo(404);
        assertThat(foreign.get(look).status()).isEqualTo(404);
        foreign.get("/achievements/" + theirs);
        assertThat(foreign.follow(foreign.post("/achievements/" + theirs + "/forms/values", Map.of("picture", picture, "slot:" + picture, "picture"))).text()).contains("这张图片已经不在了");
        assertThat(foreign.post(place + "/forms/values", Map.of("picture", picture, "slot:" + picture, "picture")).status()).isEqualTo(404);
        var refused = unit.post(place + "/forms/values", Map.of("picture", picture, "slot:" + picture, "video"));
        assertThat(unit.follow(refused).text()).contains("没有这个位置");
        assertThat(server.browserOf(people.of(drafter, people.unit(drafter, "又一个单位"))).get(refused.location()).status()).isEqualTo(404);
        assertThat(server.browserOf(drafter).get(refused.location()).text()).doesNotContain("没有这个位置");
        age(row);
        server.get(Pasting.class).sweep();
        assertThat(server.get(MediaFiles.class).find(row.file())).isEmpty();
        assertThat(unit.follow(unit.post(place + "/forms/values", Map.of("picture", picture, "slot:" + picture, "picture"))).text()).contains("这张图片已经不在了");
    }

    @Test void what_was_placed_outlives_the_week() throws Exception {
        take(bring("表.docx", FormsWithPictures.board(FormsWithPictures.small(8))));
        age(server.get(PastedSql.class).of(person.actor().owner(), id).get(0));
        server.get(Pasting.class).sweep();
        assertThat(in(Slot.PICTURE)).containsExactly(Sha256.of(FormsWithPictures.small(8)));
        assertThat(server.get(PastedSql.class).of(person.actor().owner(), id)).isEmpty();
    }

    private void age(Pasted row) {
        server.get(org.springframework.transaction.support.TransactionOperations.class).executeWithoutResult(status -> {
            server.get(PastedSql.class).delete(row);
            server.get(PastedSql.class).insert(row, Instant.EPOCH, person.actor().account());
        });
    }

    @Test void what_is_handed_over_shows_how_many_there_are_and_keeps_none() {
        var whole = Samples.whole(server, person);
        server.get(Achievements.class).handOver(person.actor(), whole);
        var shown = unit.upload("/achievements/" + whole + "/forms", "表.docx", FormsWithPictures.board(FormsWithPictures.small(9)));
        assertThat(shown.text()).contains("表格里贴有 1 张图片").doesNotContain("放入选中的图片");
        assertThat(server.get(PastedSql.class).of(person.actor().owner(), whole)).isEmpty();
    }

    @Test void an_erased_achievement_leaves_none_of_them() {
        bring("表.docx", FormsWithPictures.board(FormsWithPictures.small(10)));
        var file = server.get(PastedSql.class).of(person.actor().owner(), id).get(0).file();
        unit.post(place + "/erasure", new LinkedHashMap<>());
        assertThat(server.get(MediaFiles.class).find(file)).isEmpty();
    }
}
