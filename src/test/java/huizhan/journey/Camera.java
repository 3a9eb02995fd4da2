package huizhan.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import huizhan.kernel.Lang;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Takes the guide's pictures in a window of one size, person by person, so that each signs in once. */
final class Camera {
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    private static final int RIM = 12;
    /** Pictures far below are fetched only when they come near; the guide's must be there, and must not be a promise of one. */
    private static final String READY = """
        async (part) => {
          document.querySelectorAll('.clock-moved').forEach((each) => each.remove());
          const all = part === '' ? [document.body] : [...document.querySelectorAll(part)];
          const images = all.flatMap((each) => [...each.querySelectorAll('img')]);
          images.forEach((each) => { each.loading = 'eager'; });
          await Promise.all([document.fonts.ready, ...images.map((each) => each.decode().catch(() => {}))]);
          if (document.activeElement !== document.body) document.activeElement.blur();
        }""";
    private static final String EDGES = """
        (all) => {
          const boxes = all.map((each) => each.getBoundingClientRect()).filter((each) => each.width > 0);
          const left = Math.min(...boxes.map((each) => each.left)) + scrollX, top = Math.min(...boxes.map((each) => each.top)) + scrollY;
          return [left, top, Math.max(...boxes.map((each) => each.right)) + scrollX - left, Math.max(...boxes.map((each) => each.bottom)) + scrollY - top];
        }""";
    private final Chrome chrome;
    private final TestServer server;

    Camera(Chrome chrome, TestServer server) {
        this.chrome = chrome;
        this.server = server;
    }

    /** Takes all of them in both languages and hands each over with its language. */
    void take(List<Shot> shots, BiConsumer<Taken, byte[]> keep) {
        Map<Optional<Person>, List<Shot>> byPerson = new LinkedHashMap<>();
        shots.forEach(each -> byPerson.computeIfAbsent(each.who(), who -> new ArrayList<>()).add(each));
        byPerson.forEach((who, theirs) -> {
            // a window for each language: what was typed for a picture and never sent would stand in the next one again
            for (var lang : Lang.values()) {
                var page = chrome.window(server, who);
                page.setViewportSize(WIDTH, HEIGHT);
                who.ifPresent(person -> readNews(page));
                page.navigate("/sign-in?lang=" + lang.name().toLowerCase(Locale.ROOT));
                theirs.forEach(shot -> keep.accept(new Taken(shot.name(), lang), take(page, shot)));
                page.context().close();
            }
        });
    }

    record Taken(String name, Lang lang) {}

    /** What is announced or decided lies above each page until it is read, one notice after the other. */
    private static void readNews(Page page) {
        while (page.locator(".news button").count() > 0) {
            var one = page.locator(".news form").first().getAttribute("action");
            page.locator(".news button").first().click();
            page.locator(".news form[action='" + one + "']").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            page.waitForLoadState();
        }
    }

    private static byte[] take(Page page, Shot shot) {
        page.navigate(shot.path());
        shot.then().accept(page);
        page.evaluate(READY, shot.part());
        var png = shown(page, shot);
        shot.after().accept(page);
        return png;
    }

    private static byte[] shown(Page page, Shot shot) {
        var options = new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);
        if (shot.part().isEmpty()) {
            return page.screenshot(options);
        }
        // in a window as high as the page nothing that sticks to its edge lies in the way
        page.setViewportSize(WIDTH, Math.max(HEIGHT, (int) edges(page, "html")[3]));
        var edges = edges(page, shot.part());
        var png = page.screenshot(options.setClip(Math.max(0, edges[0] - RIM), Math.max(0, edges[1] - RIM), edges[2] + 2 * RIM,
            Math.min(shot.most(), edges[3]) + 2 * RIM));
        page.setViewportSize(WIDTH, HEIGHT);
        return png;
    }

    /** Left, top, width and height of all that a selector finds together. */
    private static double[] edges(Page page, String selector) {
        return ((List<?>) page.locator(selector).evaluateAll(EDGES)).stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
    }
}
