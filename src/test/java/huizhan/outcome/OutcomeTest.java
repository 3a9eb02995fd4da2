package huizhan.outcome;

import static huizhan.kernel.Disclosure.NON_PUBLIC;
import static huizhan.kernel.Disclosure.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import huizhan.ferry.Freight;
import huizhan.ferry.Taken;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.keys.PrivateKeys;
import huizhan.material.Achievement;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Results go back over the gap on paper: decided and signed on one server, scanned and released on another (B29). */
class OutcomeTest {
    private static final PrivateKeys ORGANIZER = PrivateKeys.create("组织单位（示例）", Instant.parse("2015-05-20T01:00:00Z"));
    private static final String WORD = "示例口令一二三四五六七八";
    private static final Achievement SECRET = Freight.achievement(8, "特种材料联合试制", NON_PUBLIC);
    @TempDir
    static Path folder;
    private static TestServer inner;
    private static TestServer outer;

    @BeforeAll static void open() throws Exception {
        inner = TestServer.start(options -> options.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").in(Zone.RESTRICTED));
        outer = TestServer.start(options -> options.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").in(Zone.OPEN));
        var one = Freight.discs(Freight.list(inner.people().department("53").name().zh(), 1, lines("53", true)), Files.createDirectories(folder.resolve("53")));
        var two = Freight.discs(Freight.list(inner.people().department("11").name().zh(), 1, lines("11", false)), Files.createDirectories(folder.resolve("11")));
        var sealed = Freight.sealed(Freight.part(SECRET), ORGANIZER.card(), "53", Files.createDirectories(folder.resolve("sealed")));
        for (var server : List.of(inner, outer)) {
            Taken.in(server, one);
            Taken.in(server, two);
        }
        Taken.in(inner, sealed, ORGANIZER);
    }

    @AfterAll static void close() {
        inner.close();
        outer.close();
    }

    /** Seven public ones, and a stub after them. */
    private static Achievement[] lines(String department, boolean stub) {
        var lines = new ArrayList<>(IntStream.rangeClosed(1, 7).mapToObj(rank -> Freight.achievement(rank, "示例成果" + department + "之" + rank, PUBLIC)).toList());
        if (stub) lines.add(Achievement.stub(SECRET.id().orElseThrow(), 8));
        return lines.toArray(Achievement[]::new);
    }

    private static List<String> seen(TestBrowser browser) {
        return Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(browser.get("/results").body()).results().map(each -> each.group(1)).toList();
    }

    private static TestBrowser.Answer sign(TestBrowser browser, String sheet, String key) {
        var page = browser.get(sheet).body();
        return sign(browser, sheet, key, page.contains("name=\"seen\"") ? browser.get(sheet).find("name=\"seen\" value=\"([0-9a-f]{64})\"") : "");
    }

    private static TestBrowser.Answer sign(TestBrowser browser, String sheet, String key, String seen) {
        var out = new ByteArrayOutputStream();
        Map.of("passphrase", WORD, "seen", seen).forEach((name, value) -> out.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"key\"; filename=\"a.key\"\r\nContent-Type: application/octet-stream\r\n\r\n" + key + "\r\n--b--\r\n").getBytes(StandardCharsets.UTF_8));
        return browser.send(HttpRequest.newBuilder(browser.uri(sheet + "/signature")).header("X-CSRF-TOKEN", browser.token()).header("Content-Type", "multipart/form-data; boundary=b").POST(BodyPublishers.ofByteArray(out.toByteArray())));
    }

    /** All that is to be marked by its button at the foot. */
    private static TestBrowser.Answer mark(TestBrowser browser, String verdict) {
        var all = seen(browser);
        var fields = new StringBuilder("verdict=" + verdict + "&all=all");
        all.forEach(each -> fields.append("&seen=").append(each.replace(":", "%3A")));
        return browser.send(HttpRequest.newBuilder(browser.uri("/results/verdicts")).header("X-CSRF-TOKEN", browser.token()).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(fields.toString())));
    }

