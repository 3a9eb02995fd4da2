package huizhan.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Requests as a client sends them, each header in sight. */
final class TusCalls {
    static final String BYTES = "application/offset+octet-stream";
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    TusCalls(int port) {
        this.port = port;
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (var at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> tus(String method, String path, byte[] body, String... headers) throws IOException, InterruptedException {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Tus-Resumable";
        all[1] = "1.0.0";
        return send(method, path, body, all);
    }

    HttpResponse<String> create(long size, String name, String... headers) throws IOException, InterruptedException {
        var all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Upload-Length";
        all[1] = Long.toString(size);
        all[2] = "Upload-Metadata";
        all[3] = "filename " + base64(name.getBytes(StandardCharsets.UTF_8)) + ",slot " + base64("box:1".getBytes(StandardCharsets.UTF_8));
        return tus("POST", "/files", new byte[0], all);
    }

    /** The address of a fresh upload. */
    String begun(long size) throws IOException, InterruptedException {
        return create(size, "a.bin").headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> patch(String path, long offset, byte[] body, String... headers) throws IOException, InterruptedException {
        var all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Content-Type";
        all[1] = BYTES;
        all[2] = "Upload-Offset";
        all[3] = Long.toString(offset);
        return tus("PATCH", path, body, all);
    }

    long offset(String path) throws IOException, InterruptedException {
        return number(tus("HEAD", path, new byte[0]), "Upload-Offset");
    }

    static long number(HttpResponse<String> response, String header) {
        return response.headers().firstValueAsLong(header).orElseThrow();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] noise(int size, long seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
