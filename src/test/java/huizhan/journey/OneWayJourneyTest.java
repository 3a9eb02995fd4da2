package huizhan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import huizhan.desk.DeskFiling;
import huizhan.desk.TestDesk;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.keys.PrivateKeys;
import huizhan.kit.Kits;
import huizhan.organization.TestServer;
import huizhan.reception.PrintedCodes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of what isn't public, in the browser: a department's desk, its open disc and its sealed ones, the restricted server, one list,
 * and the papers held against it by their codes (C1, C2, C3, B8, A12). {@code -Dhuizhan.capacity=737280000 -Dhuizhan.heavy=600000000} does it with three discs of CD size.
 */
class OneWayJourneyTest {
    private static final String PASSPHRASE = "绿水青山 words 2015";
    private static final String CAPACITY = System.getProperty("huizhan.capacity", "21000000");
    @TempDir
    Path folder;
    private final List<Path> discs = new ArrayList<>();

    @Test void from_the_desk_over_sealed_discs_to_one_list_and_the_papers_that_agree() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(240_000);
        try (var chrome = Chrome.orSkip(); var desk = TestDesk.ofDepartment(Kits.ofDepartment("53"));
             var inner = TestServer.start(options -> options.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").in(Zone.RESTRICTED))) {
            var filing = new DeskFiling(desk, folder);
            filing.picked(Disclosure.PUBLIC, "跨境水资源联合观测");
            filing.heavy(Long.getLong("huizhan.heavy", 0));
            var secret = List.of(filing.picked(Disclosure.NON_PUBLIC, "特种材料联合试制"), filing.picked(Disclosure.NON_PUBLIC, "推进系统联合试验"), filing.picked(Disclosure.NON_PUBLIC, "深海装备联合海试"));
            var receipt = filing.signOff();
            made(chrome.window(desk.server, Optional.empty()), desk, receipt);
            Assertions.assertThat(discs).as("an open disc and three sealed ones at least").hasSizeGreaterThan(3);
            var papers = List.of(PrintedCodes.of(desk.server, desk.browser, "/achievements/" + secret.get(0) + "/papers/board-form.pdf"),
                PrintedCodes.of(desk.server, desk.browser, receipt + "/summary.pdf"));
            taken(chrome.window(inner, Optional.of(inner.people().organizer())));
            received(chrome.window(inner, Optional.of(inner.people().granted("保密审核", Role.CONFIDENTIALITY))), inner.people().department("53").id(), papers);
            Assertions.assertThat(chrome.complaints()).isEmpty();
        }
    }

    private void made(Page page, TestDesk desk, String receipt) throws Exception {
        page.navigate(desk.entry());
        page.navigate(receipt);
        Visits.submit(page, "#s-disc form");
        save(page, page.locator("#s-disc .row a.row-title"));
        page.navigate(receipt + "/sealed");
        page.locator("#f-file").setInputFiles(key("department.key", Kits.DEPARTMENT));
        page.locator("#f-passphrase").fill(PASSPHRASE);
        page.locator("#f-capacity").evaluate("(select, value) => { select.add(new Option(value, value)); select.value = value; }", CAPACITY);
        Visits.submit(page, "#s-discs form");
        page.locator("#s-discs .row").nth(2).waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(600_000));
        int volumes = page.locator("#s-discs .row").count();
        for (int i = 0; i < volumes; i++) {
            save(page, page.locator("#s-discs .row").nth(i).locator(".row-side a").first());
        }
    }

    private void save(Page page, com.microsoft.playwright.Locator link) {
        assertThat(link.first()).isVisible();
        var download = page.waitForDownload(() -> link.first().click());
        var disc = folder.resolve(download.suggestedFilename());
        download.saveAs(disc);
        discs.add(disc);
    }

    private static FilePayload key(String name, PrivateKeys keys) throws Exception {
        return new FilePayload(name, "text/plain", keys.locked(PASSPHRASE.toCharArray()).getBytes(StandardCharsets.UTF_8));
    }

    private void taken(Page page) throws Exception {
        page.navigate("/discs?lang=zh");
        assertThat(page.locator("#s-send input[type=file]")).isEnabled();
        page.locator("#s-send input[type=file]").setInputFiles(discs.toArray(Path[]::new));
        assertThat(page.locator("#s-waiting .row")).hasCount(discs.size());
        page.locator("#f-key").setInputFiles(key("organizer.key", Kits.ORGANIZER));
        page.locator("#f-passphrase").fill(PASSPHRASE);
        page.locator("#inspect .actions .button").click();
        assertThat(page.locator("#inspection .card:not(#s-signatures)")).hasCount(2);
        page.locator("#inspection form .button").click();
        assertThat(page.locator("#inspection .notice.good")).containsText("已全部导入");
        page.locator("#inspection .card a").first().click();
        assertThat(page.locator("ol.rows .row")).hasCount(4);
        assertThat(page.locator("ol.rows")).containsText("深海装备联合海试");
        assertThat(page.locator(".notice.good")).containsText("没有缺漏和矛盾");
    }

    /** The officer scans the board form of a sealed achievement and annex 1, whole. */
    private static void received(Page page, UUID department, List<String> papers) {
        page.navigate("/reception/" + department + "?lang=zh");
        assertThat(page.locator("#f-code")).isFocused();
        for (var code : papers) {
            page.keyboard().type(code);
            page.keyboard().press("Enter");
        }
        assertThat(page.locator(".scan-line")).hasCount(2);
        assertThat(page.locator(".scan-line").nth(1)).containsText("特种材料联合试制");
        assertThat(page.locator(".scan-line").nth(1)).containsText("相符");
        assertThat(page.locator(".scan-line").nth(0)).containsText("成果推荐汇总表");
        assertThat(page.locator(".scan-line").nth(0)).containsText("相符");
    }
}
