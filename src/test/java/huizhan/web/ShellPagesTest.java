package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ShellPagesTest {
    private static ConfigurableApplicationContext app;
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        app = ShellApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_page_is_chinese_whatever_the_browser_prefers_until_english_is_asked_for_and_remembered() {
        assertThat(get("/test/page", "Accept-Language", "en").body()).contains("lang=\"zh-CN\"", "还有 10 天", "成果征集");
        assertThat(get("/test/page?lang=en").body()).contains("lang=\"en\"", "10 days left", "The call");
        assertThat(get("/test/page").body()).contains("lang=\"en\"");
        assertThat(get("/test/page?x=1&lang=zh").body()).contains("lang=\"zh-CN\"").contains("href=\"?x=1&amp;lang=en\"");
    }

    @Test
    void every_answer_carries_the_security_headers() {
        for (var path : new String[] {"/test/page", "/nowhere", "/health", "/test/fault/other"}) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy")).contains(ShellFilter.CONTENT_SECURITY_POLICY);
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        }
    }

    @Test
    void a_page_has_no_inline_script_or_style() {
        assertThat(get("/test/page").body()).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain(" style=", "<style", "javascript:")
            .doesNotContainPattern(" on[a-z]+=");
    }

    @Test
    void the_menu_marks_the_current_place_shows_work_and_ends_at_six() {
        var page = get("/test/page").body();
        assertThat(page).containsPattern("<a href=\"/test/page\" aria-current=\"page\">").doesNotContainPattern("<a href=\"/test\" aria-current");
        assertThat(page).contains("3 项待办").contains("/other/3").doesNotContain("/other/4");
    }

    @Test
    void a_static_file_lives_for_ever_under_its_version_and_briefly_under_another() {
        var matcher = Pattern.compile("/s/[0-9a-f]{12}/tokens\\.css").matcher(get("/test/page").body());
        assertThat(matcher.find()).isTrue();
        var ours = get(matcher.group());
        assertThat(ours.statusCode()).isEqualTo(200);
        assertThat(ours.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        var old = get("/s/0123456789ab/tokens.css");
        assertThat(old.statusCode()).isEqualTo(200);
        assertThat(old.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(get("/s/0123456789ab/../application.properties").statusCode()).isIn(400, 404);
        assertThat(get("/s/0123456789ab/%2e%2e/application.properties").statusCode()).isIn(400, 404);
    }

    @Test
    void a_word_after_a_redirect_is_shown_once_and_escaped() {
        var landed = post("/test/flash");
        assertThat(landed.body()).contains("第 1 至 &lt;b&gt;二&lt;/b&gt; 项，共 12\u202F345 项");
        assertThat(get("/test/page").body()).doesNotContain("第 1 至 &lt;b&gt;");
    }

    @Test
    void a_forged_word_is_dropped() {
        for (var forged : new String[] {"good\nweb.absent", "evil\nweb.home", "good", "good\nweb.paging.where\n#x"}) {
            var value = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
            var page = get("/test/page?lang=zh", "Cookie", "flash=" + value);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("class=\"notice");
        }
        assertThat(get("/test/page", "Cookie", "flash=%%%").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_not_there_and_what_is_forbidden_look_the_same() {
        var nowhere = get("/nowhere");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        for (var path : new String[] {"/test/secret", "/test/things/" + ShellApp.ACCOUNT, "/test/things/not-a-uuid"}) {
            var answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(withoutOwn(answer, path)).isEqualTo(withoutOwn(nowhere, "/nowhere"));
        }
    }

    private static String withoutOwn(HttpResponse<String> answer, String path) {
        return answer.body().replace(path, "").replaceAll("name=\"csrf\" content=\"[^\"]*\"", "");
    }

    @Test
    void a_fault_has_an_incident_number_and_tells_nothing_else() {
        var answer = get("/test/fault/other");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}").doesNotContain("绝不能出现").doesNotContain("Exception");
    }

    @Test
    void a_page_that_breaks_in_the_middle_is_an_error_page() {
        var answer = get("/test/half");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("前半").contains("事件编号");
    }

    @Test
    void stale_data_is_409_a_full_disk_507_and_a_refused_form_422() {
        assertThat(get("/test/fault/stale").statusCode()).isEqualTo(409);
        assertThat(get("/test/fault/full").statusCode()).isEqualTo(507);
        assertThat(post("/test/refused").statusCode()).isEqualTo(422);
    }

    @Test
    void a_script_gets_its_errors_as_json_in_its_language() {
        var answer = get("/test/fault/stale?lang=en", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).startsWith("{\"status\":409,\"code\":\"stale\",\"message\":\"Someone else changed");
    }

    @Test
    void health_answers_for_its_checks() {
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"ready\"}");
        var shell = app.getBean(ShellApp.class);
        shell.healthy.set(false);
        try {
            assertThat(get("/health").statusCode()).isEqualTo(503);
            assertThat(get("/health").body()).contains("database");
        } finally {
            shell.healthy.set(true);
        }
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(ShellApp.address(app) + path)).header("Accept", "text/html");
        for (var i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return send(request.build());
    }

    /** Posts with the token of the page before, and follows the redirect as a browser does. */
    private HttpResponse<String> post(String path) {
        var token = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"").matcher(get("/test/page").body());
        assertThat(token.find()).isTrue();
        var answer = send(HttpRequest.newBuilder(URI.create(ShellApp.address(app) + path)).header("Accept", "text/html")
            .header("X-XSRF-TOKEN", token.group(1)).POST(BodyPublishers.noBody()).build());
        var next = answer.headers().firstValue("Location");
        return next.isPresent() ? get(URI.create(next.get()).getPath()) : answer;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
