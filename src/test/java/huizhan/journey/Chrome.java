package huizhan.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium, and what its pages complained about. */
final class Chrome implements AutoCloseable {
    /** The program itself first: Debian's script before it adds flags that make painting without a graphics card dear. */
    private static final List<Path> PLACES = List.of(Path.of("/usr/lib/chromium/chromium"), Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");
    private static final double PATIENCE = 60_000;
    /** Fields for dates speak the page's language, as they do in a browser of that language; there is one browser here for both. */
    private static final String PAGES_LANGUAGE = "--enable-blink-features=LangAttributeAwareFormControlUI";
    private final List<String> complaints = new ArrayList<>();
    private final Playwright playwright;
    private final Browser browser;

    private Chrome(Path program, String... more) {
        var args = new ArrayList<>(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", PAGES_LANGUAGE));
        args.addAll(List.of(more));
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program)
            .setArgs(args));
    }

    /** Ends the test where there is none. */
    static Chrome orSkip() {
        return start();
    }

    /** For looking at many pages: the same browser without a window of its own, where that is installed. */
    static Chrome forLooking() {
        return Files.isExecutable(SHELL) ? new Chrome(SHELL) : start();
    }

    /** One whose camera shows a film, and which lets every page use it that its own headers let. */
    static Chrome withCamera(Path film) {
        return start("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--use-file-for-fake-video-capture=" + film);
    }

    private static Chrome start(String... more) {
        var program = PLACES.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(program.isPresent(), "no Chromium here");
        return new Chrome(program.get(), more);
    }

    /** A window of its own, signed in as the person if there is one. */
    Page window(TestServer server, Optional<Person> who) {
        return window(server.address(), who);
    }

    Page window(String address, Optional<Person> who) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBaseURL(address).setReducedMotion(
            com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE);
        var page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        who.ifPresent(person -> signIn(page, person));
        return page;
    }

    private static void signIn(Page page, Person person) {
        page.navigate("/sign-in");
        enter(page, person);
    }

    /** Name and password on the sign-in page, and on to what comes next. */
    static void enter(Page page, Person person) {
        page.locator("[name=username]").fill(person.username());
        page.locator("[name=password]").fill(person.password());
        page.locator("main button.button").click();
        page.waitForURL(url -> !url.endsWith("/sign-in"));
    }

    /** Faults of scripts, and what the content security policy refused. */
    List<String> complaints() {
        return complaints;
    }

    @Override public void close() {
        playwright.close();
    }
}
