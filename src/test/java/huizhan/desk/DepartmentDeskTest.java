package huizhan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.canary.Scan;
import huizhan.disc.DiscVerifier;
import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.Unsealing;
import huizhan.kernel.Disclosure;
import huizhan.kit.Kits;
import huizhan.nomination.Filing;
import huizhan.organization.TestBrowser;
import huizhan.stamped.Scans;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department's desk signs off a list of public and other lines: what is public goes on discs for everybody, the rest sealed to the organizer (A4, A12, C1, C2). */
class DepartmentDeskTest {
    private static final String WORD = "砆part7q";
    private static final String PASSPHRASE = "violet kettle roof";
    @TempDir Path folder;

    @Test void what_is_public_and_what_is_not_go_their_own_ways() throws Exception {
        try (var desk = TestDesk.ofDepartment(Kits.ofDepartment("53"))) {
            var filing = new DeskFiling(desk, folder);
            filing.picked(Disclosure.PUBLIC, "公开的一项");
            var hidden = filing.picked(Disclosure.NON_PUBLIC, "真名" + WORD);
            var browser = desk.browser;
            var receipt = filing.signOff();

            assertThat(browser.get(receipt).body()).contains(receipt + "/sealed");
            browser.post(receipt + "/disc", Map.of());
            Filing.settled(desk.server, "nomination.disc");
            var open = Files.write(folder.resolve("open.iso"), Scans.bytes(desk.server, browser, receipt + "/discs/1"));
            assertThat(DiscVerifier.verify(open, Against.content()).defects()).isEmpty();
            assertThat(Scan.of(WORD).found("open", Files.readAllBytes(open))).as("nothing of it on the discs for everybody").isEmpty();
            assertThat(Scan.of("公开的一项").found("open", Files.readAllBytes(open))).isNotEmpty();

            assertThat(browser.get(receipt + "/sealed").text()).contains("1 项非公开成果", Kits.ORGANIZER.card().fingerprint().grouped());
            var wrong = sealed(browser, desk, receipt, "wrong passphrase");
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.text()).contains("口令不对");
            assertThat(sealed(browser, desk, receipt, PASSPHRASE).location()).isEqualTo(receipt + "/sealed");
            assertThat(browser.get(receipt + "/sealed").text()).contains("封装光盘 1/1", "由密钥 " + Kits.DEPARTMENT.card().id() + " 签名");
            var disc = Files.write(folder.resolve("sealed.iso"), Scans.bytes(desk.server, browser, receipt + "/sealed/1"));
            var verdict = DiscVerifier.verify(disc, new Against(Optional.empty(), Optional.of(Kits.ORGANIZER), List.of(Kits.DEPARTMENT.card())));
            assertThat(verdict.defects()).isEmpty();
            assertThat(verdict.sealed().orElseThrow()).isEqualTo(new DiscVerifier.Sealed("53", 1, Kits.ORGANIZER.card().id(), true));
            var inside = Files.readAllBytes(Unsealing.into(disc, Kits.ORGANIZER, folder).image().orElseThrow());
            assertThat(Scan.of(WORD).found("inside", inside)).isNotEmpty();
            assertThat(Scan.of("公开的一项").found("inside", inside)).as("what is public goes by post").isEmpty();
            assertThat(Scan.of("BEGIN ENCRYPTED PRIVATE KEY").found(desk.server.folder())).as("the key file was kept nowhere").isEmpty();
            browser.get("/nomination");
            assertThat(browser.post("/nomination/withdrawal", Map.of("reason", "漏了一项成果")).status()).isEqualTo(302);
            assertThat(sealed(browser, desk, receipt, PASSPHRASE).status()).as("withdrawn").isEqualTo(404);
            browser.get("/nomination");
            browser.post("/nomination/lines/" + hidden + "/removal", Map.of());
            browser.get("/achievements/" + hidden);
            browser.post("/achievements/" + hidden + "/handover/withdrawal", Map.of());
            browser.get("/achievements/" + hidden);
            var erased = browser.post("/achievements/" + hidden + "/erasure", Map.of());
            assertThat(erased.status()).as(erased.text()).isEqualTo(302);
            assertThat(browser.get(receipt + "/sealed/1").status()).as("its discs go with it").isEqualTo(404);
            assertThat(desk.server.folder().resolve("sealed" + receipt.substring(receipt.lastIndexOf('/')))).doesNotExist();
            assertThat(browser.get("/nomination/receipts/" + UUID.randomUUID() + "/sealed").status()).isEqualTo(404);
        }
    }

    /** The key file as the form sends it. */
    private static TestBrowser.Answer sealed(TestBrowser browser, TestDesk desk, String receipt, String passphrase) throws Exception {
        browser.get(receipt + "/sealed");
        var line = "\r\n--part\r\nContent-Disposition: form-data; name=";
        var body = "--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + browser.token() + line + "\"passphrase\"\r\n\r\n" + passphrase + line
            + "\"file\"; filename=\"department.key\"\r\n\r\n" + Kits.DEPARTMENT.locked(PASSPHRASE.toCharArray()) + "\r\n--part--\r\n";
        return browser.send(HttpRequest.newBuilder(URI.create(desk.server.address() + receipt + "/sealed")).header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }
}
