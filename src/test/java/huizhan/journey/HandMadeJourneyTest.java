package huizhan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import huizhan.ferry.HandMadeFolder;
import huizhan.kernel.Zone;
import huizhan.organization.TestServer;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disc of the worst kind is received in the browser: entered, read, sorted, looked at, taken in with its findings (B25). */
class HandMadeJourneyTest {
    @TempDir
    Path files;
    private Chrome chrome;
    private TestServer server;

    @BeforeEach void open() {
        chrome = Chrome.orSkip();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    }

    private void serve(Zone zone) {
        server = TestServer.start(options -> options.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").in(zone));
    }

    @AfterEach void close() {
        if (chrome != null) chrome.close();
        if (server != null) server.close();
    }

    private Page begun() {
        var page = chrome.window(server, Optional.of(server.people().organizer()));
        page.navigate("/discs/hand-made?lang=zh");
        page.locator("#f-department").selectOption("53");
        page.locator("#f-day").fill("2015-07-08");
        page.locator("#s-begin .button").click();
        assertThat(page.locator("#s-files input[type=file]")).isEnabled();
        return page;
    }

    private static Locator row(Page page, String name) {
        return page.locator("#places tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void placed(Page page, String name, String use, String rank) {
        assertThat(row(page, name).locator("select").first()).hasValue(use);
        assertThat(row(page, name).locator("select").nth(1)).hasValue(rank);
    }

    @Test void a_folder_of_the_worst_kind_is_sorted_read_and_received() throws Exception {
        serve(Zone.RESTRICTED);
        var page = begun();
        page.locator("#s-files input[type=file]").setInputFiles(HandMadeFolder.in(files));
        assertThat(page.locator("#places tbody tr")).hasCount(20);
        assertThat(page.locator("#s-table")).not().containsText("还没有传完");
        placed(page, "汇总表（终版）.xlsx", "summary", "0");
        placed(page, "展板表 填好.docx", "form", "1");
        placed(page, "宣传片.wmv", "video", "1");
        placed(page, "附件2.doc", "form", "2");
        placed(page, "模型 正面.jpg", "photo", "2");
        placed(page, "大坝.jpg", "picture", "3");
        placed(page, "综述片 定稿.wmv", "overview", "0");
        placed(page, "Thumbs.db", "none", "0");
        placed(page, "IMG_2231.jpg", "", "0");
        assertThat(page.locator("#s-read ol")).not().containsText("没有读到名称");
        assertThat(page.locator("#s-read .findings")).containsText("DSC0001.JPG");
        sorted(page);
        page.locator("#s-read .button").click();
        assertThat(page.locator(".notice.good").first()).containsText("已接收");
        assertThat(page.locator("ol.rows .row").nth(2)).isVisible();
        Assertions.assertThat(chrome.complaints()).isEmpty();
    }

    @Test void an_image_of_it_is_taken_apart_and_sorted_like_the_folder() throws Exception {
        serve(Zone.RESTRICTED);
        var page = begun();
        page.locator("#s-image summary").click();
        var input = page.locator("#s-image input[type=file]");
        assertThat(input).isEnabled();
        input.setInputFiles(HandMadeFolder.image(HandMadeFolder.in(files), files.resolve("disc.iso")));
        assertThat(page.locator("#places tbody tr")).hasCount(20);
        assertThat(page.locator("#s-table")).not().containsText("还没有传完");
        assertThat(page.locator("#image .notice")).hasCount(0);
        placed(page, "展板表 填好.docx", "form", "1");
        placed(page, "大坝.jpg", "picture", "3");
        sorted(page);
        page.locator("#s-read .button").click();
        assertThat(page.locator(".notice.good").first()).containsText("已接收");
        Assertions.assertThat(chrome.complaints()).isEmpty();
    }

    /** What nobody could guess is said by hand, and ticked off. */
    private static void sorted(Page page) {
        row(page, "IMG_2231.jpg").locator("select").first().selectOption("picture");
        row(page, "IMG_2231.jpg").locator("select").nth(1).selectOption("2");
        row(page, "IMG_2231.jpg").locator("[type=checkbox]").check();
        row(page, "请看这里.txt").locator("select").first().selectOption("none");
        page.locator("#places .actions .button").click();
        assertThat(page.locator(".notice.good").first()).containsText("分类已保存");
        placed(page, "IMG_2231.jpg", "picture", "2");
        assertThat(row(page, "IMG_2231.jpg").locator("[type=checkbox]")).isChecked();
    }

    @Test void names_that_are_not_for_the_public_keep_the_whole_disc_out_of_the_open_server() throws Exception {
        serve(Zone.OPEN);
        var folder = HandMadeFolder.in(files);
        java.nio.file.Files.writeString(folder.resolve("非公开成果说明.docx"), "x");
        var page = begun();
        page.locator("#s-files input[type=file]").setInputFiles(folder);
        assertThat(page.locator("#s-files [data-said]")).containsText("公开网服务器上接收");
        page.reload();
        assertThat(page.locator("#places")).hasCount(0);
        Assertions.assertThat(chrome.complaints()).allMatch(each -> each.contains("409"));
    }
}
