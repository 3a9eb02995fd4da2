package huizhan.turning;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.canary.Scan;
import huizhan.disc.DiscVerifier;
import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.Unsealing;
import huizhan.keys.PrivateKeys;
import huizhan.material.Examples;
import huizhan.material.Noise;
import huizhan.material.Values;
import huizhan.nomination.Filing;
import huizhan.nomination.Filing.Sent;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import huizhan.stamped.Scans;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What turns out not to be for the public leaves the open network sealed, and leaves nothing behind (A4, C2). */
class TurningPagesTest {
    private static final Instant MADE = Instant.parse("2015-05-20T01:00:00Z");
    private static final PrivateKeys ORGANIZER = PrivateKeys.create("组织单位（示例）", MADE);
    private static final PrivateKeys DEPARTMENT = PrivateKeys.create("示例部门 53", MADE);
    private static final String WORD = Scan.word(1);

    @TempDir
    Path folder;
    private TestServer server;
    private Filing filing;
    private TestBrowser drafter;
    private TestBrowser unit;

    @BeforeEach void start() {
        server = TestServer.inTheCall();
        filing = new Filing(server, "53");
        drafter = server.browserOf(filing.drafter);
        unit = server.browserOf(filing.unit);
    }

    @AfterEach void stop() {
        server.close();
    }

    private static void card(TestBrowser browser, PrivateKeys keys) {
        browser.get("/keys");
        assertThat(browser.post("/keys", Map.of("card", keys.card().card(), "seen", "0")).status()).isEqualTo(302);
    }

    /** Every text bears the word. */
    private static Values marked(String name) {
        var all = new LinkedHashMap<String, List<String>>();
        var plain = Examples.values();
        for (var field : List.of("undertaker", "foreignPartner", "listContact.name", "listContact.details", "statement.problem", "statement.breakthrough", "statement.effect",
            "board.unit", "board.foreignPartner", "board.chineseInvestment", "board.foreignInvestment", "board.startAndCompletion", "board.contact.name", "board.text",
            "board.confidentialityOpinion", "board.intellectualProperty")) {
            all.put(field, List.of(plain.text(field) + WORD));
        }
        var values = plain.with("name", name);
        for (var each : all.entrySet()) {
            values = values.with(each.getKey(), each.getValue().get(0));
        }
        return values;
    }

    private static final byte[] NOISE = Noise.jpg(7);

    /** One picture like another, but for what stands behind its end. */
    private static Sent picture(String name, String behind) {
        var more = behind.getBytes(StandardCharsets.UTF_8);
        var bytes = java.util.Arrays.copyOf(NOISE, NOISE.length + more.length);
        System.arraycopy(more, 0, bytes, NOISE.length, more.length);
        return new Sent(name, bytes);
    }

    private static Sent marked(int number) {
        return picture("照片-" + WORD + "-" + number + ".jpg", WORD + number);
    }

    private static Sent picture(int number) {
        return picture("照片-" + number + ".jpg", "plain" + number);
    }

    private UUID marked() {
        return filing.picked(marked("真名" + WORD), List.of(marked(1), marked(2)));
    }

    private static final byte[] HALF = ("ftyp" + WORD).getBytes(StandardCharsets.UTF_8);

    /** Half a film on its way. */
    private String begun(String place) {
        unit.get(place);
        var slot = Base64.getEncoder().encodeToString(("achievement:" + place.substring(14) + ":video").getBytes(StandardCharsets.UTF_8));
        var name = Base64.getEncoder().encodeToString(("影片" + WORD + ".mp4").getBytes(StandardCharsets.UTF_8));
        var begun = unit.send(HttpRequest.newBuilder(URI.create(server.address() + "/files")).POST(BodyPublishers.noBody()), "Tus-Resumable", "1.0.0",
            "X-CSRF-TOKEN", unit.token(), "Upload-Length", "1000000", "Upload-Metadata", "filename " + name + ",slot " + slot);
        assertThat(begun.status()).isEqualTo(201);
        assertThat(unit.send(HttpRequest.newBuilder(URI.create(server.address() + begun.location())).method("PATCH", BodyPublishers.ofByteArray(HALF)), "Tus-Resumable", "1.0.0",
            "X-CSRF-TOKEN", unit.token(), "Upload-Offset", "0", "Content-Type", "application/offset+octet-stream").status()).isEqualTo(204);
        return begun.location();
    }

