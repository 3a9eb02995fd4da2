package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Captions of photos in the board form's own list: compared with those of the pictures that are here, taken over and taken back (B2). */
class FormCaptionsTest {
    private static final Pattern POSTED = Pattern.compile("<input type=\"(?:hidden\"|checkbox\"(?=[^>]* checked))[^>]* name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");
    private static TestServer server;
    private static Person drafter;
    private Person person;
    private TestBrowser unit;
    private UUID id;
    private String place;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        drafter = server.people().of(server.people().department("34"), Role.DRAFTER);
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void an_achievement_with_two_pictures() {
        person = server.people().of(drafter, server.people().unit(drafter, "云岭材料学院"));
        unit = server.browserOf(person);
        id = Samples.whole(server, person);
        place = "/achievements/" + id;
        unit.get(place);
    }

    private Draft draft() {
        return server.get(Drafts.class).of(server.get(EntrySql.class).some(person.actor().owner(), "2015-cooperation", List.of(id)).get(0));
    }

    private List<String> captions() {
        return draft().in(Slot.PICTURE).stream().map(each -> draft().text(each.captionField())).toList();
    }

    private String field(int picture) {
        return draft().in(Slot.PICTURE).get(picture).captionField();
    }

    /** The board form as the page offers it. */
    private byte[] exported() {
        var cookies = unit.cookies().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(URI.create(server.address() + place + "/papers/board-form.docx")).header("Cookie", cookies).build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with other words in cells of its tables. */
    private byte[] edited(Map<String, String> words) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var word = new XWPFDocument(new ByteArrayInputStream(exported()))) {
            var cells = word.getTables().stream().flatMap(table -> table.getRows().stream()).flatMap(row -> row.getTableCells().stream()).toList();
            words.forEach((old, fresh) -> write(cells.stream().filter(cell -> cell.getText().strip().equals(old)).findFirst().orElseThrow(), fresh));
            word.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static void write(XWPFTableCell cell, String text) {
        while (cell.getParagraphs().size() > 1) cell.removeParagraph(1);
        var paragraph = cell.getParagraphs().get(0);
        while (!paragraph.getRuns().isEmpty()) paragraph.removeRun(0);
        paragraph.createRun().setText(text);
    }

    private Answer bring(byte[] form) {
        return unit.upload(place + "/forms", "展板信息登记表.docx", form);
    }

    /** What a browser would post: what is ticked and everything hidden. */
    private Answer take(Answer page, String... more) {
        var posted = POSTED.matcher(page.body()).results().map(found -> pair(found.group(1), found.group(2))).filter(each -> !each.startsWith("_csrf"));
        var body = Stream.concat(Stream.of(pair("_csrf", unit.token())), Stream.concat(posted, Stream.of(more))).collect(Collectors.joining("&"));
        return unit.follow(unit.send(HttpRequest.newBuilder(URI.create(server.address() + place + "/forms/values")).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))));
    }

    private static String pair(String name, String html) {
        var value = html.replace("&#10;", "\n").replace("&#39;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Test void a_caption_that_was_changed_in_our_own_form_is_offered_taken_and_taken_back() throws IOException {
        var shown = bring(edited(Map.of("试验", "海上试验现场")));
        assertThat(shown.text()).contains("照片说明：全景.jpg 相同", "照片说明：试验.jpg 会改动", "海上试验现场");
        assertThat(captions()).containsExactly("样机", "试验");
        var taken = take(shown);
        assertThat(taken.text()).contains("已填入 1 项", "照片说明：试验.jpg 海上试验现场 原来是： 试验");
        assertThat(captions()).containsExactly("样机", "海上试验现场");
        assertThat(take(taken, "undo=1").text()).contains("已撤回，1 项恢复原样");
        assertThat(captions()).containsExactly("样机", "试验");
        assertThat(draft().field(field(1)).version()).isEqualTo(3);
    }

    @Test void a_caption_whose_picture_is_not_here_is_named_with_what_to_do() throws IOException {
        var shown = bring(edited(Map.of("2.jpg（试验.jpg）", "夜航.JPG", "试验", "夜间试航")));
        assertThat(shown.text()).contains("照片说明：全景.jpg 相同")
            .contains("“展板照片”里还没有照片“夜航.JPG”，它的说明没有地方填入：夜间试航", "请先在成果页的“展板照片”处上传它，再重新读入这份表格");
        assertThat(shown.body()).doesNotContain("name=\"field\"");
        assertThat(captions()).containsExactly("样机", "试验");
    }

    @Test void a_name_counts_before_the_place_whatever_its_case_and_extension_and_a_bare_number_is_a_place() throws IOException {
        var crossed = bring(edited(Map.of("1.jpg（全景.jpg）", " 试验.JPEG", "样机", "海试", "2.jpg（试验.jpg）", "照片1", "试验", "整机"))).text();
        assertThat(crossed).contains("照片说明：试验.jpg 会改动 海试 现在是： 试验", "照片说明：全景.jpg 会改动 整机 现在是： 样机");
        var bracketed = bring(edited(Map.of("2.jpg（试验.jpg）", "海上（试验）", "试验", "海试"))).text();
        assertThat(bracketed).contains("照片说明：试验.jpg 会改动 海试 现在是： 试验");
    }

    @Test void somebody_who_has_written_the_caption_meanwhile_is_not_overwritten_and_one_whose_picture_went_is_said() throws IOException {
        var shown = bring(edited(Map.of("样机", "整机", "试验", "海试")));
        unit.post(place + "/fields", Map.of("field", field(0), "value", "刚刚写的", "version", "1"));
        var gone = draft().in(Slot.PICTURE).get(1).id();
        server.get(Placing.class).remove(person.actor(), id, gone);
        var answer = take(shown).text();
        assertThat(answer).contains("照片说明：全景.jpg：别人刚改过这一项").doesNotContain("已填入");
        assertThat(captions()).containsExactly("刚刚写的");
    }

    @Test void what_is_taken_twice_is_said_to_have_stood_there_and_leaves_nothing_to_take_back() throws IOException {
        var shown = bring(edited(Map.of("样机", "整机", "试验", "海试")));
        var once = take(shown);
        assertThat(once.text()).contains("已填入 2 项").doesNotContain("原来就相同");
        var twice = take(shown);
        assertThat(twice.text()).contains("选中的 2 项原来就相同，什么也没有改动").doesNotContain("已填入");
        assertThat(twice.body()).doesNotContain("name=\"undo\"");
        assertThat(captions()).containsExactly("整机", "海试");
        unit.post(place + "/fields", Map.of("field", field(0), "value", "样机", "version", "2"));
        var again = unit.follow(unit.post(place + "/forms/values", Map.of("field", field(0), "value:" + field(0), "整机", "version:" + field(0), "3")));
        assertThat(again.text()).contains("已填入 1 项");
        take(once, "undo=1");
        assertThat(captions()).containsExactly("整机", "试验");
        assertThat(take(once, "undo=1").text()).contains("项已经是原来的内容");
    }

    @Test void the_caption_of_a_picture_that_was_pasted_in_and_is_here_is_offered_when_the_form_comes_again() throws IOException {
        id = Samples.begun(server, person);
        place = "/achievements/" + id;
        var form = FormsWithPictures.board(FormsWithPictures.small(1));
        var first = bring(form);
        assertThat(first.text()).doesNotContain("照片说明：");
        var picture = first.find("name=\"picture\" value=\"([0-9a-f-]{36})\"");
        unit.post(place + "/forms/values", Map.of("picture", picture, "slot:" + picture, "picture", "caption:" + picture, "旧说明"));
        assertThat(bring(form).text()).contains("照片说明：展板信息登记表-image2.png 会改动", "现在是： 旧说明");
    }
}
