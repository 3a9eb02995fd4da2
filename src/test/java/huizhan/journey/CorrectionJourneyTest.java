package huizhan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.nomination.Heads;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Returned by field, corrected, looked at side by side, put up for approval, sent back, signed off (B16, B19), in both languages. */
class CorrectionJourneyTest {
    private static final LocatorAssertions.ContainsTextOptions PATIENCE = new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    private static final String OLD = "亩产提高23%：中外科研人员互换种质312份，育成2个耐旱新品种，推广18万亩，惠及1.2万户农户。";
    private static final String NEW = "亩产提高23%：中外科研人员互换种质312份，育成3个耐旱新品种，推广20万亩，惠及1.2万户农户。";
    private static final Map<Lang, Map<String, String>> WORDS = Map.of(
        Lang.ZH, Map.of("due", "2015年7月15日", "waiting", "内容此后没有改动", "back", "退回", "receipt", "回执", "signed", "已签发", "two", "另一位审签人签发"),
        Lang.EN, Map.of("due", "15 July 2015", "waiting", "has not changed since", "back", "sent it back", "receipt", "Receipt", "signed", "Signed off", "two", "another signs it off"));
    private Chrome chrome;
    private TestServer server;
    private Person unit;
    private Person drafter;
    private Person approver;
    private UUID id;

    @BeforeEach void a_department_with_one_achievement(@TempDir Path workshop) throws Exception {
        chrome = Chrome.orSkip();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        server = TestServer.inTheCall();
        var people = server.people();
        var department = people.department("53");
        drafter = people.of(department, Role.DRAFTER);
        approver = people.of(department, Role.APPROVER);
        unit = people.of(drafter, people.unit(drafter, "示例研究所"));
        id = new Submissions(server, workshop).handed(unit, drafter, "高原耐旱青稞联合育种");
        Map.of("name", "示例省科学技术厅", "contact", "示例乙", "telephone", "000-00000001").forEach((field, value) ->
            server.get(Heads.class).write(drafter.actor(), field, value, 0));
    }

    @AfterEach void close() {
        if (chrome != null) chrome.close();
        if (server != null) server.close();
    }

    private Page window(Person who, Lang lang) {
        var page = chrome.window(server, Optional.of(who));
        page.navigate("/call?lang=" + lang.name().toLowerCase(java.util.Locale.ROOT));
        return page;
    }

    private static void press(Page page, String form) {
        page.locator(form + " button").first().click();
    }

    @ParameterizedTest @EnumSource(Lang.class)
    void returned_corrected_compared_and_signed_off(Lang lang) {
        var words = WORDS.get(lang);
        var drafts = window(drafter, lang);
        returned(drafts);
        corrected(window(unit, lang), words);
        compared(drafts);
        var approves = window(approver, lang);
        approval(drafts, approves, words);
        signed(approves, words);
        Assertions.assertThat(chrome.complaints()).isEmpty();
    }

    private void returned(Page page) {
        page.navigate("/achievements/" + id + "/handover/return");
        page.locator("#f-reason").fill("品种数与报告不符");
        page.locator("[name=place][value='board.text']").check();
        page.locator("#f-until").fill("2015-07-15");
        press(page, "main form");
        page.waitForURL("**/achievements");
    }

    private void corrected(Page page, Map<String, String> words) {
        page.navigate("/achievements/" + id);
        assertThat(page.locator(".correction")).containsText("品种数与报告不符");
        assertThat(page.locator(".correction")).containsText(words.get("due"));
        page.locator(".correction a[href$='#f-board.text']").first().click();
        assertThat(page.locator("[name='board.text']")).isFocused();
        assertThat(page.locator("[name='board.text']")).hasValue(OLD);
        page.locator("[name='board.text']").fill(NEW);
        page.locator("[name='board.text']").blur();
        assertThat(page.locator("[data-saved='board.text']").first()).containsText(":", PATIENCE);
        page.locator("a[href$='/handover']").first().click();
        press(page, "main form");
        page.waitForURL("**/achievements/" + id);
    }

    private void compared(Page page) {
        page.navigate("/achievements/" + id + "/changes");
        assertThat(page.locator(".beside")).hasCount(1);
        assertThat(page.locator(".beside del")).hasText(new String[] {"2", "18"});
        assertThat(page.locator(".beside ins")).hasText(new String[] {"3", "20"});
        page.navigate("/nomination");
        press(page, "#s-candidates form");
        assertThat(page.locator(".rank-row:not(.empty)")).hasCount(1);
    }

    private void approval(Page drafts, Page approves, Map<String, String> words) {
        approves.navigate("/nomination/sign-off");
        press(approves, "form[action='/nomination/two-people']");
        assertThat(approves.locator("#s-approval")).containsText(words.get("two"));
        submit(drafts, words);
        approves.navigate("/nomination/sign-off");
        assertThat(approves.locator("#s-approval")).containsText("请审签");
        approves.locator("#f-return").fill("请核对外方单位");
        press(approves, "form[action='/nomination/submission/return']");
        drafts.navigate("/nomination/sign-off");
        assertThat(drafts.locator("#s-approval")).containsText(words.get("back"));
        assertThat(drafts.locator("#s-approval")).containsText("请核对外方单位");
        submit(drafts, words);
    }

    private void submit(Page page, Map<String, String> words) {
        page.navigate("/nomination/sign-off");
        page.locator("#f-submission").fill("请审签");
        press(page, "form[action='/nomination/submission']");
        assertThat(page.locator("#s-approval")).containsText(words.get("waiting"));
    }

    private void signed(Page page, Map<String, String> words) {
        page.navigate("/nomination/sign-off");
        page.locator("[name=declared]").first().check();
        press(page, "form[action='/nomination/signature'] .actions");
        page.waitForURL("**/nomination/receipts/*");
        assertThat(page.locator(".receipt-head")).containsText(words.get("receipt"));
        assertThat(page.locator(".stamp")).containsText(words.get("signed"));
        assertThat(page.locator(".receipt")).containsText("O-53-0001-");
    }
}