    private List<Path> saved(TestBrowser browser, String place) throws Exception {
        var page = browser.get(place + "/disclosure");
        assertThat(page.body()).contains(place + "/disclosure/discs/1");
        return List.of(Files.write(folder.resolve("disc.iso"), Scans.bytes(server, browser, place + "/disclosure/discs/1")));
    }

    @Test void a_department_sends_away_what_is_on_its_list_and_only_a_rank_and_a_word_remain() throws Exception {
        card(server.browserOf(server.people().organizer()), ORGANIZER);
        var first = filing.picked(Examples.values().with("name", "第一项"), List.of(picture(8), picture(9)));
        var id = marked();
        var place = "/achievements/" + id;
        drafter.get(place + "/papers/board-form.docx");
        filing.signOff();
        filing.withdraw();
        Filing.settled(server, "nomination.disc");
        assertThat(Scan.places(server.folder())).as("the scan finds the word before").isNotEmpty();

        var page = drafter.get(place + "/disclosure");
        assertThat(page.text()).contains("组织单位（示例）", ORGANIZER.card().fingerprint().grouped().substring(0, 39), "生成封装光盘").doesNotContain("移出并清除");
        assertThat(drafter.post(place + "/disclosure", Map.of("saved", "yes")).text()).contains("没有现在这份内容的封装光盘", "内容没有清除");
        assertThat(drafter.post(place + "/disclosure/discs", Map.of("capacity", "5000000")).text()).as("a kind of disc that is too small").contains("请选容量更大的盘");
        assertThat(drafter.post(place + "/disclosure/discs", Map.of("capacity", "cd")).status()).isEqualTo(302);
        assertThat(drafter.get(place + "/disclosure").text()).contains("封装光盘 1/1", "移出并清除");
        assertThat(drafter.get(place + "/disclosure").body()).contains(place + "/disclosure/discs/1/label.pdf", "<option value=\"bd\">");
        assertThat(Scans.text(server, drafter, place + "/disclosure/discs/1/label.pdf")).contains("推荐部门代码53", "封装　第1张，共1张", "成果1项").doesNotContain(WORD);
        var disc = saved(drafter, place).get(0);
        var verdict = DiscVerifier.verify(disc, new Against(Optional.empty(), Optional.of(ORGANIZER), List.of()));
        assertThat(verdict.defects()).isEmpty();
        assertThat(verdict.sealed().orElseThrow()).isEqualTo(new DiscVerifier.Sealed("53", 1, ORGANIZER.card().id(), true));
        assertThat(Scan.places("disc", Files.readAllBytes(disc))).isEmpty();
        var open = Unsealing.into(disc, ORGANIZER, folder).image().orElseThrow();
        assertThat(Scan.places("open", Files.readAllBytes(open))).isNotEmpty();

        assertThat(drafter.post(place + "/disclosure", Map.of()).text()).contains("已经保存");
        assertThat(drafter.post(place + "/disclosure", Map.of("saved", "yes")).location()).isEqualTo("/nomination");
        assertThat(drafter.get(place).status()).isEqualTo(404);
        assertThat(unit.get(place).status()).isEqualTo(404);
        assertThat(drafter.get("/nomination").text()).containsSubsequence("第一项", "非公开");
        assertThat(drafter.get("/nomination/history").text()).contains("一项改为非公开，位次保留").doesNotContain(WORD);
        assertThat(Scan.places(server.folder())).as("nothing of it is anywhere, while the server runs").isEmpty();
        assertThat(rows("select count(*) from turning where achievement_id = :p and discs = 1 and unit_id = ''", id)).isEqualTo(1);
        assertThat(rows("select count(*) from audit_entry where what = 'achievement.turned' and outcome = 'done' and subject = 'achievement:' || :p", id)).isEqualTo(1);
        assertThat(drafter.get("/achievements/" + first).status()).isEqualTo(200);
    }

    private long rows(String sql, UUID id) {
        return server.get(JdbcClient.class).sql(sql).param("p", id.toString()).query(Long.class).single();
    }

