package huizhan.canary;

import huizhan.canary.Doors.Door;
import huizhan.organization.TestBrowser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Knocks at a door in every way there is: as a form, a form with a file, a JSON document, in the query, in the path, in headers. */
final class Knocking {
    /** Names under which doors take text, beside those that a door itself names. */
    private static final Set<String> USUAL = Set.of("name", "value", "text", "note", "reason", "title", "wording", "statement", "caption", "file", "q", "value:name");
    private static final Set<String> IDS = Set.of("id", "achievement", "line", "item", "object", "one", "other", "seen", "disc", "about", "unit", "order");
    private static final String BOUNDARY = "part-of-a-form";
    private final String stub;

    /** @param stub the id of a line of which a rank and a word is all that may be known */
    Knocking(String stub) {
        this.stub = stub;
    }

    void at(Door door, int number, TestBrowser browser) {
        var word = Scan.word(number);
        var document = document(word);
        for (var path : paths(door, word)) {
            if (!door.writes()) {
                browser.get(path + "?" + query(values(door, word)));
                continue;
            }
            browser.post(path, values(door, word));
            browser.post(path, values(door, word), "Accept", "application/json");
            browser.send(request(browser, path + "?" + query(values(door, word))).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .method(door.method(), BodyPublishers.ofByteArray(parts(values(door, word), word, document))), headers(browser, word));
            browser.send(request(browser, path).header("Content-Type", "application/json").method(door.method(), BodyPublishers.ofString(json(values(door, word)))), headers(browser, word));
        }
    }

    /** What is a variable of the path is once the stub, where it can be one, and once the word. */
    private Set<String> paths(Door door, String word) {
        var paths = new TreeSet<String>();
        for (var text : List.of(stub, URLEncoder.encode(word, StandardCharsets.UTF_8))) {
            paths.add(door.pattern().replaceAll("\\{\\w+}", text).replace("**", text));
        }
        return paths;
    }

    private Map<String, String> values(Door door, String word) {
        var values = new LinkedHashMap<String, String>();
        USUAL.forEach(name -> values.put(name, word));
        door.takes().forEach(name -> values.put(name, IDS.contains(name) ? stub : name.equals("version") ? "0" : word));
        values.put("disclosure", "non-public");
        values.put("field", "name");
        return values;
    }

    private static String query(Map<String, String> values) {
        return values.entrySet().stream().map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    }

    private static String json(Map<String, String> values) {
        return values.entrySet().stream().map(each -> "\"" + each.getKey() + "\":\"" + each.getValue() + "\"").collect(Collectors.joining(",", "{", "}"));
    }

    private static byte[] parts(Map<String, String> values, String word, byte[] document) {
        var out = new ByteArrayOutputStream();
        values.forEach((name, value) -> out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        for (var name : List.of("file", "key")) {
            out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + word + ".docx\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
            out.writeBytes(document);
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** A Word file, long enough to lie on the disk on its way. */
    static byte[] document(String word) {
        try (var document = new XWPFDocument()) {
            var out = new ByteArrayOutputStream();
            document.createParagraph().createRun().setText("项目名称 " + word + "（非公开）");
            document.write(out);
            out.writeBytes((word + " ").repeat(3000).getBytes(StandardCharsets.UTF_8));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HttpRequest.Builder request(TestBrowser browser, String path) {
        return HttpRequest.newBuilder(URI.create(browser.uri("") + path)).header("X-CSRF-TOKEN", browser.token());
    }

    /** What else a browser tells about itself. */
    static String[] headers(TestBrowser browser, String word) {
        var shown = URLEncoder.encode(word, StandardCharsets.UTF_8);
        return new String[] {"User-Agent", "browser " + shown, "Referer", browser.uri("/achievements") + "?q=" + shown, "X-Note", shown};
    }

    /** Begins an upload; what it answered. */
    static TestBrowser.Answer begin(TestBrowser browser, String slot, String name, byte[] first, long length) {
        return browser.send(request(browser, "/files").header("Content-Type", "application/offset+octet-stream").POST(BodyPublishers.ofByteArray(first)), "Tus-Resumable", "1.0.0",
            "Upload-Length", String.valueOf(length), "Upload-Metadata", "filename " + base64(name) + ",slot " + base64(slot));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
