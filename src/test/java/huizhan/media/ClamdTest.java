package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.TestImports;
import huizhan.ferry.Freight;
import huizhan.ferry.HandMadeFolder;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.nomination.Filing;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The virus check with a real clamd and a signature of its own: nothing passes unseen, what is infected goes, what can't be looked at waits. */
class ClamdTest {
    /** What the signature looks for; new each time, so that no other scanner of the machine minds. */
    private static final String MARK = "huizhan-test-" + Long.toHexString(new Random().nextLong());
    private static final int LIMIT = 1_000_000;
    private static final Path DAEMON = Path.of("/usr/sbin/clamd");
    private static final Actor CLERK = new Actor(new java.util.UUID(0, 7), "收件员", java.util.Set.of(huizhan.kernel.Role.ORGANIZER), java.util.Optional.empty(), java.util.Optional.empty());
    @TempDir
    Path folder;
    private Process clamd;

    private void daemon() throws IOException {
        var database = Files.createDirectories(folder.resolve("signatures"));
        Files.writeString(database.resolve("own.ndb"), "Huizhan.Test.Marker:0:*:" + java.util.HexFormat.of().formatHex(MARK.getBytes(StandardCharsets.US_ASCII)) + "\n");
        var settings = Files.writeString(folder.resolve("clamd.conf"), String.join("\n", "Foreground yes", "DatabaseDirectory " + database, "LocalSocket " + folder.resolve("clamd.sock"),
            "StreamMaxLength " + LIMIT, "AlertExceedsMax yes", "LogFile " + folder.resolve("clamd.log"), "TemporaryDirectory " + folder, ""));
        clamd = new ProcessBuilder(DAEMON.toString(), "--config-file=" + settings).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        until(() -> Clamd.at("unix:" + folder.resolve("clamd.sock")).answers());
    }

    private static void until(BooleanSupplier so) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @AfterEach void stop() throws Exception {
        if (clamd != null) clamd.destroyForcibly().waitFor();
    }

