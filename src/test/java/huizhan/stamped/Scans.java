package huizhan.stamped;

import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Papers as a browser gets them, and scans as it sends them: by the resumable upload, over real HTTP. */
public final class Scans {
    private Scans() {}

    /** A file's bytes. */
    public static byte[] bytes(TestServer server, TestBrowser browser, String path) {
        return sent(HttpRequest.newBuilder(URI.create(server.address() + path)), browser);
    }

    /** The bytes with which a form is answered. */
    public static byte[] posted(TestServer server, TestBrowser browser, String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", browser.token());
        var form = all.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return sent(HttpRequest.newBuilder(URI.create(server.address() + path)).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)), browser);
    }

    private static byte[] sent(HttpRequest.Builder request, TestBrowser browser) {
        var cookies = browser.cookies().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; "));
        try {
            return HttpClient.newHttpClient().send(request.header("Cookie", cookies).build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What stands in a PDF, without white space. */
    public static String text(TestServer server, TestBrowser browser, String path) throws IOException {
        try (var paper = Loader.loadPDF(bytes(server, browser, path))) {
            return new PDFTextStripper().getText(paper).replaceAll("\\s", "");
        }
    }

    /** Sends a file in two requests; the verdict on it, or the refusal before its first byte. */
    public static Answer send(TestServer server, TestBrowser browser, String slot, String name, byte[] bytes) {
        var begun = browser.send(HttpRequest.newBuilder(URI.create(server.address() + "/files")).POST(BodyPublishers.noBody()), "Tus-Resumable", "1.0.0",
            "X-CSRF-TOKEN", browser.token(), "Upload-Length", String.valueOf(bytes.length), "Upload-Metadata", "filename " + base64(name) + ",slot " + base64(slot));
        if (begun.status() != 201) {
            return begun;
        }
        var place = begun.location();
        var sent = browser.send(HttpRequest.newBuilder(URI.create(server.address() + place)).method("PATCH", BodyPublishers.ofByteArray(bytes)), "Tus-Resumable", "1.0.0",
            "X-CSRF-TOKEN", browser.token(), "Upload-Offset", "0", "Content-Type", "application/offset+octet-stream");
        if (sent.status() != 204) {
            throw new AssertionError(sent.status() + " " + sent.body());
        }
        return browser.get(place + "/verdict");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A grey page without a code. */
    public static byte[] blank(String format) {
        var image = new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB);
        var paint = image.createGraphics();
        paint.setColor(Color.LIGHT_GRAY);
        paint.fillRect(40, 40, 540, 700);
        paint.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
