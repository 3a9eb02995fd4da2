package huizhan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import huizhan.achievement.Intake;
import huizhan.desk.TestDesk;
import huizhan.disc.DiscVerifyCommand;
import huizhan.kit.Kits;
import huizhan.material.Achievement;
import huizhan.material.Examples;
import huizhan.organization.LocalPerson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From the kit to the sealed disc at a unit's desk, as its person does it (C1, C2). */
class DeskJourneyTest {
    private static final String WORD = "violet kettle roof";
    @TempDir Path folder;

    @Test void a_unit_comes_in_takes_its_kit_fills_in_what_is_not_public_and_seals_it_to_its_department() throws Exception {
        try (var chrome = Chrome.orSkip(); var desk = TestDesk.bare()) {
            var page = chrome.window(desk.server, Optional.empty());
            page.navigate(desk.entry());
            assertThat(page.url()).endsWith("/desk");
            page.locator("#f-file").setInputFiles(new FilePayload("huizhan-kit-53-示例研究所.zip", "application/zip", Kits.ofUnit("53", "示例研究所")));
            Visits.submit(page, "#take form");
            page.locator("#place").waitFor();
            assertThat(page.locator("#kit").innerText().replaceAll("\\s+", " ")).contains("示例研究所", Kits.ORGANIZER.card().fingerprint().grouped(), Kits.DEPARTMENT.card().fingerprint().grouped());
            page.locator("[name=name]").fill("示例甲");
            Visits.submit(page, "#place form");
            page.waitForURL("**/achievements");

            page.navigate("/achievements/new");
            page.locator("[name=disclosure][value=non-public]").check();
            Visits.submit(page, "main form");
            page.waitForURL(url -> url.matches(".*/achievements/[0-9a-f-]{36}"));
            fill(desk, page);
            page.reload();
            page.locator("a[href$='/discs']").click();
            Visits.submit(page, "#s-discs form");
            page.locator("#s-discs .row").waitFor();
            var download = page.waitForDownload(() -> page.locator("#s-discs .row a").first().click());
            var disc = folder.resolve(download.suggestedFilename());
            download.saveAs(disc);

            page.navigate("/desk/reading");
            page.locator("[name=path]").fill(disc.toString());
            Visits.submit(page, "main form");
            page.locator(".notice.good").waitFor();
            assertThat(verified(disc)).isZero();
            assertThat(chrome.complaints()).isEmpty();
        }
    }

    private static void fill(TestDesk desk, Page page) {
        var id = UUID.fromString(page.url().substring(page.url().lastIndexOf('/') + 1));
        var told = new Achievement(Optional.empty(), 1, "01", Optional.empty(), "non-public", Examples.values().without("board.departmentOpinion"), "", "", List.of(), List.of(), List.of(), "",
            List.of());
        desk.server.get(Intake.class).fill(desk.server.get(LocalPerson.class).actor(), id, told, path -> Optional.empty());
    }

    private int verified(Path disc) throws Exception {
        var key = Files.writeString(folder.resolve("department.key"), Kits.DEPARTMENT.locked(WORD.toCharArray()));
        var word = Files.writeString(folder.resolve("word.txt"), WORD);
        return new CommandLine(new DiscVerifyCommand()).setOut(new PrintWriter(new StringWriter())).execute(disc.toString(), "--key", key.toString(), "--passphrase-file", word.toString());
    }
}