    @Test void nothing_passes_that_was_not_looked_at() throws Exception {
        Assumptions.assumeTrue(Files.isRegularFile(DAEMON), "clamd is not installed (Debian: clamav-daemon)");
        try (var server = TestServer.start(options -> options.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").with("huizhan.clamd", "unix:" + folder.resolve("clamd.sock")))) {
            var organizer = server.browserOf(server.people().organizer());
            organizer.get("/discs/hand-made");
            var place = organizer.post("/discs/hand-made", Map.of("department", "53", "day", "2015-07-09")).location();
            waits(server, organizer, place);
            infected(server, organizer, place);
            image(server, organizer, place);
            disc(server, organizer);
            held(server, organizer);
        }
    }

    /** While the daemon is away a file waits, in words, and goes on by itself. */
    private void waits(TestServer server, TestBrowser browser, String place) throws Exception {
        assertThat(server.browser().get("/health").body()).contains("\"status\":\"ready\"", "\"virus-check\":\"away\"");
        var upload = sent(browser, slot(browser, place, "a.txt"), "a.txt", "一份普通的说明".getBytes(StandardCharsets.UTF_8));
        assertThat(upload.status()).isEqualTo(503);
        assertThat(upload.words()).contains("a.txt", "在等病毒检查", "恢复后会自动继续");
        assertThat(files(server)).isZero();
        daemon();
        assertThat(server.browser().get("/health").body()).contains("\"virus-check\":\"answers\"");
        until(() -> files(server) == 1);
    }

    private void infected(TestServer server, TestBrowser browser, String place) throws Exception {
        var upload = sent(browser, slot(browser, place, "b.txt"), "b.txt", ("前面 " + MARK + " 后面").getBytes(StandardCharsets.UTF_8));
        assertThat(upload.status()).isEqualTo(422);
        assertThat(upload.words()).contains("b.txt", "Huizhan.Test.Marker", "内容已删除");
        assertThat(files(server)).isEqualTo(1);
        assertThat(server.trail("upload.infected", "slot:%", 1)).isEqualTo(1);
        try (var left = Files.list(server.folder().resolve("uploads"))) {
            assertThat(left).as("no byte of it stays").isEmpty();
        }
        var large = new byte[3 * LIMIT];
        new Random(7).nextBytes(large);
        var held = sent(browser, slot(browser, place, "c.bin"), "c.bin", large);
        assertThat(held.status()).isEqualTo(503);
        assertThat(held.words()).contains("c.bin", "超过了检查程序一次能查的大小", "StreamMaxLength");
        assertThat(files(server)).isEqualTo(1);
    }

    /** An image of a disc made by hand is larger than is looked at in one piece: its files are, one by one, and one that is infected keeps all out. */
    private void image(TestServer server, TestBrowser browser, String place) throws Exception {
        var root = Files.createDirectories(folder.resolve("hand-made"));
        Files.writeString(root.resolve("好的.txt"), "一份普通的说明之二");
        Files.writeString(root.resolve("坏的.txt"), "前面 " + MARK);
        long before = files(server);
        var id = place.substring(place.lastIndexOf('/') + 1);
        HandMadeFolder.send(browser, "discs:hand-made:" + id + ":image", HandMadeFolder.image(root, folder.resolve("hand-made.iso")));
        assertThat(server.trail("hand-made.unpacked", "hand-made:" + id, 1)).isEqualTo(1);
        assertThat(browser.get(place).body()).contains("没有通过病毒检查").doesNotContain("好的.txt");
        Filing.settled(server, "media-remove");
        assertThat(files(server)).isEqualTo(before);
    }

    /** While the daemon is away an image waits whole, in words, and is taken apart by itself when it is there again. */
    private void held(TestServer server, TestBrowser browser) throws Exception {
        clamd.destroyForcibly().waitFor();
        browser.get("/discs/hand-made");
        var place = browser.post("/discs/hand-made", Map.of("department", "52", "day", "2015-07-09")).location();
        browser.get(place);
        var id = place.substring(place.lastIndexOf('/') + 1);
        var root = Files.createDirectories(folder.resolve("later"));
        Files.writeString(root.resolve("再来.txt"), "一份普通的说明之三");
        HandMadeFolder.send(browser, "discs:hand-made:" + id + ":image", HandMadeFolder.image(root, folder.resolve("later.iso")));
        until(() -> browser.get(place).body().contains("病毒检查暂时没有应答"));
        assertThat(browser.get(place).body()).doesNotContain("再来.txt");
        assertThat(server.trail("hand-made.unpacked", "hand-made:" + id)).isZero();
        assertThat(browser.get(place).body()).contains("不取了，移除映像");
        long before = files(server);
        browser.post(place + "/image/removal", Map.of("what", "stop"));
        Filing.settled(server, "media-remove");
        assertThat(files(server)).as("an image that isn't waited for goes").isEqualTo(before - 1);
        assertThat(browser.get(place).body()).doesNotContain("病毒检查暂时没有应答").doesNotContain("不取了，移除映像");
        HandMadeFolder.send(browser, "discs:hand-made:" + id + ":image", folder.resolve("later.iso"));
        daemon();
        until(() -> browser.get(place).body().contains("再来.txt"));
        assertThat(browser.get(place).body()).doesNotContain("病毒检查暂时没有应答");
    }

    /** A disc is looked at file by file when it is taken in: here its own record bears the mark in an achievement's attachment. */
    private void disc(TestServer server, TestBrowser browser) throws Exception {
        var bad = Freight.marked(Freight.achievement(1, "跨境水资源联合观测", Disclosure.PUBLIC), MARK);
        var image = Freight.discs(Freight.list(server.people().department("52").name().zh(), 1, bad), folder.resolve("disc")).get(0);
        assertThat(TestImports.take(server.running(), CLERK, List.of(), List.of(image))).containsExactly("import.virus");
        assertThat(files(server)).isEqualTo(1);
        assertThat(server.trail("disc.infected", "call:%", 1)).isEqualTo(1);
        browser.get("/keys");
        var form = browser.upload("/keys", "x.card", MARK.getBytes(StandardCharsets.US_ASCII));
        assertThat(form.status()).isEqualTo(422);
        assertThat(form.text()).contains("x.card", "Huizhan.Test.Marker");
    }

    /** What the last byte was answered with. */
    private record Sent(int status, String words) {}

    private static String slot(TestBrowser browser, String place, String name) {
        var json = JsonMapper.builder().build();
        var answer = browser.send(request(browser, place + "/files").header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("files", List.of(Map.of("path", name, "size", 10)))))));
        return json.readTree(answer.body()).get("slots").get(name).asString();
    }

    private static Sent sent(TestBrowser browser, String slot, String name, byte[] bytes) {
        var begun = browser.send(request(browser, "/files").header("Tus-Resumable", "1.0.0").header("Upload-Length", String.valueOf(bytes.length))
            .header("Upload-Metadata", "filename " + base64(name) + ",slot " + base64(slot)).POST(BodyPublishers.noBody()));
        var answer = browser.send(request(browser, begun.location()).header("Tus-Resumable", "1.0.0").header("Upload-Offset", "0")
            .header("Content-Type", "application/offset+octet-stream").method("PATCH", BodyPublishers.ofByteArray(bytes)));
        return new Sent(answer.status(), answer.body());
    }

    private static HttpRequest.Builder request(TestBrowser browser, String path) {
        return HttpRequest.newBuilder(browser.uri(path)).header("X-CSRF-TOKEN", browser.token());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long files(TestServer server) {
        return server.get(JdbcClient.class).sql("select count(*) from media_file").query(Long.class).single();
    }
}
