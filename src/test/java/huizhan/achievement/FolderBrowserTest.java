package huizhan.achievement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import huizhan.kernel.Role;
import huizhan.media.MediaFiles;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder chosen or dropped in a real browser, with real files: sorted, shown, changed, sent (B2). */
class FolderBrowserTest {
    private static final String CHROMIUM = "/usr/bin/chromium";
    /** Makes a folder out of the picked files as a drop would bring it: the browser itself gives no script a folder. */
    private static final String DROP = """
        ([zone, files]) => {
          const file = (name, size) => ({ isDirectory: false, fullPath: name, file: (done) => done(new File([new Uint8Array(size)], name.split('/').pop())) });
          const folder = (name, inside) => ({ isDirectory: true, fullPath: name, createReader: () => { let left = [inside, []]; return { readEntries: (done) => done(left.shift() ?? []) }; } });
          const event = new DragEvent('drop', { bubbles: true, cancelable: true });
          const entry = folder('/成果', files.map(([name, size]) => file('/成果/' + name, size)));
          Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [], items: [{ kind: 'file', type: '', webkitGetAsEntry: () => entry }] } });
          document.querySelector(zone).dispatchEvent(event);
        }""";
    private static TestServer server;
    private static Playwright playwright;
    private static Browser browser;
    private static Person person;
    @TempDir Path disk;
    private final List<String> complaints = new ArrayList<>();
    private Page page;
    private UUID id;

