package huizhan.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;

/** The scripts in a real Chromium under the real content security policy; skipped where there is no Chromium. */
@Tag("browser")
class ScriptsBrowserTest {
    private static final List<Path> CHROMIUM = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private static ConfigurableApplicationContext app;
    private static ShellApp server;
    private static Playwright playwright;
    private static Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        var chromium = CHROMIUM.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(chromium.isPresent(), "no Chromium here");
        app = ShellApp.start();
        server = app.getBean(ShellApp.class);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.get())
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) playwright.close();
        if (app != null) app.close();
    }

    @BeforeEach
    void open() {
        server.received.clear();
        server.nextAnswer.set(null);
        context = browser.newContext();
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) complaints.add(message.text());
        });
        page.navigate(ShellApp.address(app) + "/test/page");
        assertThat(page.locator(".picker-field")).isVisible();
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_field_saves_itself_after_the_last_key_and_says_when() {
        page.getByLabel("项目名称").press("End");
        page.getByLabel("项目名称").pressSequentially("，再写");
        assertThat(page.locator("[data-saved=name]")).hasText("已保存 09:12:03");
        assertThat(server.received).containsExactly("name|起初，再写|1");
        page.getByLabel("项目名称").fill("二稿");
        assertThat(page.locator("#f-name")).hasAttribute("data-version", "3");
        assertThat(server.received).containsExactly("name|起初，再写|1", "name|二稿|2");
    }

    @Test
    void nothing_is_sent_while_a_word_is_being_composed() {
        page.evaluate("""
            () => { const field = document.getElementById('f-name'); field.value = 'ni';
              field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true })); }""");
        page.waitForTimeout(900);
        assertThat(server.received).isEmpty();
        page.evaluate("""
            () => { const field = document.getElementById('f-name'); field.value = '你';
              field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })); }""");
        assertThat(page.locator("[data-saved=name]")).hasText("已保存 09:12:03");
        assertThat(server.received).containsExactly("name|你|1");
    }

    @Test
    void a_group_sends_all_its_values_line_by_line() {
        page.getByLabel("部门间").check();
        assertThat(page.locator("[data-saved=natures]")).hasText("已保存 09:12:03");
        assertThat(server.received).containsExactly("natures|intergovernmental+departmental|1");
    }

    @Test
    void someone_elses_change_is_shown_beside_mine_and_neither_is_lost() {
        answer(409, Map.of("version", 5, "value", "对方写的", "by", "周伟", "at", "09:11"));
        page.getByLabel("项目名称").fill("我写的");
        assertThat(page.locator(".conflict")).containsText("周伟 09:11 改了这一项");
        assertThat(page.locator(".conflict pre").first()).hasText("我写的");
        page.getByText("保留我的").click();
        assertThat(page.locator("[data-saved=name]")).hasText("已保存 09:12:03");
        assertThat(server.received).containsExactly("name|我写的|1", "name|我写的|5");

        answer(409, Map.of("version", 9, "value", "对方又写"));
        page.getByLabel("项目名称").fill("我再写");
        page.getByText("采用对方的").click();
        assertThat(page.getByLabel("项目名称")).hasValue("对方又写");
        assertThat(page.locator("#f-name")).hasAttribute("data-version", "9");
    }

    @Test
    void a_refusal_stands_under_the_field_until_the_next_save() {
        answer(422, Map.of("message", "年份写错了"));
        page.getByLabel("项目名称").fill("二〇一五");
        assertThat(page.locator("[data-refused=name]")).hasText("年份写错了");
        assertThat(page.locator("#f-name")).hasAttribute("aria-invalid", "true");
        page.getByLabel("项目名称").fill("2015");
        assertThat(page.locator("[data-refused=name]")).hasCount(0);
    }

    @Test
    void a_fault_of_the_server_is_waited_out_and_the_text_sent_again() {
        server.nextAnswer.set(ResponseEntity.status(503).header("Retry-After", "1").build());
        page.getByLabel("项目名称").fill("不丢");
        assertThat(page.locator("[data-saved=name]")).containsText("未保存");
        assertThat(page.locator("[data-saved=name]")).hasText("已保存 09:12:03");
        assertThat(server.received).containsExactly("name|不丢|1", "name|不丢|1");
    }

    @Test
    void a_kept_text_and_one_typed_before_the_scripts_came_are_both_shown() {
        answer(401, Map.of());
        page.getByLabel("项目名称").fill("上次写的");
        assertThat(page.locator("[data-notice=ended]")).isVisible();
        page.addInitScript("""
            new MutationObserver((changes, observer) => {
              const field = document.querySelector('#f-name');
              if (!field) return;
              observer.disconnect();
              field.value = '刚才写的';
              field.dispatchEvent(new Event('input', { bubbles: true }));
            }).observe(document, { childList: true, subtree: true });""");
        page.navigate(ShellApp.address(app) + "/test/page");
        assertThat(page.locator(".conflict pre").nth(0)).hasText("刚才写的");
        assertThat(page.locator(".conflict pre").nth(1)).hasText("上次写的");
        assertThat(page.locator("[data-saved=name]")).hasText("已保存 09:12:03");
        page.onDialog(Dialog::accept);
        page.navigate(ShellApp.address(app) + "/test/page");
        assertThat(page.locator(".conflict pre").nth(1)).hasText("上次写的");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("用上次的")).click();
        assertThat(page.getByLabel("项目名称")).hasValue("上次写的");
        page.waitForCondition(() -> server.received.size() > 1 && server.received.get(server.received.size() - 1).startsWith("name|上次写的|"));
        assertThat(page.locator("[data-saved=name]")).hasText("已保存 09:12:03");
    }

    @Test
    void a_session_that_ended_keeps_the_text_and_the_next_visit_sends_it() {
        answer(401, Map.of());
        page.getByLabel("项目名称").fill("登录失效时写的");
        var notice = page.locator("[data-notice=ended]");
        assertThat(notice.getByRole(AriaRole.LINK)).hasAttribute("href", "/sign-in?return=%2Ftest%2Fpage");
        page.navigate(ShellApp.address(app) + "/test/page");
        assertThat(page.getByLabel("项目名称")).hasValue("登录失效时写的");
        assertThat(page.locator("[data-notice=restored]")).containsText("找回了 1 处");
        assertThat(page.locator("[data-saved=name]")).hasText("已保存 09:12:03");
        assertThat(server.received).containsExactly("name|登录失效时写的|1", "name|登录失效时写的|1");
        page.navigate(ShellApp.address(app) + "/test/page");
        assertThat(page.getByLabel("项目名称")).hasValue("起初");
    }

    @Test
    void the_counter_follows_the_text_and_says_how_much_is_too_much() {
        var counter = page.locator(".counter");
        page.locator("#f-text").fill("一二三四五六七八九十");
        assertThat(counter).hasText("10 / 10 字，还可写 0 字");
        page.locator("#f-text").fill("一二三四五六七八九十，MIT");
        assertThat(counter).hasText("12 / 10 字，超 2 字");
        assertThat(counter).hasClass("counter bad");
    }

    @Test
    void a_country_is_found_by_pinyin_chosen_by_key_and_taken_off_again() {
        var search = page.getByLabel("合作国别");
        search.fill("dg");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("德国");
        search.press("Enter");
        assertThat(page.locator("#f-countries")).hasValue("FR,DE");
        search.fill("非洲,多国");
        search.press("ArrowUp");
        search.press("Enter");
        assertThat(page.locator("#f-countries")).hasValue("FR,DE,other:非洲，多国");
        page.getByLabel("移除 法国").click();
        assertThat(page.locator("#f-countries")).hasValue("DE,other:非洲，多国");
        assertThat(page.locator("[data-saved=countries]")).hasText("已保存 09:12:03");
    }

    @Test
    void a_list_is_ranked_by_button_by_number_by_key_and_by_drag() {
        page.getByLabel("下移 a").click();
        expectOrder("bac|1");
        page.getByLabel("名次 c").fill("1");
        page.getByLabel("名次 c").press("Enter");
        expectOrder("cba|2");
        page.getByLabel("移动 a").press("Space");
        page.getByLabel("移动 a").press("ArrowUp");
        page.getByLabel("移动 a").press("ArrowUp");
        page.getByLabel("移动 a").press("Space");
        expectOrder("acb|3");
        var from = page.getByLabel("移动 a").boundingBox();
        var to = page.getByLabel("移动 b").boundingBox();
        page.mouse().move(from.x + 5, from.y + 5);
        page.mouse().down();
        page.mouse().move(from.x + 5, to.y + to.height + 10);
        page.mouse().up();
        expectOrder("cba|4");
        assertThat(page.getByLabel("名次 a")).hasValue("3");
    }

    @Test
    void where_someone_was_faster_the_newest_list_is_shown_and_the_sentence_stays() {
        answer(409, Map.of("message", "次序已被别人改过"));
        page.getByLabel("下移 a").click();
        expectOrder("bac|1");
        assertThat(page.locator("[data-notice=order]")).containsText("次序已被别人改过");
        assertThat(page.locator(".rank-row").first()).hasAttribute("data-id", "a");
        page.reload();
        assertThat(page.locator(".rank-row").first()).hasAttribute("data-id", "a");
        assertThat(page.locator("[data-notice=order]")).hasCount(0);
    }

    @Test
    void an_order_that_was_not_saved_gives_way_to_the_last_one_that_was() {
        page.getByLabel("下移 a").click();
        expectOrder("bac|1");
        assertThat(page.locator("[data-rank]")).hasAttribute("data-version", "2");
        answer(500, Map.of("message", "没有保存"));
        page.getByLabel("下移 a").click();
        assertThat(page.locator("[data-notice=order]")).containsText("没有保存");
        assertThat(page.getByLabel("名次 b")).hasValue("1");
        assertThat(page.getByLabel("名次 a")).hasValue("2");
        assertThat(page.getByLabel("名次 c")).hasValue("3");
        page.getByLabel("上移 c").click();
        expectOrder("bca|2");
    }

    @Test
    void a_lifted_row_goes_back_with_escape_and_nothing_is_sent() {
        page.getByLabel("移动 a").press("Space");
        page.getByLabel("移动 a").press("ArrowDown");
        page.getByLabel("移动 a").press("Escape");
        assertThat(page.getByLabel("名次 a")).hasValue("1");
        assertThat(server.received).isEmpty();
    }

    @Test
    void a_finding_leads_to_its_field_and_a_dialog_opens_and_closes() {
        page.locator("[data-goto=f-text]").click();
        assertThat(page.locator("#f-text")).isFocused();
        page.getByText("撤回").click();
        assertThat(page.locator("#d")).isVisible();
        page.getByText("保留").click();
        assertThat(page.locator("#d")).isHidden();
        assertThat(page.locator("main [data-countdown]")).hasText("还有 10 天 14 小时");
    }

    /** Puts texts into this browser as an earlier visit would have left them, and comes back. */
    private void comeBackTo(String... namesAndTexts) {
        page.evaluate("""
            async (texts) => {
              const unsent = await import(performance.getEntriesByType('resource').find((each) => each.name.endsWith('/js/unsent.js')).name);
              const place = document.querySelector('form[data-autosave]:has([name=name])').dataset.autosave;
              for (let at = 0; at < texts.length; at += 2) await unsent.keep(place, texts[at], texts[at + 1], '0');
            }""", List.of(namesAndTexts));
        page.onDialog(Dialog::accept);
        page.navigate(ShellApp.address(app) + "/test/page");
    }

    private void choose(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    @Test
    void of_several_other_texts_the_person_chooses_about_each_and_none_is_overwritten_unseen() {
        comeBackTo("name", "没发出的", "name earlier1", "更早的");
        assertThat(page.locator(".conflict pre").nth(0)).hasText("没发出的");
        assertThat(page.locator(".conflict pre").nth(1)).hasText("起初");
        choose("采用对方的");
        assertThat(page.locator(".conflict pre").nth(0)).hasText("起初");
        assertThat(page.locator(".conflict pre").nth(1)).hasText("更早的");
        assertThat(server.received).isEmpty();
        choose("用上次的");
        page.waitForCondition(() -> server.received.contains("name|更早的|1"));
        assertThat(server.received).containsExactly("name|更早的|1");
    }

    @Test
    void two_kept_texts_that_nobody_has_chosen_about_are_both_still_there_next_time() {
        comeBackTo("name earlier1", "一稿", "name earlier2", "二稿");
        assertThat(page.locator(".conflict pre").nth(1)).hasText("一稿");
        page.navigate(ShellApp.address(app) + "/test/page");
        choose("保留我的");
        assertThat(page.locator(".conflict pre").nth(1)).hasText("二稿");
        choose("保留我的");
        assertThat(page.locator(".conflict")).hasCount(0);
    }

    @Test
    void an_earlier_text_that_was_chosen_and_could_not_be_sent_is_not_lost() {
        answer(401, Map.of());
        comeBackTo("name earlier1", "一稿");
        choose("用上次的");
        assertThat(page.locator("[data-notice=ended]")).isVisible();
        page.navigate(ShellApp.address(app) + "/test/page");
        page.waitForCondition(() -> server.received.stream().filter(each -> each.equals("name|一稿|1")).count() == 2);
        assertThat(page.getByLabel("项目名称")).hasValue("一稿");
    }

    private void expectOrder(String order) {
        page.waitForCondition(() -> server.received.contains(order));
    }

    private static void answer(int status, Map<String, Object> body) {
        server.nextAnswer.set(ResponseEntity.status(status).body(body));
    }
}