    @Test void a_unit_sends_its_own_away_to_its_department_and_without_a_card_it_cannot() throws Exception {
        var id = filing.handed(marked("真名" + WORD), List.of(marked(3), marked(4)));
        var place = "/achievements/" + id;
        assertThat(unit.get(place + "/disclosure").text()).contains("已交给推荐部门").doesNotContain("生成封装光盘");
        drafter.get(place);
        drafter.post(place + "/handover/return", Map.of("reason", "请改为非公开"));
        assertThat(unit.get(place).body()).contains(place + "/disclosure");
        assertThat(unit.get(place + "/disclosure").text()).contains("贵部门还没有给出公钥卡");
        assertThat(unit.post(place + "/disclosure/discs", Map.of()).text()).contains("贵部门还没有给出公钥卡");
        card(drafter, DEPARTMENT);
        unit.get(place + "/disclosure");
        assertThat(unit.post(place + "/disclosure/discs", Map.of()).status()).isEqualTo(302);
        var disc = saved(unit, place).get(0);
        assertThat(DiscVerifier.verify(disc, new Against(Optional.empty(), Optional.of(DEPARTMENT), List.of())).defects()).isEmpty();

        unit.get(place);
        unit.post(place + "/fields", Map.of("field", "name", "value", "又改了" + WORD, "version", "1"), "Accept", "application/json");
        assertThat(unit.get(place + "/disclosure").text()).contains("内容或公钥卡又变了").doesNotContain("移出并清除");
        assertThat(unit.post(place + "/disclosure", Map.of("saved", "yes")).text()).contains("没有现在这份内容的封装光盘");
        var under = begun(place);
        unit.get(place + "/disclosure");
        unit.post(place + "/disclosure/discs", Map.of());
        unit.get(place + "/disclosure");
        assertThat(Scan.places(server.folder())).as("half an upload").anyMatch(each -> each.startsWith("uploads/"));
        assertThat(unit.post(place + "/disclosure", Map.of("saved", "yes")).location()).isEqualTo("/achievements");
        assertThat(unit.send(HttpRequest.newBuilder(URI.create(server.address() + under)).method("PATCH", BodyPublishers.ofString(WORD)), "Tus-Resumable", "1.0.0",
            "X-CSRF-TOKEN", unit.token(), "Upload-Offset", String.valueOf(HALF.length), "Content-Type", "application/offset+octet-stream").status()).isIn(404, 410);
        assertThat(unit.get("/achievements").text()).doesNotContain(WORD);
        assertThat(Scan.places(server.folder())).isEmpty();
    }

    @Test void nobody_else_sees_it_or_its_discs() throws Exception {
        card(server.browserOf(server.people().organizer()), ORGANIZER);
        var place = "/achievements/" + marked();
        drafter.get(place + "/disclosure");
        drafter.post(place + "/disclosure/discs", Map.of());
        var stranger = server.browserOf(new Filing(server, "31").drafter);
        stranger.get("/achievements");
        for (var path : List.of(place + "/disclosure", place + "/disclosure/discs/1", place + "/disclosure/discs/1/label.pdf")) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(stranger.post(place + "/disclosure", Map.of("saved", "yes")).status()).isEqualTo(404);
        assertThat(stranger.post(place + "/disclosure/discs", Map.of()).status()).isEqualTo(404);
        assertThat(drafter.get(place + "/disclosure/discs/2").status()).isEqualTo(404);
        assertThat(drafter.get(place).status()).isEqualTo(200);
    }

    @Test void what_is_signed_off_stays_until_that_is_withdrawn() throws Exception {
        card(server.browserOf(server.people().organizer()), ORGANIZER);
        var place = "/achievements/" + marked();
        filing.signOff();
        assertThat(drafter.get(place).body()).doesNotContain(place + "/disclosure");
        assertThat(drafter.get(place + "/disclosure").text()).contains("已签发").doesNotContain("生成封装光盘");
        assertThat(drafter.post(place + "/disclosure/discs", Map.of()).text()).contains("已签发");
        assertThat(drafter.post(place + "/disclosure", Map.of("saved", "yes")).text()).contains("已签发");
        assertThat(drafter.get(place).status()).isEqualTo(200);
    }
}