    @BeforeAll static void start() {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(Path.of(CHROMIUM)), "no Chromium here");
        server = TestServer.inTheCall();
        var people = server.people();
        var drafter = people.of(people.department("34"), Role.DRAFTER);
        person = people.of(drafter, people.unit(drafter, "示例研究院"));
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(CHROMIUM)).setArgs(List.of("--no-sandbox")));
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @AfterAll static void stop() {
        if (browser != null) browser.close();
        if (playwright != null) playwright.close();
        if (server != null) server.close();
    }

    @BeforeEach void the_page() {
        id = Samples.begun(server, person);
        page = browser.newContext().newPage();
        page.setDefaultTimeout(30_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.navigate(server.address() + "/sign-in?return=/achievements/" + id + "/folder");
        page.getByLabel("用户名").fill(person.username());
        page.getByLabel("密码").fill(person.password());
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    @AfterEach void no_script_complained() {
        page.context().close();
        assertThat(complaints).isEmpty();
    }

    private Draft draft() {
        return server.get(Drafts.class).of(server.get(EntrySql.class).some(person.actor().owner(), "2015-cooperation", List.of(id)).get(0));
    }

    private Path folder() throws IOException {
        var folder = disk.resolve("轻合金成果");
        var form = Files.readAllBytes(Path.of("src/test/resources/office/board-form-libreoffice.docx"));
        write(folder.resolve("展板信息登记表.docx"), form);
        write(folder.resolve("图片/全景.jpg"), picture(1));
        write(folder.resolve("IMG_0002.jpg"), picture(2));
        write(folder.resolve("实物/正面.png"), FormsWithPictures.small(1));
        write(folder.resolve("附件/保密审核意见.pdf"), "%PDF-1.4 意见".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        write(folder.resolve("非公开/某某装置.jpg"), FormsWithPictures.small(2));
        write(folder.resolve("Thumbs.db"), new byte[] {1});
        return folder;
    }

    private static byte[] picture(int seed) throws IOException {
        return Files.readAllBytes(server.get(MediaFiles.class).path(Samples.stored(server, person, seed, "x.jpg")));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    @Test void a_folder_that_was_chosen_is_listed_changed_and_sent_and_its_form_read_in_a_window_beside() throws IOException {
        var told = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/folder")) told.add(request.postData());
        });
        page.locator("[data-folder-input]").setInputFiles(folder());
        var rows = page.locator("[data-folder-list] .row");
        assertThat(rows).hasCount(6);
        assertThat(page.locator("[data-folder-plan] h2")).isFocused();
        assertThat(page.locator("[data-folder-sum]")).containsText("另有 1 个系统文件");
        assertThat(rows.last()).containsText("名称标明不公开");
        assertThat(told).hasSize(1).allSatisfy(each -> assertThat(each).contains("IMG_0002.jpg").doesNotContain("某某装置"));
        assertThat(draft().files()).isEmpty();
        page.locator("[data-folder-plan] button").first().click();
        assertThat(page.locator("[data-folder-said]")).containsText("请先选择“轻合金成果/IMG_0002.jpg”放到哪里");
        assertThat(page.getByLabel("“轻合金成果/IMG_0002.jpg”放到哪里")).isFocused();
        page.getByLabel("“轻合金成果/IMG_0002.jpg”放到哪里").selectOption("picture");
        page.keyboard().press("Tab");
        page.locator("[data-folder-plan] button").first().click();
        page.waitForCondition(() -> draft().files().size() == 4);
        assertThat(draft().in(Slot.PICTURE)).hasSize(2);
        assertThat(draft().photos(draft().objects().get(0))).hasSize(1);
        assertThat(draft().in(Slot.ATTACHMENT)).extracting(Placed::kind).containsExactly("confidentiality");
        var preview = page.waitForPopup(() -> page.locator("[data-folder-forms] button").click());
        assertThat(preview.locator("h2").first()).containsText("展板信息登记表.docx");
        assertThat(preview.locator("main")).containsText("填入选中的各项");
    }

    @Test void a_place_that_is_full_or_takes_no_such_file_is_said_before_anything_is_sent() throws IOException {
        var folder = disk.resolve("多");
        for (int i = 1; i <= 5; i++) write(folder.resolve("图片/" + i + ".jpg"), FormsWithPictures.small(i));
        write(folder.resolve("图片/说明.txt"), new byte[] {1});
        page.locator("[data-folder-input]").setInputFiles(folder);
        var rows = page.locator("[data-folder-list] .row");
        assertThat(rows).hasCount(6);
        assertThat(page.locator("[data-folder-list]")).containsText("还能放 4 个，这个放不下");
        page.locator("[data-folder-plan] button").first().click();
        assertThat(page.locator("[data-folder-said]")).containsText("不能放在所选的地方");
        page.getByLabel("“多/图片/5.jpg”放到哪里").selectOption("figure");
        assertThat(page.locator("[data-folder-list]")).not().containsText("这个放不下");
        assertThat(draft().files()).isEmpty();
        page.locator("[data-folder-drop-it]").click();
        assertThat(page.locator("[data-folder-input]")).isFocused();
        assertThat(page.locator("[data-folder-plan]")).isHidden();
    }

    @Test void a_folder_dropped_on_the_page_of_the_achievement_is_sorted_there() {
        page.navigate(server.address() + "/achievements/" + id);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        page.evaluate(DROP, List.of("main h1", List.of(List.of("图片/全景.jpg", 100), List.of("图表.png", 100))));
        var rows = page.locator("[data-folder-list] .row");
        assertThat(rows).hasCount(2);
        assertThat(page.getByLabel("“成果/图片/全景.jpg”放到哪里")).hasValue("picture");
        assertThat(page.getByLabel("“成果/图表.png”放到哪里")).hasValue("figure");
        page.locator("[data-folder-plan] button").first().click();
        page.waitForCondition(() -> draft().files().size() == 2);
        assertThat(page.locator("#files-picture .frame[data-id]")).hasCount(1);
    }

    @Test void a_folder_dropped_on_its_zone_is_read_to_its_last_file() {
        page.evaluate(DROP, List.of("[data-folder-drop]", List.of(List.of("01/图片/1.jpg", 100), List.of("02/图片/2.jpg", 100))));
        assertThat(page.locator("[data-folder-sum]")).containsText("里面有 2 项成果");
        page.locator("[data-folder-parts] button").nth(1).click();
        assertThat(page.getByLabel("“成果/02/图片/2.jpg”放到哪里")).hasValue("picture");
        assertThat(page.locator("[data-folder-list]")).containsText("属于文件夹里的另一项成果");
    }
}
