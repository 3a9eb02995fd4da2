package huizhan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import huizhan.kernel.Role;
import huizhan.nomination.ReadyList;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import huizhan.reception.PrintedCodes;
import huizhan.stamped.Scans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reception with a hand scanner and with a camera: papers that the program printed, read by a real Chromium (B8). */
class ReceptionJourneyTest {
    @TempDir Path files;
    private TestServer server;
    private ReadyList list;
    private TestBrowser drafter;
    private String place;

    @BeforeEach void open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        server = TestServer.inTheCall();
        list = ReadyList.of(server, "53", 1);
        list.sign(server.browserOf(list.approver));
        drafter = server.browserOf(list.drafter);
        place = "/reception/" + list.drafter.actor().owner();
    }

    @AfterEach void close() {
        if (server != null) server.close();
    }

    private String path() {
        return "/achievements/" + list.achievements.get(0) + "/papers/";
    }

    @Test void a_hand_scanner_types_code_after_code_and_each_gets_its_line() {
        try (var chrome = Chrome.orSkip()) {
            var form = PrintedCodes.of(server, drafter, path() + "board-form.pdf");
            var statement = PrintedCodes.of(server, drafter, path() + "statement.pdf");
            Page page = chrome.window(server, Optional.of(server.people().granted("收件员", Role.CLERK)));
            page.navigate(place);
            assertThat(page.locator("#f-code")).isFocused();
            // a scanner waits for nobody: three codes and their Enter in one go
            for (var code : java.util.List.of(form, "nothing of ours", statement)) {
                page.keyboard().type(code);
                page.keyboard().press("Enter");
            }
            assertThat(page.locator(".scan-line")).hasCount(3);
            assertThat(page.locator(".scan-line").nth(2)).containsText("附件2 展板信息登记表");
            assertThat(page.locator(".scan-line").nth(1)).containsText("不是本系统的二维码");
            assertThat(page.locator(".scan-line").nth(0)).containsText("文字说明");
            assertThat(page.locator("#f-code")).isFocused();
            assertThat(page.locator("#f-code")).hasValue("");
            assertThat(page.locator("#state")).containsText("纸质件 2 / 7");
            assertThat(page.locator("#checklist")).containsText("扫码核对");
            assertThat(chrome.complaints()).isEmpty();
        }
    }

    @Test void the_camera_reads_the_code_of_a_printed_paper() throws IOException {
        var film = PrintedCodes.film(Scans.bytes(server, drafter, path() + "board-form.pdf"), files.resolve("paper.y4m"));
        try (var chrome = Chrome.withCamera(film)) {
            Page page = chrome.window(server, Optional.of(server.people().granted("收件员", Role.CLERK)));
            page.navigate(place);
            assertThat(page.locator("script[src*=jsQR]")).hasCount(0);
            page.locator("[data-camera=on]").click();
            assertThat(page.locator(".scan-line").first()).containsText("附件2 展板信息登记表");
            assertThat(page.locator(".scan-line").first()).containsText("相符");
            assertThat(page.locator("[data-scan-video]")).isVisible();
            page.locator("[data-camera=off]").click();
            assertThat(page.locator("[data-scan-video]")).isHidden();
            assertThat(page.locator(".scan-line")).hasCount(1);
            assertThat(page.locator("#state")).containsText("纸质件 1 / 7");
            assertThat(chrome.complaints()).isEmpty();
        }
    }
}
