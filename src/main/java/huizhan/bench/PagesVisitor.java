package huizhan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person with a browser, for {@code bench pages}. */
final class PagesVisitor {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern META = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
    private final String address;
    private final String username;
    private final String password;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    PagesVisitor(String address, String username, String password) {
        this.address = address;
        this.username = username;
        this.password = password;
    }

    /** @throws IOException where the sign-in is refused */
    void signIn() throws IOException, InterruptedException {
        get("/sign-in");
        var answer = send(HttpRequest.newBuilder(URI.create(address + "/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form())));
        if (answer.statusCode() != 302) {
            throw new IOException("sign-in of " + username + " was answered with " + answer.statusCode());
        }
    }

    /** Whether this person finds a page there. */
    boolean sees(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET()).statusCode() == 200;
    }

    /** A page as the browser gets it. */
    String get(String path) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create(address + path)).GET());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered with " + answer.statusCode());
        }
        var meta = META.matcher(answer.body());
        token = meta.find() ? meta.group(1) : token;
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        for (var header : answer.headers().allValues("Set-Cookie")) {
            var pair = header.split(";", 2)[0].split("=", 2);
            if (header.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    /** All cookies as one header. */
    String cookies() {
        return cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; "));
    }

    /** The form token of the last page. */
    String token() {
        return token;
    }

    /** One who has been here before and stands at the sign-in page again: cookies, a tab, and the form filled in. */
    String again() throws IOException, InterruptedException {
        cookies.keySet().removeIf(name -> !name.endsWith("-device"));
        get("/sign-in");
        return cookies() + "\t" + form();
    }

    private String form() {
        return Map.of("_csrf", token, "username", username, "password", password).entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue())).collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
