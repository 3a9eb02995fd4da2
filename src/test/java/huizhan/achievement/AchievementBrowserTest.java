package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import huizhan.kernel.Role;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of one achievement in a real browser: what its scripts do together with the server. */
@Tag("browser")
class AchievementBrowserTest {
    private static final String CHROMIUM = "/usr/bin/chromium";
    private static TestServer server;
    private static Playwright playwright;
    private static Browser browser;
    private static Person person;
    private final List<String> complaints = new ArrayList<>();
    private Page page;
    private UUID id;

    @BeforeAll static void start() {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(Path.of(CHROMIUM)), "no Chromium here");
        server = TestServer.inTheCall();
        var people = server.people();
        var drafter = people.of(people.department("35"), Role.DRAFTER);
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
        id = Samples.whole(server, person);
        page = browser.newContext().newPage();
        page.setDefaultTimeout(30_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.navigate(server.address() + "/sign-in?return=/achievements/" + id);
        page.getByLabel("用户名").fill(person.username());
        page.getByLabel("密码").fill(person.password());
        page.keyboard().press("Enter");
        page.waitForURL("**/achievements/" + id);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @AfterEach void no_script_complained() {
        page.context().close();
        assertThat(complaints).isEmpty();
    }

    private String typed(String field) {
        return server.get(FieldSql.class).find(person.actor().owner(), id, field).orElse(Written.NEVER).value();
    }

    private void saved(String field) {
        PlaywrightAssertions.assertThat(page.locator("[data-saved='" + field + "']").first()).containsText("已保存");
    }

    @Test void the_name_typed_into_the_board_form_stands_in_the_list_entry_is_saved_once_and_heads_the_page() {
        page.getByLabel("项目名称", new Page.GetByLabelOptions().setExact(true)).fill("高原冰川观测网");
        saved("name");
        PlaywrightAssertions.assertThat(page.locator("#f-name")).hasValue("高原冰川观测网");
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("高原冰川观测网");
        page.getByLabel("项目或者活动名称").fill("高原冰川联合观测网");
        PlaywrightAssertions.assertThat(page.locator("#board-form-name")).hasValue("高原冰川联合观测网");
        page.locator("#f-name").blur();
        page.waitForCondition(() -> typed("name").equals("高原冰川联合观测网"));
    }

    @Test void the_main_direction_is_the_first_of_those_that_are_kept() {
        page.locator("#f-directions-network").check();
        page.waitForCondition(() -> typed("directions").equals("breakthrough\nnetwork"));
        page.locator("input[name='main.directions'][value='network']").check();
        page.waitForCondition(() -> typed("directions").equals("network\nbreakthrough"));
        page.reload();
        PlaywrightAssertions.assertThat(page.locator(".ordered input[type='checkbox']").first()).hasValue("network");
    }

    @Test void another_kind_brings_its_own_sections_and_the_checklist_follows() {
        page.locator("#f-kind-base").check();
        PlaywrightAssertions.assertThat(page.getByLabel("基本建设情况")).isVisible();
        page.getByLabel("基本建设情况").fill("2011年由双方共建。");
        page.waitForCondition(() -> typed("statement.building").equals("2011年由双方共建。"));
        PlaywrightAssertions.assertThat(page.locator(".checklist")).containsText("运行情况");
        page.locator("#f-kind-project").check();
        PlaywrightAssertions.assertThat(page.getByLabel("要解决的问题")).hasValue("难在规模。");
    }

    @Test void what_is_typed_before_the_scripts_have_come_is_saved_as_soon_as_they_are_there() {
        var held = new ArrayList<Route>();
        page.route("**/js/*.js*", route -> {
            if (route.request().url().contains("early.js")) route.resume();
            else held.add(route);
        });
        page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("#f-undertaker").fill("早到研究院");
        page.locator("#f-directions-network").check();
        page.locator("#f-kind-base").check();
        page.unroute("**/js/*.js*");
        held.forEach(Route::resume);
        page.waitForCondition(() -> typed("undertaker").equals("早到研究院"));
        page.waitForCondition(() -> typed("directions").equals("breakthrough\nnetwork"));
        page.waitForCondition(() -> typed("kind").equals("base"));
        PlaywrightAssertions.assertThat(page.getByLabel("基本建设情况")).isVisible();
    }

    @Test void a_caption_typed_while_the_pictures_are_fetched_anew_is_not_covered_by_what_was_fetched() {
        var caption = page.locator("#files-picture .frame-caption").first();
        var old = new ArrayList<Runnable>();
        // stays to the end: taken away, it would let the answer go that is held back
        page.route("**/slots/pictures", route -> {
            if (!old.isEmpty()) {
                route.resume();
                return;
            }
            var answer = route.fetch();
            old.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
        });
        page.evaluate("htmx.trigger('#files-picture', 'refresh')");
        page.waitForCondition(() -> old.size() == 1);
        caption.fill("低温容器外观");
        caption.blur();
        page.waitForCondition(() -> typed(caption.getAttribute("name")).equals("低温容器外观"));
        var before = page.querySelector("#files-picture");
        old.get(0).run();
        page.waitForCondition(() -> before.evaluate("slot => !slot.isConnected").equals(true));
        PlaywrightAssertions.assertThat(page.locator("#files-picture .frame-caption").first()).hasValue("低温容器外观");
    }

    @Test void each_form_saves_each_change_once_whatever_was_swapped_in_before() {
        page.locator("#f-kind-base").check();
        PlaywrightAssertions.assertThat(page.getByLabel("基本建设情况")).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        var sent = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.url().endsWith("/fields")) sent.add(request.postData());
        });
        page.locator("#f-undertaker").fill("只存一次研究院");
        page.waitForCondition(() -> typed("undertaker").equals("只存一次研究院"));
        // the browser may tell of a request after the server has answered it
        page.waitForCondition(() -> !sent.isEmpty());
        PlaywrightAssertions.assertThat(page.locator("[data-saved=undertaker]").first()).containsText("已保存");
        page.evaluate("() => new Promise(done => setTimeout(done, 700))");
        assertThat(sent).hasSize(1);
    }

    @Test void a_text_that_cannot_be_sent_outlives_every_reload_whichever_form_of_the_page_it_is_in() {
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        // in the page itself: what it sends while it goes away passes every route
        page.addInitScript("""
            const send = window.fetch;
            window.fetch = (url, ...more) => sessionStorage.getItem('cut') && String(url).endsWith('/fields')
              ? Promise.resolve(new Response('', { status: 503 })) : send(url, ...more);""");
        page.reload();
        page.evaluate("() => sessionStorage.setItem('cut', 'yes')");
        page.locator("#f-undertaker").fill("没有送到的研究院");
        for (int i = 0; i < 3; i++) {
            PlaywrightAssertions.assertThat(page.locator("#f-undertaker")).hasValue("没有送到的研究院");
            PlaywrightAssertions.assertThat(page.locator("[data-saved=undertaker]").first()).containsText("未保存");
            page.reload();
        }
        assertThat(typed("undertaker")).isNotEqualTo("没有送到的研究院");
        page.evaluate("() => sessionStorage.removeItem('cut')");
        page.reload();
        page.waitForCondition(() -> typed("undertaker").equals("没有送到的研究院"));
    }

    @Test void a_country_is_found_by_its_pinyin() {
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("合作国别")).fill("fg");
        page.getByRole(AriaRole.OPTION).filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("法国")).first().click();
        page.waitForCondition(() -> typed("board.countries").equals("DE\nFR"));
    }

    @Test void pictures_change_places_by_mouse_and_by_key_and_one_taken_away_comes_back() {
        var frames = page.locator("#files-picture .frame[data-id]");
        PlaywrightAssertions.assertThat(frames).hasCount(2);
        var first = frames.nth(0).getAttribute("data-id");
        frames.nth(0).locator("[data-drag]").focus();
        page.keyboard().press("ArrowRight");
        page.waitForCondition(() -> order().get(1).toString().equals(first));
        page.locator("#files-picture").scrollIntoViewIfNeeded();
        frames.nth(1).locator(".frame-place").dragTo(frames.nth(0).locator(".frame-place"));
        page.waitForCondition(() -> order().get(0).toString().equals(first));
        frames.nth(0).getByLabel("移除", new com.microsoft.playwright.Locator.GetByLabelOptions()).click();
        PlaywrightAssertions.assertThat(frames).hasCount(1);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("放回去")).click();
        PlaywrightAssertions.assertThat(frames).hasCount(2);
        assertThat(order().get(0)).hasToString(first);
    }

    @Test void whoever_works_by_keys_stays_where_they_were_when_a_slot_comes_anew() {
        var handle = page.locator("#files-picture .frame[data-id]").nth(1).locator("[data-drag]");
        handle.focus();
        anew("#files-picture");
        PlaywrightAssertions.assertThat(page.locator("#files-picture .frame[data-id]").nth(1).locator("[data-drag]")).isFocused();
        page.locator("#files-picture .frame[data-id]").nth(1).getByLabel("移除").focus();
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#files-picture .frame[data-id]")).hasCount(1);
        PlaywrightAssertions.assertThat(page.locator("#files-picture .frame[data-id]").getByLabel("移除")).isFocused();
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#files-picture .frame[data-id]")).hasCount(0);
        PlaywrightAssertions.assertThat(page.locator("#files-picture .removed button").first()).isFocused();
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#files-picture .frame[data-id]")).hasCount(1);
        page.waitForCondition(() -> page.evaluate("document.activeElement.closest('#files-picture .frame[data-id]') !== null").equals(true));
    }

    @Test void the_choice_of_a_file_keeps_the_focus_when_everything_around_it_comes_anew() {
        var object = page.locator("#s-objects [data-upload] input[type='file']").first();
        object.focus();
        page.evaluate("document.body.dispatchEvent(new CustomEvent('huizhan:others'))");
        page.evaluate("htmx.ajax('GET', location.pathname + '/slots/objects', { target: '#slot-objects', swap: 'innerHTML' })");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        PlaywrightAssertions.assertThat(page.locator("#s-objects [data-upload] input[type='file']").first()).isFocused();
    }

    @Test void a_place_waits_for_the_later_of_two_swaps_to_settle() {
        var object = page.locator("#s-objects [data-upload] input[type='file']").first();
        object.focus();
        page.evaluate("htmx.config.defaultSettleDelay = 600");
        for (int i = 0; i < 2; i++) {
            var before = page.querySelector("#slot-objects > section");
            page.evaluate("() => { htmx.ajax('GET', location.pathname + '/slots/objects', { target: '#slot-objects', swap: 'innerHTML' }); }");
            page.waitForCondition(() -> before.evaluate("each => !each.isConnected").equals(true));
        }
        PlaywrightAssertions.assertThat(object).isFocused();
    }

    @Test void the_objects_come_anew_once_nobody_types_in_them_and_what_is_being_typed_is_never_overwritten() {
        var name = objectName();
        name.click();
        assertThat(server.get(Placing.class).addObject(person.actor(), id).no()).isEmpty();
        page.evaluate("document.body.dispatchEvent(new CustomEvent('huizhan:others'))");
        page.keyboard().type("深潜器缩比模型");
        PlaywrightAssertions.assertThat(page.locator("#slot-objects > section")).hasCount(1);
        name.blur();
        PlaywrightAssertions.assertThat(page.locator("#slot-objects > section")).hasCount(2);
        PlaywrightAssertions.assertThat(name).hasValue(java.util.regex.Pattern.compile(".*深潜器缩比模型.*"));
    }

    @Test void objects_that_were_fetched_before_a_key_was_pressed_are_not_shown() {
        var name = objectName();
        var stale = new ArrayList<Runnable>();
        page.route("**/slots/objects", route -> {
            var answer = route.fetch();
            stale.add(() -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setResponse(answer)));
        });
        page.evaluate("document.body.dispatchEvent(new CustomEvent('huizhan:others'))");
        page.waitForCondition(() -> stale.size() >= 2);
        name.fill("样机缩比模型");
        stale.forEach(Runnable::run);
        page.unroute("**/slots/objects");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        PlaywrightAssertions.assertThat(name).hasValue("样机缩比模型");
        PlaywrightAssertions.assertThat(name).isFocused();
    }

    private com.microsoft.playwright.Locator objectName() {
        var object = server.get(SlotSql.class).objects(person.actor().owner(), List.of(id)).get(0).id();
        return page.locator("#slot-objects [name='" + Catalogue.object(object, "name") + "']");
    }

    private void anew(String slot) {
        var before = page.querySelector(slot);
        page.evaluate("slot => htmx.trigger(slot, 'refresh')", slot);
        page.waitForCondition(() -> before.evaluate("each => !each.isConnected").equals(true));
    }

    private List<UUID> order() {
        return server.get(SlotSql.class).files(person.actor().owner(), List.of(id)).stream().filter(each -> each.slot() == Slot.PICTURE)
            .map(Placed::id).toList();
    }

    @Test void a_finding_leads_to_its_place() {
        page.locator("#f-board\\.text").fill("字".repeat(201));
        page.locator("#f-board\\.text").blur();
        var finding = page.locator(".checklist a").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("201")).first();
        finding.click();
        PlaywrightAssertions.assertThat(page.locator("#f-board\\.text")).isFocused();
        PlaywrightAssertions.assertThat(page.locator("output[data-count='f-board.text']")).containsText("201 / 200 字");
    }

    @Test void a_picture_dropped_into_its_slot_arrives_with_its_verdict() throws Exception {
        var file = Files.createTempFile("照片", ".jpg");
        try {
            Files.write(file, Files.readAllBytes(server.get(huizhan.media.MediaFiles.class).path(Samples.stored(server, person, 2, "x.jpg"))));
            page.locator("#s-pictures [data-upload] input[type='file']").setInputFiles(file);
            PlaywrightAssertions.assertThat(page.locator("#files-picture .frame[data-id]")).hasCount(3);
            PlaywrightAssertions.assertThat(page.locator("#files-picture .frame[data-id]").nth(2)).containsText("2400×1700");
        } finally {
            Files.delete(file);
        }
    }
}
