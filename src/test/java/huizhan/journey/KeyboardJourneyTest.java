package huizhan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import huizhan.kernel.Role;
import huizhan.media.Painted;
import huizhan.media.PictureStudio;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filling in, ranking and signing off without a mouse (WCAG 2.1.1, 2.4.3, 2.5.7): every place is reached by Tab and worked by keys. */
class KeyboardJourneyTest {
    private static final int FAR = 900;
    private static final LocatorAssertions.ContainsTextOptions PATIENCE = new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    @TempDir Path files;
    private Chrome chrome;
    private TestServer server;
    private Person unit;
    private Person drafter;
    private Person approver;

    @BeforeEach void open() {
        chrome = Chrome.orSkip();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        server = TestServer.inTheCall();
        var people = server.people();
        var department = people.department("53");
        drafter = people.of(department, Role.DRAFTER);
        approver = people.of(department, Role.APPROVER);
        unit = people.of(drafter, people.unit(drafter, "示例研究所"));
    }

    @AfterEach void close() {
        if (chrome != null) chrome.close();
        if (server != null) server.close();
    }

    @Test void the_whole_way_goes_by_keys_alone() throws IOException {
        fillIn();
        rank();
        signOff();
        assertThat(chrome.complaints()).isEmpty();
    }

    private Page signedIn(Person who) {
        var page = chrome.window(server, Optional.empty());
        // a choice of files is told to those who listened before the key was pressed; whoever begins with the key may come too late
        page.onFileChooser(choice -> { });
        page.navigate("/sign-in");
        tabTo(page, "[name=username]");
        page.keyboard().type(who.username());
        tabTo(page, "[name=password]");
        page.keyboard().type(who.password());
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.endsWith("/sign-in"));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    /** Presses Tab until what has the focus is what is meant. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < FAR; i++) {
            if (has(page, selector)) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab doesn't reach " + selector);
    }

    private static boolean has(Page page, String selector) {
        return (boolean) page.evaluate("selector => document.activeElement?.matches(selector) === true", selector);
    }

    private static void press(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    private static void tick(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Space");
        assertThat(page.locator(selector).first()).isChecked();
    }

    /** One of several that exclude each other: Tab comes to the group, arrows go on to the choice. */
    private static void choose(Page page, String name, String value) {
        tabTo(page, "[name='" + name + "']");
        for (int i = 0; i < 12 && !has(page, "[value='" + value + "']"); i++) page.keyboard().press("ArrowDown");
        if (!page.locator("[name='" + name + "'][value='" + value + "']").first().isChecked()) page.keyboard().press("Space");
        assertThat(page.locator("[name='" + name + "'][value='" + value + "']").first()).isChecked();
    }

    private void fillIn() throws IOException {
        var page = signedIn(unit);
        press(page, "a[href='/achievements/new']");
        page.waitForURL("**/achievements/new");
        choose(page, "disclosure", "public");
        page.keyboard().press("Enter");
        page.waitForURL("**/achievements/*-*");
        choose(page, "kind", "project");
        assertThat(page.locator("[name='statement.problem']")).isVisible();
        MainJourneyTest.texts().forEach((field, text) -> type(page, field, text));
        tick(page, "[name='directions'][value=breakthrough], [name='directions.pick'][value=breakthrough]");
        tick(page, "[name=exhibitForms][value=graphic]");
        tick(page, "[name='board.fields'][value=energy]");
        tick(page, "[name='board.natures'][value=institutional]");
        country(page);
        pictures(page);
        press(page, "a[href$='/handover']");
        page.waitForURL("**/handover");
        press(page, "main form button.button");
        page.waitForURL(url -> !url.endsWith("/handover"));
        assertThat(page.locator("main")).containsText("已交推荐部门");
    }

    private static void type(Page page, String field, String text) {
        var input = page.locator("[name='" + field + "']").first();
        if (input.inputValue().equals(text)) return;
        tabTo(page, "[name='" + field + "']");
        page.keyboard().press("Control+A");
        page.keyboard().insertText(text);
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-saved='" + field + "']").first()).containsText("已保存", PATIENCE);
    }

    private static void country(Page page) {
        tabTo(page, ".picker [role=combobox]");
        page.keyboard().type("deguo");
        assertThat(page.locator(".picker-list [role=option].active")).containsText("德国");
        page.keyboard().press("Enter");
        assertThat(page.locator(".picker-chosen").first()).containsText("德国", PATIENCE);
    }

    private void pictures(Page page) throws IOException {
        var first = Painted.picture(PictureStudio.Scene.values()[0], 7L, files.resolve("照片 0.jpg"));
        var second = Painted.picture(PictureStudio.Scene.values()[1], 8L, files.resolve("照片 1.jpg"));
        chooser(page).setFiles(new Path[] {first, second});
        assertThat(page.locator("#s-pictures .frame-caption")).hasCount(2);
        for (int i = 0; i < 2; i++) type(page, page.locator("#s-pictures .frame-caption").nth(i).getAttribute("name"), "样机照片 " + i);
        assertThat(page.locator("#s-pictures")).containsText("合格", PATIENCE);
    }

    private static FileChooser chooser(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        tabTo(page, "#s-pictures input[type=file]");
        return page.waitForFileChooser(() -> page.keyboard().press("Enter"));
    }

    private void rank() {
        var page = signedIn(drafter);
        page.waitForURL("**/nomination");
        press(page, "#s-candidates form button");
        assertThat(page.locator(".rank-row:not(.empty)")).hasCount(1);
        press(page, "form[action='/nomination/stubs'] button");
        assertThat(page.locator(".rank-row:not(.empty)")).hasCount(2);
        tabTo(page, ".rank-row:first-child .rank-handle");
        page.keyboard().press("Space");
        assertThat(page.locator(".rank-row.lifted")).hasCount(1);
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".rank-row .rank-name").first()).hasText("非公开");
        page.waitForResponse(answer -> answer.url().endsWith("/nomination/order"), () -> page.keyboard().press("Space"));
        assertThat(page.locator(".rank-row.lifted")).hasCount(0);
        assertThat(page.locator(".rank-row .rank-name").first()).hasText("非公开");
        page.reload();
        assertThat(page.locator(".rank-row .rank-name").first()).hasText("非公开");
        Map.of("name", "示例省科学技术厅", "contact", "示例乙", "telephone", "000-00000001").forEach((field, text) -> type(page, field, text));
        press(page, "a.rank-name");
        page.waitForURL("**/achievements/*");
        type(page, "board.departmentOpinion", "同意推荐");
    }

    private void signOff() {
        var page = signedIn(approver);
        page.waitForURL("**/nomination");
        press(page, "a[href='/nomination/sign-off']");
        page.waitForURL("**/sign-off");
        tick(page, "[name=declared]");
        page.keyboard().press("Tab");
        tick(page, "[name=declared]");
        press(page, "form[action='/nomination/signature'] button");
        page.waitForURL("**/nomination/receipts/*");
        assertThat(page.locator(".receipt")).containsText("O-53-0001-");
    }
}
