package huizhan.media;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import huizhan.kernel.Sha256;
import huizhan.web.Texts;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** The uploader in a real Chromium against the real upload server; the page around it is as small as can be. */
@Tag("browser")
class UploadPageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static Playwright playwright;
    private static Browser browser;
    private @TempDir Path folder;
    private Path data;
    private TusServer server;
    private BrowserContext context;
    private Page page;

    @BeforeAll static void browser() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed");
        setDefaultAssertionTimeout(60_000);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
            .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll static void end() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach void open() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        server = start(0);
        context = browser.newContext();
        context.setDefaultTimeout(60_000);
        context.setExtraHTTPHeaders(Map.of("X-Lang", "zh"));
        page = context.newPage();
        page.onConsoleMessage(message -> System.err.println(message.text()));
        page.navigate("http://127.0.0.1:" + server.port() + "/page");
    }

    @AfterEach void close() throws Exception {
        context.close();
        server.close();
    }

    private TusServer start(int port) throws Exception {
        return new TusServer(data, port, Map.of("/page", new PageServlet(), "/s/*", new StaticServlet()));
    }

    @Test void a_file_arrives_and_its_verdict_is_shown() throws Exception {
        var file = file("成果.jpg", 2_000_000);
        choose(file);
        assertThat(page.locator(".upload-lines")).containsText("这个文件的内容不是图片");
        assertThat(server.store.masters().path(Sha256.of(Files.readAllBytes(file)))).exists();
        assertThat(page.locator("#told")).containsText("box:1 stored");
    }

    @Test void too_small_a_file_is_named_and_may_go_on() throws Exception {
        choose(file("小.jpg", 999_999));
        assertThat(page.locator(".upload-said")).containsText("“小.jpg”只有 0.9 MB，要求 1.0 MB 以上");
        page.locator(".upload-said button").click();
        assertThat(page.locator(".upload-lines")).containsText("不是图片");
    }

    @Test void another_kind_of_file_is_not_sent() throws Exception {
        choose(file("说明.docx", 2_000_000));
        assertThat(page.locator(".upload-said")).containsText("类型不在可用范围内（.jpg .bin）");
        assertThat(page.locator(".upload-item")).hasCount(0);
    }

    @Test void the_servers_refusal_is_shown_in_its_own_words() throws Exception {
        server.free.set(0);
        choose(file("大.bin", 2_000_000));
        assertThat(page.locator(".upload-words")).containsText("服务器的磁盘空间不够，已传的部分都在");
        server.free.set(1L << 40);
        page.locator(".upload-buttons button").first().click();
        assertThat(page.locator("#told")).containsText("box:1 stored");
    }

    @Test void an_upload_goes_on_after_a_reload_and_a_restart_of_the_server() throws Exception {
        var file = pausedOnItsWay();
        var port = server.port();
        server.close();
        server = start(port);
        page.reload();
        assertThat(page.locator("[data-unfinished]")).containsText("上次没有传完：影片.bin（40.0 MB");
        var chooser = page.waitForFileChooser(() -> page.locator("[data-unfinished] button").first().click());
        chooser.setFiles(file);
        assertThat(page.locator("#told")).containsText("box:1 stored");
        assertThat(server.store.masters().path(Sha256.of(Files.readAllBytes(file)))).exists();
        assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
    }

    @Test void without_a_network_it_waits_and_goes_on_by_itself() throws Exception {
        var file = file("影片.bin", 40_000_000);
        slowly();
        choose(file);
        assertThat(page.locator(".upload-words")).containsText("已传");
        context.setOffline(true);
        assertThat(page.locator(".upload-words")).containsText("网络断开");
        context.setOffline(false);
        assertThat(page.locator("#told")).containsText("box:1 stored");
    }

    /** 404 too: while a server starts again, a proxy says so of every address. */
    @ParameterizedTest @ValueSource(ints = {503, 404}) void a_fault_of_a_proxy_while_it_asks_how_far_it_is_costs_no_byte(int status) throws Exception {
        pausedOnItsWay();
        var faults = new AtomicInteger();
        var begun = new AtomicInteger();
        page.route("**/files/**", route -> {
            begun.addAndGet(route.request().method().equals("POST") ? 1 : 0);
            if (route.request().method().equals("HEAD") && faults.getAndIncrement() == 0) {
                route.fulfill(new Route.FulfillOptions().setStatus(status));
            } else {
                route.resume();
            }
        });
        page.locator(".upload-buttons button").first().click();
        assertThat(page.locator("#told")).containsText("box:1 stored");
        assertThat(faults.get()).isGreaterThan(1);
        assertThat(begun.get()).isZero();
    }

    @Test void an_upload_that_the_server_no_longer_has_begins_again() throws Exception {
        pausedOnItsWay();
        server.clock.forward(Duration.ofDays(8));
        page.locator(".upload-buttons button").first().click();
        assertThat(page.locator("#told")).containsText("box:1 stored");
    }

    @Test void chosen_while_the_network_is_away_a_file_waits_for_a_second_try() throws Exception {
        context.setOffline(true);
        choose(file("影片.bin", 2_000_000));
        assertThat(page.locator(".upload-said")).containsText("还没有开始传");
        context.setOffline(false);
        page.locator(".upload-said button").click();
        assertThat(page.locator("#told")).containsText("box:1 stored");
    }

    @Test void files_chosen_one_after_the_other_while_the_network_is_away_all_wait() throws Exception {
        context.setOffline(true);
        choose(file("影片一.bin", 2_000_000));
        assertThat(page.locator(".upload-said")).containsText("还没有开始传");
        choose(file("影片二.bin", 2_000_001));
        assertThat(page.locator(".upload-said")).containsText("还没有开始传");
        context.setOffline(false);
        page.locator(".upload-said button").click();
        assertThat(page.locator("[data-upload-list]")).containsText("影片一.bin");
        assertThat(page.locator("[data-upload-list]")).containsText("影片二.bin");
    }

    @Test void cancelling_removes_the_bytes_from_the_server() throws Exception {
        slowly();
        choose(file("影片.bin", 40_000_000));
        assertThat(page.locator(".upload-words")).containsText("已传");
        var answer = page.waitForResponse(response -> response.request().method().equals("DELETE"),
            () -> page.locator(".upload-buttons button").last().click());
        assertThat(answer.status()).isEqualTo(204);
        assertThat(page.locator(".upload-item")).hasCount(0);
        assertThat(data.resolve("uploads")).isEmptyDirectory();
    }

    @Test void paused_just_before_its_turn_comes_it_stays_paused_and_sends_nothing() {
        var states = page.evaluate("""
            async () => {
              const { Transfer } = await import('/s/js/upload/transfer.js');
              const states = [];
              const transfer = new Transfer('/files', 'box:1', new File(['ab'], 'a.bin'), (state) => states.push(state));
              const request = navigator.locks.request.bind(navigator.locks);
              navigator.locks.request = (...all) => { transfer.pause(); return request(...all); };
              transfer.begin();
              await new Promise((done) => setTimeout(done, 1000));
              return states;
            }""");
        assertThat(states).isEqualTo(List.of("waiting", "paused"));
        assertThat(data.resolve("uploads")).isEmptyDirectory();
    }

    @Test void after_the_sign_in_one_upload_goes_on_however_often_it_is_asked_and_none_that_was_given_up() {
        var states = page.evaluate("""
            async () => {
              const { Transfer } = await import('/s/js/upload/transfer.js');
              const all = [];
              const signedOut = (name) => {
                const states = [];
                all.push(states);
                const transfer = new Transfer('/files', 'box:1', new File(['ab'], name), (state) => states.push(state));
                transfer.to('signin');
                return transfer;
              };
              const one = signedOut('a.bin');
              await Promise.all([one.resume(), one.resume()]);
              const other = signedOut('b.bin');
              const going = other.resume();
              other.cancel();
              await going;
              await new Promise((done) => setTimeout(done, 1000));
              return all.map((states) => states.filter((state) => state === 'waiting').length);
            }""");
        assertThat(states).isEqualTo(List.of(1, 0));
    }

    private Path pausedOnItsWay() throws IOException {
        var file = file("影片.bin", 40_000_000);
        slowly();
        choose(file);
        assertThat(page.locator(".upload-words")).containsText("还需");
        page.locator(".upload-buttons button").first().click();
        assertThat(page.locator(".upload-words")).containsText("已暂停");
        return file;
    }

    /** So slow that a person could press a button. */
    private void slowly() {
        var session = context.newCDPSession(page);
        session.send("Network.enable");
        var speed = new com.google.gson.JsonObject();
        speed.addProperty("offline", false);
        speed.addProperty("latency", 5);
        speed.addProperty("downloadThroughput", 10_000_000);
        speed.addProperty("uploadThroughput", 8_000_000);
        session.send("Network.emulateNetworkConditions", speed);
    }

    private void choose(Path file) {
        page.locator("input[type=file]").setInputFiles(file);
    }

    private Path file(String name, int size) throws IOException {
        return Files.write(folder.resolve(name), TusCalls.noise(size, size));
    }

    /** Just enough of the shell for the fragment. */
    public record Shell() {
        public String asset(String path) {
            return "/s" + path;
        }
    }

    private static final class PageServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var engine = new SpringTemplateEngine();
            engine.setTemplateEngineMessageSource(new Texts(true));
            var files = new ClassLoaderTemplateResolver();
            files.setPrefix("templates/");
            files.setSuffix(".html");
            files.setCheckExistence(true);
            files.setOrder(1);
            engine.addTemplateResolver(files);
            var texts = new StringTemplateResolver();
            texts.setOrder(2);
            engine.addTemplateResolver(texts);
            var context = new Context(Locale.SIMPLIFIED_CHINESE, Map.of("shell", new Shell()));
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Content-Security-Policy", "default-src 'self'");
            response.getWriter().write(engine.process("""
                <!DOCTYPE html><html lang="zh-CN" data-account="1" data-zone="open"><head><meta charset="UTF-8"><title>页面</title>
                <link rel="stylesheet" href="/s/tokens.css"><link rel="stylesheet" href="/s/base.css"><link rel="stylesheet" href="/s/forms.css">
                <link rel="stylesheet" href="/s/components.css"></head><body><div id="main">
                <div th:with="uploadLeast=1000000"><div th:replace="~{media/uploader :: uploader('box:1', '.jpg,.bin', 4)}"></div></div>
                <template th:replace="~{media/uploader :: words}"></template>
                <p id="told"></p></div><script type="module" src="/s/told.js"></script></body></html>""", context));
        }
    }

    private static final class StaticServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private static final String TOLD = "document.body.addEventListener('huizhan:uploaded', (event) => {"
            + "document.getElementById('told').textContent = `${event.detail.slot} ${event.detail.state}`; });";

        @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var name = request.getPathInfo();
            response.setContentType(name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "image/svg+xml");
            try (var in = name.equals("/told.js") ? new java.io.ByteArrayInputStream(TOLD.getBytes(StandardCharsets.UTF_8))
                : UploadPageTest.class.getResourceAsStream("/static" + name)) {
                in.transferTo(response.getOutputStream());
            }
        }
    }
}
