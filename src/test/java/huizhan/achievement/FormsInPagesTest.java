package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms filled in Word and Excel by other programs: brought in, looked at, taken over, taken back (B2). */
class FormsInPagesTest {
    private static final Path FORMS = Path.of("src/test/resources/office");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\"[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern TICKED = Pattern.compile("<input type=\"checkbox\" name=\"(field|object)\"[^>]* value=\"([^\"]+)\"");
    private static TestServer server;
    private static TestPeople people;
    private static Person drafter;
    private Person person;
    private TestBrowser unit;
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

    @BeforeEach void an_empty_achievement() {
        person = people.of(drafter, people.unit(drafter, "云岭材料学院"));
        unit = server.browserOf(person);
        id = ((Outcome.Done) server.get(Achievements.class).begin(person.actor(), Disclosure.PUBLIC, Optional.empty())).achievement();
        place = "/achievements/" + id;
        unit.get(place + "/forms");
    }

    private Draft draft() {
        return server.get(Drafts.class).of(server.get(EntrySql.class).some(person.actor().owner(), "2015-cooperation", List.of(id)).get(0));
    }

    private Answer bring(String file) throws IOException {
        return bring(file, Files.readAllBytes(FORMS.resolve(file)));
    }

    private Answer bring(String name, byte[] bytes) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(("--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + unit.token() + "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(bytes);
        body.write("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return unit.send(HttpRequest.newBuilder(URI.create(server.address() + place + "/forms")).header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** What a browser would post: everything that is ticked, and everything hidden. */
    private Answer take(Answer page, String... more) {
        var names = new ArrayList<String>();
        var form = new StringBuilder();
        for (var each : List.of(TICKED, HIDDEN)) {
            var found = each.matcher(page.body());
            while (found.find()) {
                form.append('&').append(encoded(found.group(1))).append('=').append(encoded(plain(found.group(2))));
                names.add(found.group(1));
            }
        }
        for (var each : more) form.append('&').append(each).append("=1");
        assertThat(names).isNotEmpty();
        return unit.follow(unit.send(HttpRequest.newBuilder(URI.create(server.address() + place + "/forms/values")).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("_csrf=" + encoded(unit.token()) + form))));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String html) {
        return html.replace("&#10;", "\n").replace("&#39;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        draft().fields().forEach((field, written) -> texts.put(field, written.value()));
        texts.values().removeIf(String::isBlank);
        return texts;
    }

    @Test void a_board_form_is_shown_taken_over_and_taken_back() throws Exception {
        var before = texts();
        var shown = bring("board-form-python.docx");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).contains("展板信息登记表", "新填", "填入选中的各项");
        assertThat(texts()).isEqualTo(before);
        var taken = take(shown);
        assertThat(taken.text()).contains("已填入");
        assertThat(texts()).containsKeys("board.text", "board.unit", "board.natures");
        take(taken, "undo");
        assertThat(texts()).isEqualTo(before);
    }

    @Test void a_statement_brings_its_kind_and_its_sections() throws Exception {
        take(bring("statement-libreoffice.docx"));
        assertThat(texts()).containsEntry("kind", "base").containsEntry("statement.synergy", "联合高校、企业和3个地市，组成轻合金创新联盟。");
        var again = bring("statement-libreoffice.docx");
        assertThat(again.text()).contains("相同").doesNotContain("填入选中的各项");
    }

    @Test void a_field_that_somebody_wrote_meanwhile_is_not_overwritten() throws Exception {
        var shown = bring("board-form-libreoffice.docx");
        unit.post(place + "/fields", Map.of("field", "board.text", "value", "刚刚写的", "version", "0"));
        assertThat(take(shown).text()).contains("别人刚改过这一项");
        assertThat(texts()).containsEntry("board.text", "刚刚写的");
    }

    @Test void an_object_note_adds_its_object_with_size_and_weight() throws Exception {
        var note = new ByteArrayOutputStream();
        try (var word = new XWPFDocument()) {
            for (var line : List.of("实物说明", "名称：深潜器模型", "尺寸：长120cm×宽50cm×高35cm", "重量：约15公斤")) word.createParagraph().createRun().setText(line);
            word.write(note);
        }
        var shown = bring("实物说明.docx", note.toByteArray());
        assertThat(shown.text()).contains("深潜器模型", "120 × 50 × 35 cm · 15 kg");
        assertThat(take(shown).text()).contains("已加入 1 件实物");
        var object = draft().objects().get(0);
        assertThat(texts()).containsEntry(Catalogue.object(object, "name"), "深潜器模型").containsEntry(Catalogue.object(object, "lengthCm"), "120")
            .containsEntry(Catalogue.object(object, "weightKg"), "15");
    }

    @Test void a_note_that_is_taken_over_twice_adds_one_object_and_two_alike_in_one_form_are_two() throws Exception {
        var form = Map.of("object", "1", "object:1:name", "深潜器模型", "object:1:lengthCm", "120", "object:1:note", "比例 1:20\r\n附底座");
        assertThat(unit.follow(unit.post(place + "/forms/values", form)).text()).contains("已加入 1 件实物");
        assertThat(unit.follow(unit.post(place + "/forms/values", form)).text()).contains("已有一件说明完全相同的实物“深潜器模型”");
        assertThat(draft().objects()).hasSize(1);
        var two = "_csrf=" + encoded(unit.token()) + "&object=1&object=2&object%3A1%3Aname=A&object%3A2%3Aname=A";
        unit.send(HttpRequest.newBuilder(URI.create(server.address() + place + "/forms/values")).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(two)));
        assertThat(draft().objects()).hasSize(3);
    }

    @Test void each_row_of_a_summary_table_can_be_taken() throws Exception {
        var shown = bring("summary-libreoffice.xlsx");
        assertThat(shown.text()).contains("成果推荐汇总表", "1. ");
        assertThat(shown.body().split("填入选中的各项", -1).length).isGreaterThan(2);
    }

    @Test void a_file_that_is_no_form_is_refused_with_the_reason_and_a_missing_one_is_asked_for() throws Exception {
        assertThat(bring("x.docx", new byte[] {1, 2, 3}).text()).contains("不是 Word 或 Excel 文件");
        assertThat(bring("文字说明.wps", Files.readAllBytes(FORMS.resolve("statement-97.doc"))).text()).contains("另存为");
        var none = bring("", new byte[0]);
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("请先选择文件");
        var empty = bring("空表.docx", new byte[0]);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("“空表.docx”是空文件（0 字节）").doesNotContain("请先选择文件");
    }

    @Test void another_units_achievement_is_not_there() throws Exception {
        var other = server.browserOf(people.of(drafter, people.unit(drafter, "别的单位")));
        assertThat(other.get(place + "/forms").status()).isEqualTo(404);
        assertThat(other.post(place + "/forms/values", Map.of("field", "name", "value:name", "改名", "version:name", "0")).status()).isEqualTo(404);
    }
}
