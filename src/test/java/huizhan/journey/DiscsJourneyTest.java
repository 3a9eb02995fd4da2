package huizhan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import huizhan.disc.Capacity;
import huizhan.ferry.Freight;
import huizhan.folder.DiscImages.Handing;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.keys.PrivateKeys;
import huizhan.material.Achievement;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the restricted server: an open list and a set of sealed discs go up, are checked with the key, come in, and are one list (C1, C2, C3). */
class DiscsJourneyTest {
    private static final PrivateKeys ORGANIZER = PrivateKeys.create("组织单位（示例）", Instant.parse("2015-05-20T01:00:00Z"));
    private static final String PASSPHRASE = "绿水青山 words 2015";
    private Chrome chrome;
    private TestServer server;
    private final List<Path> discs = new ArrayList<>();

    @BeforeEach void a_list_and_sealed_discs(@TempDir Path folder) throws Exception {
        chrome = Chrome.orSkip();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        server = TestServer.start(options -> options.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").in(Zone.RESTRICTED));
        var department = server.people().department("53").name().zh();
        var water = Freight.achievement(1, "跨境水资源联合观测", Disclosure.PUBLIC);
        var metal = Freight.heavy(Freight.achievement(2, "特种材料联合试制", Disclosure.NON_PUBLIC));
        var engine = Freight.heavy(Freight.achievement(3, "推进系统联合试验", Disclosure.NON_PUBLIC));
        discs.addAll(Freight.discs(Freight.list(department, 1, water, stub(metal), stub(engine)), folder.resolve("open")));
        discs.addAll(Freight.discs(Freight.part(metal, engine), new Handing(Optional.of(ORGANIZER.card()), "53", UUID.randomUUID(), Optional.empty()),
            Capacity.named("21000000"), folder.resolve("sealed")));
    }

    private static Achievement stub(Achievement of) {
        return Achievement.stub(of.id().orElseThrow(), of.rank().orElseThrow());
    }

    @AfterEach void close() {
        if (chrome != null) chrome.close();
        if (server != null) server.close();
    }

    private Page window(Person who) {
        var page = chrome.window(server, Optional.of(who));
        page.navigate("/discs?lang=zh");
        return page;
    }

    private static FilePayload key(PrivateKeys keys) throws Exception {
        return new FilePayload("organizer.key", "text/plain", keys.locked(PASSPHRASE.toCharArray()).getBytes(StandardCharsets.UTF_8));
    }

    private static void check(Page page, FilePayload key, String passphrase) {
        page.locator("#f-key").setInputFiles(key);
        page.locator("#f-passphrase").fill(passphrase);
        page.locator("#inspect .actions .button").click();
    }

    @Test void discs_come_in_by_the_browser_and_make_one_list() throws Exception {
        var page = window(server.people().organizer());
        assertThat(page.locator("#s-send input[type=file]")).isEnabled();
        page.locator("#s-send input[type=file]").setInputFiles(discs.toArray(Path[]::new));
        assertThat(page.locator("#s-waiting .row")).hasCount(discs.size());
        Assertions.assertThat(discs).as("the sealed ones are several").hasSizeGreaterThan(2);
        check(page, key(ORGANIZER), "not the passphrase");
        assertThat(page.locator(".notice.bad")).containsText("口令");
        assertThat(page.locator("#s-waiting .row")).hasCount(discs.size());
        check(page, key(ORGANIZER), PASSPHRASE);
        assertThat(page.locator("#inspection .card:not(#s-signatures)")).hasCount(2);
        page.locator("#inspection form .button").click();
        assertThat(page.locator("#inspection .notice.good")).containsText("已全部导入");
        page.locator("#inspection .card a").first().click();
        assertThat(page.locator("ol.rows .row")).hasCount(3);
        assertThat(page.locator("ol.rows")).containsText("推进系统联合试验");
        assertThat(page.locator(".notice.good")).containsText("没有缺漏和矛盾");
        clerk();
        Assertions.assertThat(chrome.complaints()).isEmpty();
    }

    /** A clerk sees that something stands there, and not what. */
    private void clerk() {
        var page = window(server.people().granted("收件员", Role.CLERK));
        assertThat(page.locator("#s-waiting .empty")).isVisible();
        page.locator("#s-taken a").first().click();
        assertThat(page.locator("ol.rows .row")).hasCount(3);
        assertThat(page.locator("ol.rows")).containsText("跨境水资源联合观测");
        assertThat(page.locator("ol.rows")).not().containsText("特种材料");
    }
}