    /** The codes as a scanner reads them off the page. */
    private static List<String> scanned(byte[] pdf) throws Exception {
        var codes = new LinkedHashMap<String, Boolean>();
        try (var document = Loader.loadPDF(pdf)) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                var image = new PDFRenderer(document).renderImageWithDPI(page, 200);
                var light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
                for (var found : new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))) codes.put(found.getText(), true);
            }
        }
        return List.copyOf(codes.keySet());
    }

    private static String scan(TestBrowser browser, String code) {
        browser.get("/results/codes");
        return browser.post("/results/codes", Map.of("code", code), "X-Requested-With", "x").body();
    }

    @Test void results_leave_one_server_on_paper_and_count_on_the_other() throws Exception {
        var maker = inner.browserOf(inner.people().organizer());
        var officer = inner.browserOf(inner.people().granted("示例 保密审核", Role.CONFIDENTIALITY));
        var key = ORGANIZER.locked(WORD.toCharArray());

        assertThat(maker.get("/results").text()).contains("示例成果53之1").contains("示例成果11之7").doesNotContain("特种材料").contains("没有新的结果要上表");
        assertThat(seen(maker)).hasSize(14);
        assertThat(officer.post("/results/verdicts", Map.of("verdict", "selected", "all", "all")).status()).isEqualTo(404);
        assertThat(mark(maker, "selected").status()).isEqualTo(302);
        assertThat(maker.post("/results/verdicts", Map.of("verdict", "declined", "all", "all", "seen", seen(maker).get(0).replaceAll(":1$", ":0"))).text()).contains("同事刚改过");
        assertThat(maker.get("/results").text()).contains("14 项结果还没有上表");

        maker.get("/results");
        var dropped = maker.post("/results/sheets", Map.of()).location();
        var shown = officer.get(dropped).find("name=\"seen\" value=\"([0-9a-f]{64})\"");
        maker.get(dropped);
        assertThat(maker.post(dropped + "/removal", Map.of("seen", "0".repeat(64))).text()).contains("刚有变动");
        assertThat(maker.post(dropped + "/removal", Map.of("seen", shown)).status()).isEqualTo(302);
        maker.get("/results");
        var sheet = maker.post("/results/sheets", Map.of()).location();
        assertThat(sheet).as("a number never comes again").endsWith("/results/sheets/2");
        assertThat(sign(officer, sheet, key, shown).text()).as("what was shown is what is signed").contains("刚有变动");
        assertThat(sign(maker, sheet, key).text()).contains("要由另一位同事核对签发");
        assertThat(officer.get(sheet + "/sheet.pdf").status()).isEqualTo(404);
        assertThat(sign(officer, sheet, key).text()).contains("还没有组织单位的公钥卡");
        maker.get("/keys");
        maker.post("/keys", Map.of("card", ORGANIZER.card().card(), "seen", "0"));
        assertThat(sign(officer, sheet, PrivateKeys.create("别人", Instant.now()).locked("另一个口令一二三四五六七八".toCharArray())).text()).contains("口令不对");
        assertThat(sign(officer, sheet, PrivateKeys.create("别人", Instant.now()).locked(WORD.toCharArray())).text()).contains("不是组织单位现用的密钥");
        assertThat(inner.trail("outcome.sheet-signed", "result-sheet:%")).isEqualTo(5);
        assertThat(sign(officer, sheet, key).status()).isEqualTo(302);
        assertThat(maker.get("/results").text()).contains("没有新的结果要上表").contains("已签发");

        var pdf = huizhan.stamped.Scans.bytes(inner, officer, sheet + "/sheet.pdf");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("第 2 号结果表").contains(Freight.id("示例成果53之1").toString()).contains("入选").doesNotContain("示例成果").doesNotContain(SECRET.id().orElseThrow().toString());
        }
        var codes = scanned(pdf);
        assertThat(codes).hasSize(2);

        var organizer = outer.browserOf(outer.people().organizer());
        var clerk = outer.browserOf(outer.people().granted("示例 收件员", Role.CLERK));
        put(organizer);
        assertThat(scan(clerk, codes.get(0).substring(0, 120))).contains("不是结果表的二维码");
        assertThat(scan(clerk, new SheetCode.Part("example", 1, 1, 1, Instant.EPOCH, Map.of(Freight.id("示例成果53之1"), Verdict.DECLINED)).signed(PrivateKeys.create("别人", Instant.now())).text())).contains("签名不对");
        assertThat(scan(clerk, codes.get(1))).contains("已读");
        assertThat(scan(clerk, codes.get(1).toLowerCase(java.util.Locale.ROOT))).contains("已经扫过");
        assertThat(clerk.get("/results/codes").text()).contains("已扫 1 / 2").contains("还差第 ");
        organizer.get("/results/codes");
        assertThat(organizer.post("/results/codes/2/release", Map.of()).text()).contains("还没有扫全");
        assertThat(scan(clerk, codes.get(0))).contains("已读");
        var drafter = outer.browserOf(outer.people().of(outer.people().department("53"), Role.DRAFTER));
        assertThat(drafter.get("/nomination/results").text()).contains("还没有公布结果");
        assertThat(clerk.post("/results/codes/2/release", Map.of()).status()).isEqualTo(404);
        organizer.get("/results/codes");
        assertThat(organizer.post("/results/codes/2/release", Map.of()).status()).isEqualTo(302);
        assertThat(drafter.get("/nomination/results").text()).contains("示例成果53之1").contains("入选").doesNotContain("示例成果11");
        assertThat(drafter.get("/nomination").text()).contains("已公布 7 项成果的结果");
    }

    private static void put(TestBrowser organizer) {
        if (!organizer.get("/results/codes").text().contains("无法验证结果表")) return;
        assertThat(scan(organizer, Codes.of(outer, ORGANIZER, Freight.id("示例成果53之1")))).contains("无法验证");
        organizer.get("/keys");
        assertThat(organizer.post("/keys", Map.of("card", ORGANIZER.card().card(), "seen", "0")).status()).isEqualTo(302);
    }

    @Test void of_what_is_not_public_here_nothing_is_kept() throws Exception {
        var organizer = outer.browserOf(outer.people().organizer());
        put(organizer);
        var entries = new LinkedHashMap<java.util.UUID, Verdict>();
        entries.put(SECRET.id().orElseThrow(), Verdict.SELECTED);
        entries.put(Freight.id("示例成果53之2"), Verdict.RESERVE);
        var call = outer.get(huizhan.opening.OpenCall.class).call().id();
        assertThat(scan(organizer, new SheetCode.Part(call, 9, 1, 1, Instant.EPOCH, entries).signed(ORGANIZER).text())).contains("有非公开的没有保留");
        assertThat(outer.get(JdbcClient.class).sql("select achievement_id from outcome_entry where number = 9").query(String.class).list()).containsExactly(Freight.id("示例成果53之2").toString());
        assertThat(scan(organizer, new SheetCode.Part(call, 9, 1, 1, Instant.EPOCH.plusSeconds(1), entries).signed(ORGANIZER).text())).contains("与先前扫的不是同一份");
        assertThat(scan(organizer, new SheetCode.Part("another-call", 9, 1, 1, Instant.EPOCH, entries).signed(ORGANIZER).text())).contains("不是本次征集的");
    }

    /** A later list calls it non-public: what was said of it and released goes (A4). */
    @Test void what_turns_into_a_rank_and_a_word_later_has_no_result_any_more() throws Exception {
        var organizer = outer.browserOf(outer.people().organizer());
        put(organizer);
        var call = outer.get(huizhan.opening.OpenCall.class).call().id();
        var late = Freight.achievement(1, "示例成果42之1", PUBLIC);
        var rest = Freight.achievement(2, "示例成果42之2", PUBLIC);
        var name = outer.people().department("42").name().zh();
        Taken.in(outer, Freight.discs(Freight.list(name, 1, late, rest), Files.createDirectories(folder.resolve("42-1"))));
        var entries = Map.of(late.id().orElseThrow(), Verdict.SELECTED, rest.id().orElseThrow(), Verdict.RESERVE);
        assertThat(scan(organizer, new SheetCode.Part(call, 20, 1, 1, Instant.EPOCH, entries).signed(ORGANIZER).text())).contains("已读");
        organizer.get("/results/codes");
        organizer.post("/results/codes/20/release", Map.of());
        var drafter = outer.browserOf(outer.people().of(outer.people().department("42"), Role.DRAFTER));
        assertThat(drafter.get("/nomination/results").text()).contains("示例成果42之1").contains("入选");
        Taken.in(outer, Freight.discs(Freight.list(name, 2, Achievement.stub(late.id().orElseThrow(), 1), rest), Files.createDirectories(folder.resolve("42-2"))));
        assertThat(drafter.get("/nomination/results").text()).contains("备选").doesNotContain("入选").doesNotContain("示例成果42之1");
        assertThat(outer.get(JdbcClient.class).sql("select count(*) from outcome_verdict where achievement_id = :id").param("id", late.id().orElseThrow().toString()).query(Long.class).single()).isZero();
        assertThat(scan(organizer, new SheetCode.Part(call, 21, 1, 1, Instant.EPOCH, entries).signed(ORGANIZER).text())).contains("有非公开的没有保留");
    }

    @Test void each_page_is_where_it_belongs_and_nowhere_else() {
        assertThat(outer.browserOf(outer.people().organizer()).get("/results").status()).isEqualTo(404);
        assertThat(inner.browserOf(inner.people().organizer()).get("/results/codes").status()).isEqualTo(404);
        assertThat(outer.browserOf(outer.people().organizer()).get("/progress").body()).contains("/results/codes");
    }
}
