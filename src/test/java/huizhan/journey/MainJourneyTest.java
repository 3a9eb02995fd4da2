package huizhan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import huizhan.disc.DiscVerifier;
import huizhan.disc.Profile;
import huizhan.kernel.Role;
import huizhan.media.Painted;
import huizhan.media.PictureStudio;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job in a real Chromium: a unit fills in, its department ranks and signs off, the papers come out, the disc verifies. */
class MainJourneyTest {
    private static final List<Path> CHROMIUM = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final double PATIENCE = 60_000;

    @TempDir Path files;
    private final List<String> complaints = new ArrayList<>();
    private TestServer server;
    private Playwright playwright;
    private Browser browser;
    private Person unit;
    private Person drafter;
    private Person approver;

    @BeforeEach void open() {
        var chromium = CHROMIUM.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(chromium.isPresent(), "no Chromium here");
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        server = TestServer.inTheCall();
        var people = server.people();
        var department = people.department("53");
        drafter = people.of(department, Role.DRAFTER);
        approver = people.of(department, Role.APPROVER);
        unit = people.of(drafter, people.unit(drafter, "示例研究所"));
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.get())
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterEach void close() {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
        assertThat(complaints).isEmpty();
    }

    private Page signedIn(Person person) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768));
        context.setDefaultTimeout(PATIENCE);
        var page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate(server.address() + "/sign-in");
        page.getByLabel("用户名").fill(person.username());
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(person.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录")).click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    @Test void from_the_first_word_to_a_verified_disc() throws IOException {
        fillIn();
        rank();
        var disc = signOff();
        assertThat(DiscVerifier.verify(disc, Profile.HUIZHAN)).isEmpty();
    }

    private void fillIn() throws IOException {
        var page = signedIn(unit);
        page.navigate(server.address() + "/achievements/new");
        page.locator("[name=disclosure][value=public]").check();
        page.locator("main button.button").first().click();
        page.waitForURL("**/achievements/*-*");
        choose(page, "kind", "project");
        assertThat(page.locator("[name='statement.problem']")).isVisible();
        choose(page, "directions", "breakthrough");
        choose(page, "exhibitForms", "graphic");
        choose(page, "board.fields", "energy");
        choose(page, "board.natures", "institutional");
        texts().forEach((field, text) -> type(page, field, text));
        country(page);
        pictures(page);
        page.reload();
        assertThat(page.locator("[name='board.text']")).hasValue("样机投入使用。");
        assertThat(page.locator("aside .checks > .bad")).hasText(new String[0]);
        page.locator("a[href$='/handover']").click();
        page.locator("main form button.button").first().click();
        page.waitForURL(url -> !url.endsWith("/handover"));
        assertThat(page.locator("main")).containsText("已交推荐部门");
    }

    private static void choose(Page page, String field, String code) {
        var choice = page.locator("[name='" + field + "'][value='" + code + "']");
        if (choice.count() == 0) {
            choice = page.locator("[name='" + field + ".pick'][value='" + code + "']");
        }
        choice.first().check(new Locator.CheckOptions().setForce(true));
        saved(page, field);
    }

    /** What is known already, such as the unit's own name, stands there and isn't typed again. */
    private static void type(Page page, String field, String text) {
        var input = page.locator("[name='" + field + "']").first();
        if (!input.inputValue().equals(text)) {
            input.fill(text);
            input.blur();
            saved(page, field);
        }
    }

    private static void saved(Page page, String field) {
        assertThat(page.locator("[data-saved='" + field + "']").first()).containsText("已保存");
    }

    static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("name", "低温超导储能联合研究");
        texts.put("undertaker", "示例研究所");
        texts.put("foreignPartner", "Example Institute");
        texts.put("listContact.name", "示例甲");
        texts.put("listContact.details", "000-00000000");
        texts.put("statement.problem", "难在规模。");
        texts.put("statement.breakthrough", "双方建成样机。");
        texts.put("statement.effect", "三个城市使用。");
        texts.put("board.unit", "示例研究所");
        texts.put("board.foreignPartner", "Example Institute");
        texts.put("board.chineseInvestment", "300万元");
        texts.put("board.foreignInvestment", "无");
        texts.put("board.startAndCompletion", "2011年起，已完成");
        texts.put("board.contact.name", "示例甲");
        texts.put("board.contact.telephone", "000-00000000");
        texts.put("board.contact.mobile", "00000000000");
        texts.put("board.contact.email", "a@example.org");
        texts.put("board.text", "样机投入使用。");
        texts.put("board.confidentialityOpinion", "同意公开");
        texts.put("board.intellectualProperty", "归双方共有");
        return texts;
    }

    /** By pinyin, as the picker offers. */
    private static void country(Page page) {
        var field = page.locator(".picker .picker-field").first();
        field.click();
        field.pressSequentially("deguo");
        page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("德国")).first().click();
        saved(page, "board.countries");
    }

    private void pictures(Page page) throws IOException {
        var chosen = new ArrayList<Path>();
        for (int i = 0; i < 2; i++) {
            var file = files.resolve("照片 " + i + ".jpg");
            chosen.add(Painted.picture(PictureStudio.Scene.values()[i], 7L + i, file));
        }
        page.locator("#s-pictures input[type=file]").first().setInputFiles(chosen.toArray(Path[]::new));
        assertThat(page.locator("#s-pictures .frame-caption")).hasCount(2);
        for (int i = 0; i < 2; i++) {
            var caption = page.locator("#s-pictures .frame-caption").nth(i);
            caption.fill("样机照片 " + i);
            caption.blur();
            saved(page, caption.getAttribute("name"));
        }
        assertThat(page.locator("#s-pictures")).containsText("合格");
        assertThat(page.locator("aside")).not().containsText("没有简要说明");
    }

    private void rank() {
        var page = signedIn(drafter);
        page.navigate(server.address() + "/nomination");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("选取“低温超导储能联合研究”")).click();
        assertThat(page.locator(".rank-row:not(.empty)")).hasCount(1);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记一项非公开成果")).click();
        assertThat(page.locator(".rank-row:not(.empty)")).hasCount(2);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("下移“低温超导储能联合研究”")).click();
        assertThat(page.locator(".rank-row .rank-name").first()).hasText("非公开");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("上移“低温超导储能联合研究”")).click();
        assertThat(page.locator(".rank-row .rank-name").first()).hasText("低温超导储能联合研究");
        for (var field : Map.of("name", "示例省科学技术厅", "contact", "示例乙", "telephone", "000-00000001").entrySet()) {
            type(page, field.getKey(), field.getValue());
        }
        page.locator(".rank-name").first().click();
        page.waitForURL("**/achievements/*");
        type(page, "board.departmentOpinion", "同意推荐");
    }

    private Path signOff() throws IOException {
        var page = signedIn(approver);
        page.navigate(server.address() + "/nomination/sign-off");
        assertThat(page.locator("main")).containsText("0 处错误");
        for (var box : page.locator("[name=declared]").all()) {
            box.check(new Locator.CheckOptions().setForce(true));
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("签发").setExact(true)).click();
        page.waitForURL("**/nomination/receipts/*");
        assertThat(page.locator(".receipt")).containsText("O-53-0001-");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("制作光盘映像")).click();
        var link = page.locator("#s-disc a.row-title");
        assertThat(link).isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        var download = page.waitForDownload(link::click);
        var image = files.resolve("disc.iso");
        download.saveAs(image);
        assertThat(Files.size(image)).isGreaterThan(10_000_000);
        return image;
    }
}
