package huizhan.organization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser does, over real HTTP: keeps cookies (the secure ones on loopback too, as Chromium does), sends the form token of the
 * page it saw last, follows no redirect by itself.
 */
public final class TestBrowser {
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");
    private static final Pattern LOCATION = Pattern.compile("^https?://[^/]+");
    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";
    private Consumer<Answer> watcher = answer -> {};

    TestBrowser(String address) {
        this.address = address;
    }

    /** Shows each answer to somebody as it comes. */
    public TestBrowser watched(Consumer<Answer> by) {
        watcher = by;
        return this;
    }

    /** One at a server that no {@link TestServer} looks after. */
    public static TestBrowser at(String address) {
        return new TestBrowser(address);
    }

    /** An answer. */
    public record Answer(int status, String body, HttpResponse<String> raw) {

        /** Where it leads, as a path. */
        public String location() {
            return raw.headers().firstValue("Location").map(where -> LOCATION.matcher(where).replaceFirst("")).orElse("");
        }

        /** The first group of a pattern in the body. */
        public String find(String pattern) {
            Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(body);
            if (!found.find()) throw new AssertionError("no " + pattern + " in " + body);
            return found.group(1);
        }

        /** What a person reads: the body without tags, spaces folded. */
        public String text() {
            return body.replaceAll("(?s)<(script|style).*?</\\1>", " ").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        }
    }

    /** Where a path lies. */
    public URI uri(String path) {
        return URI.create(address + path);
    }

    /** GET with headers as name, value, name, value. */
    public Answer get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET(), headers);
    }

    /** POST of a form with the token of the last page. */
    public Answer post(String path, Map<String, String> fields, String... headers) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", token);
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(all))), headers);
    }

    /** POST of a file as a form sends it, with the token of the last page. */
    public Answer upload(String path, String name, byte[] file) {
        var head = "--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name + "\"\r\n\r\n";
        var parts = List.of(head.getBytes(StandardCharsets.UTF_8), file, "\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "multipart/form-data; boundary=part").POST(BodyPublishers.ofByteArrays(parts)));
    }

    /** Any request; gives it this browser's cookies. */
    public Answer send(HttpRequest.Builder request, String... headers) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; ")));
        }
        if (headers.length > 0) request.headers(headers);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            var found = TOKEN.matcher(response.body());
            if (found.find()) token = found.group(1);
            var answer = new Answer(response.statusCode(), response.body(), response);
            watcher.accept(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** POST of a form, for an answer that is no text. */
    public byte[] bytes(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form(all)));
        request.header("Cookie", cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; ")));
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Follows redirects by GET to the page at their end. */
    public Answer follow(Answer answer) {
        var last = answer;
        for (var i = 0; i < 5 && last.status() / 100 == 3; i++) last = get(last.location());
        return last;
    }

    /** Signs in; gives the answer that leads on. */
    public Answer signIn(String username, String password) {
        get("/sign-in");
        var answer = post("/sign-in", Map.of("username", username, "password", password));
        if (answer.status() != 302) throw new AssertionError("sign-in of " + username + ": " + answer.status() + " " + answer.text());
        get("/account");
        return answer;
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (header.contains("Max-Age=0")) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** The form token of the page seen last. */
    public String token() {
        return token;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
            + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
