package huizhan.achievement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import huizhan.folder.Sorting;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    @Test void the_sum_names_every_file_of_its_number_and_a_small_one_is_told_in_bytes() throws IOException {
        var folder = disk.resolve("零散");
        write(folder.resolve("展板信息登记表.docx"), Files.readAllBytes(Path.of("src/test/resources/office/board-form-libreoffice.docx")));
        write(folder.resolve("文字说明.docx"), Files.readAllBytes(Path.of("src/test/resources/office/statement-libreoffice.docx")));
        write(folder.resolve("IMG_0003.jpg"), picture(1));
        write(folder.resolve("资料.zip"), new byte[20]);
        page.locator("[data-folder-input]").setInputFiles(folder);
        assertThat(page.locator("[data-folder-sum]")).hasText("共 4 个文件：表格（读入后预览） 2。有 1 个要您选择。有 1 个不上传。");
        assertThat(page.locator("[data-folder-list]")).containsText("20 B · 这里不收这种文件");
    }

    @Test void a_folder_that_was_chosen_is_listed_changed_and_sent_and_its_form_read_in_a_window_beside() throws IOException {
        var told = told();
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

    @Test void of_several_achievements_in_a_folder_the_names_of_the_others_never_leave_the_browser() {
        var told = told();
        page.evaluate(DROP, List.of("[data-folder-drop]", List.of(List.of("01/图片/1.jpg", 100), List.of("02/图片/2.jpg", 100), List.of("成果推荐汇总表.xlsx", 100))));
        assertThat(page.locator("[data-folder-said]")).containsText("里面有 2 项成果");
        assertThat(page.locator("[data-folder-parts] button").first()).isFocused();
        assertThat(page.locator("[data-folder-plan]")).isHidden();
        assertThat(told).isEmpty();
        page.locator("[data-folder-parts] button").nth(1).click();
        assertThat(page.getByLabel("“成果/02/图片/2.jpg”放到哪里")).hasValue("picture");
        assertThat(page.locator("[data-folder-list] .row")).hasCount(2);
        assertThat(page.locator("[data-folder-sum]")).containsText("另有 1 个文件属于文件夹里的其他成果，名称没有发送");
        assertThat(told).hasSize(1).allSatisfy(each -> assertThat(each).contains("02/图片/2.jpg", "成果推荐汇总表").doesNotContain("01/图片"));
    }

    private List<String> told() {
        var told = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/folder")) told.add(request.postData());
        });
        return told;
    }

    @Test void what_the_server_would_refuse_by_its_name_the_browser_keeps_to_itself() {
        var told = told();
        var names = List.of("国家秘密★10年.docx", "企业机密★.jpg", "机密/1.jpg", "机\u200b密★.jpg", "密级：秘密.pdf", "non-public/2.jpg", "NONPUBLIC.pdf", "非公開.jpg", "非-公开/3.jpg", "不\u00ad宜公开.jpg");
        assertThat(names).allMatch(name -> Sorting.marked(name).isPresent());
        page.evaluate(DROP, List.of("[data-folder-drop]", Stream.concat(names.stream(), Stream.of("商业秘密保护.pdf")).map(name -> List.of(name, 100)).toList()));
        assertThat(page.locator("[data-folder-list] .row")).hasCount(names.size() + 1);
        assertThat(page.locator("[data-folder-list] .frame-verdict.bad")).hasCount(names.size());
        assertThat(told).hasSize(1).allSatisfy(each -> assertThat(each).contains("商业秘密保护").doesNotContain("10年", "机密", "public", "PUBLIC", "公"));
    }

    @Test void a_browser_that_cannot_read_the_marks_sends_nothing_and_says_so() {
        var told = told();
        page.evaluate("document.querySelector('[data-folder]').dataset.marks = '(?<unfinished'");
        page.evaluate(DROP, List.of("[data-folder-drop]", List.of(List.of("图片/1.jpg", 100))));
        assertThat(page.locator("[data-folder-said]")).containsText("什么也没有发送");
        assertThat(told).isEmpty();
    }

    @Test void more_files_than_can_be_sorted_are_said_before_anything_is_sent() {
        var told = told();
        var many = IntStream.range(0, FolderPlans.MOST_FILES + 1).mapToObj(i -> List.of("图片/" + i + ".jpg", 1)).toList();
        page.evaluate(DROP, List.of("[data-folder-drop]", many));
        assertThat(page.locator("[data-folder-said]")).containsText("一次最多放入 2000 个文件");
        assertThat(told).isEmpty();
    }

    @Test void two_folders_one_after_the_other_have_an_object_each_and_no_choice_of_the_first_is_carried_into_the_second() throws IOException {
        page.evaluate(DROP, List.of("[data-folder-drop]", List.of(List.of("实物/1.png", 100), List.of("IMG_1.jpg", 100))));
        page.getByLabel("“成果/IMG_1.jpg”放到哪里").selectOption("none");
        page.locator("[data-folder-plan] button").first().evaluate("button => { button.click(); button.click(); }");
        page.waitForCondition(() -> draft().files().size() == 1);
        assertThat(draft().objects()).hasSize(1);
        page.evaluate(DROP, List.of("[data-folder-drop]", List.of(List.of("实物/2.png", 200), List.of("IMG_1.jpg", 100))));
        assertThat(page.getByLabel("“成果/IMG_1.jpg”放到哪里")).hasValue("");
        page.getByLabel("“成果/IMG_1.jpg”放到哪里").selectOption("figure");
        assertThat(page.getByLabel("“成果/实物/2.png”放到哪里")).hasValue("photo:" + draft().objects().get(0));
        page.locator("[data-folder-plan] button").first().click();
        page.waitForCondition(() -> draft().files().size() == 3);
        page.evaluate(DROP, List.of("[data-folder-drop]", List.of(List.of("实物/3.png", 300))));
        page.getByLabel("“成果/实物/3.png”放到哪里").selectOption("photo:new");
        page.locator("[data-folder-plan] button").first().click();
        page.waitForCondition(() -> draft().files().size() == 4);
        assertThat(draft().objects().stream().map(each -> draft().photos(each).size())).containsExactlyInAnyOrder(2, 1);
    }

    @Test void of_two_folders_put_in_at_once_the_last_is_shown() {
        var held = new ArrayList<Route>();
        page.route("**/folder", route -> {
            if (String.valueOf(route.request().postData()).contains("slow")) held.add(route);
            else route.resume();
        });
        page.evaluate(DROP, List.of("[data-folder-drop]", List.of(List.of("图片/slow.jpg", 100))));
        page.waitForCondition(() -> held.size() == 1);
        page.evaluate(DROP, List.of("[data-folder-drop]", List.of(List.of("图片/last.jpg", 100))));
        assertThat(page.locator("[data-folder-list]")).containsText("last.jpg");
        page.waitForResponse(answer -> answer.url().endsWith("/folder"), () -> held.get(0).resume()).finished();
        page.evaluate("() => new Promise((done) => { setTimeout(done); })");
        assertThat(page.locator("[data-folder-list]")).containsText("last.jpg");
        assertThat(page.locator("[data-folder-list]")).not().containsText("slow.jpg");
    }
}
