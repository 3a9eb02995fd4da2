package huizhan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is typed into a form with a button outlives the session and a change of language, and is gone once it was sent (B4). */
class TypedFormsTest {
    private static Chrome chrome;
    private static TestServer server;
    private Person organizer;
    private Page page;

    @BeforeAll static void start() {
        chrome = Chrome.orSkip();
        server = TestServer.inTheCall();
    }

    @AfterAll static void stop() {
        if (chrome != null) chrome.close();
        if (server != null) server.close();
    }

    @BeforeEach void announcement() {
        organizer = server.people().organizer();
        page = chrome.window(server, Optional.of(organizer));
        page.navigate("/announcements");
        type("title", "咨询电话周末有人接听");
        type("text", "周六、周日 9 时至 17 时。\n请先看常见问题。");
    }

    @AfterEach void close() {
        page.context().close();
        assertThat(chrome.complaints()).isEmpty();
    }

    private void type(String name, String text) {
        page.locator("#new [name=" + name + "]").fill(text);
        assertThat(page.locator("#new [name=" + name + "]")).hasValue(text);
    }

    /** Until the browser has it on its disk. */
    private void kept(int texts) {
        page.waitForFunction("""
            texts => new Promise(done => {
              const open = indexedDB.open('huizhan-unsent');
              open.onsuccess = () => {
                const all = open.result.transaction('texts').objectStore('texts').getAll();
                all.onsuccess = () => { open.result.close(); done(all.result.length === texts); };
              };
            })""", texts);
    }

    private void found() {
        assertThat(page.locator("[data-notice=typed]")).isVisible();
        assertThat(page.locator("#new [name=title]")).hasValue("咨询电话周末有人接听");
        assertThat(page.locator("#new [name=text]")).hasValue("周六、周日 9 时至 17 时。\n请先看常见问题。");
    }

    private void publish() {
        page.locator("#new button.button").click();
    }

    @Test void it_is_there_again_after_the_end_of_a_session_and_is_gone_once_it_was_sent() {
        kept(2);
        page.context().clearCookies();
        publish();
        page.waitForURL("**/sign-in?return=**");
        Chrome.enter(page, organizer);
        found();
        publish();
        assertThat(page.locator("#all article")).containsText("咨询电话周末有人接听");
        assertThat(page.locator("#new [name=title]")).hasValue("");
        kept(0);
        page.reload();
        assertThat(page.locator("#new [name=title]")).hasValue("");
        assertThat(page.locator("[data-notice=typed]")).hasCount(0);
    }

    @Test void it_goes_along_into_the_other_language_and_can_be_discarded() {
        kept(2);
        page.getByText("English", new Page.GetByTextOptions().setExact(true)).click();
        found();
        page.locator("[data-notice=typed] button").click();
        assertThat(page.locator("#new [name=title]")).hasValue("");
        assertThat(page.locator("#new [name=text]")).hasValue("");
        kept(0);
    }

    /** The form of key cards keeps nothing (C2): somebody may paste the wrong file's text. */
    @Test void a_private_key_pasted_by_mistake_stays_nowhere_in_the_browser() {
        kept(2);
        page.navigate("/keys");
        page.locator("#f-card").fill("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        kept(2);
        page.reload();
        assertThat(page.locator("#f-card")).hasValue("");
    }

    @Test void what_was_refused_is_on_the_page_and_nowhere_else_and_another_persons_page_shows_nothing() {
        type("title", "");
        publish();
        assertThat(page.locator("#new .notice.bad, #new .field-error").first()).isVisible();
        assertThat(page.locator("#new [name=text]")).hasValue("周六、周日 9 时至 17 时。\n请先看常见问题。");
        kept(0);
        type("title", "再写一遍");
        kept(1);
        page.context().clearCookies();
        page.navigate("/sign-in");
        Chrome.enter(page, server.people().organizer());
        page.navigate("/announcements");
        assertThat(page.locator("#new [name=title]")).hasValue("");
    }

    @Test void a_form_that_nobody_answered_is_not_taken_for_sent() {
        kept(2);
        page.route("**/announcements", route -> {
            if (route.request().method().equals("POST")) route.abort();
            else route.resume();
        });
        publish();
        page.waitForURL("chrome-error://**");
        page.navigate("/opening");
        page.navigate("/announcements");
        found();
        kept(2);
    }
}
