package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.Achievements;
import huizhan.achievement.Outcome;
import huizhan.documents.PaperCode;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Sha256;
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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A paper held against the record in the browser (B17). */
class PaperCheckPagesTest {
    private static TestServer server;
    private static TestPeople people;
    private static Person drafter;
    private Person person;
    private TestBrowser unit;
    private UUID id;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
        drafter = people.of(people.department("33"), Role.DRAFTER);
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void an_achievement_with_a_name() {
        person = people.of(drafter, people.unit(drafter, "示例研究院"));
        unit = server.browserOf(person);
        id = ((Outcome.Done) server.get(Achievements.class).begin(person.actor(), Disclosure.PUBLIC, Optional.empty())).achievement();
        write("只有单位知道的名称", 0);
        unit.get("/paper-check");
    }

    private void write(String name, long version) {
        unit.get("/achievements/" + id);
        assertThat(unit.post("/achievements/" + id + "/fields", java.util.Map.of("field", "name", "value", name, "version", String.valueOf(version))).status()).isEqualTo(200);
        unit.get("/paper-check");
    }

    private static Answer check(TestBrowser browser, String code, byte[] file) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var part : new String[][] {{"_csrf", browser.token()}, {"code", code}}) {
            body.write(("--part\r\nContent-Disposition: form-data; name=\"" + part[0] + "\"\r\n\r\n" + part[1] + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        body.write("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"paper.pdf\"\r\nContent-Type: application/pdf\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(HttpRequest.newBuilder(URI.create(server.address() + "/paper-check")).header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private byte[] pdf() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/achievements/" + id + "/papers/board-form.pdf"))
            .header("Cookie", unit.cookies().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(java.util.stream.Collectors.joining("; ")));
        return java.net.http.HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray()).body();
    }

    @Test void a_printed_form_is_the_same_until_a_word_changes() throws Exception {
        var paper = pdf();
        var same = check(unit, "", paper);
        assertThat(same.text()).contains("内容一致，共 1 项摘要，但目前没有有效的签发", "展板信息登记表 · 只有单位知道的名称").doesNotContain("board-form", id.toString());
        assertThat(same.body()).contains("notice warn");
        write("改过的名称", 1);
        assertThat(check(unit, "", paper).text()).contains("不一致，1 项中有 1 项不同");
    }

    @Test void a_stranger_who_holds_the_paper_learns_that_it_is_the_same_and_one_who_knows_only_an_id_learns_no_name() throws Exception {
        var stranger = server.browserOf(people.of(drafter, people.unit(drafter, "别的单位")));
        stranger.get("/paper-check");
        assertThat(check(stranger, "", pdf()).text()).contains("内容一致，共 1 项摘要");
        var guessed = new PaperCode("board-form", id, Sha256.of("猜的")).toString();
        assertThat(check(stranger, guessed, new byte[0]).text()).contains("不一致").doesNotContain("只有单位知道的名称");
        assertThat(check(stranger, new PaperCode("board-form", UUID.randomUUID(), Sha256.of("x")).toString(), new byte[0]).text()).contains("记录里没有这份文件");
    }

    @Test void what_is_no_paper_of_ours_is_refused_with_the_reason_and_what_was_typed_stays() throws Exception {
        assertThat(check(unit, "", new byte[0]).text()).contains("请选择文件，或填二维码的文字");
        var wrong = check(unit, "http://example.org/not-ours", new byte[0]);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("这不是本系统纸质件上的二维码文字").contains("value=\"http://example.org/not-ours\"");
        assertThat(check(unit, "", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
    }
}
