package huizhan.media;

import static huizhan.media.TusCalls.noise;
import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Sha256;
import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server process of its own, killed with SIGKILL, and a client by other hands. */
class TusKillTest {
    private static final int SIZE = 40_000_000;
    private static final int CHUNK = 1_000_000;
    private @TempDir Path folder;
    private Process server;

    @AfterEach void stop() throws Exception {
        server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Test void a_server_that_is_killed_three_times_loses_nothing_that_it_acknowledged() throws Exception {
        var bytes = noise(SIZE, 9);
        var port = freePort();
        start(port);
        var client = new TusClient();
        client.setUploadCreationURL(URI.create("http://127.0.0.1:" + port + "/files").toURL());
        client.enableResuming(new TusURLMemoryStore());
        var acknowledged = 0L;
        for (var kill = 1; kill <= 3; kill++) {
            acknowledged = sendUntil(client, bytes, acknowledged, kill * (SIZE / 4));
            server.destroyForcibly().waitFor();
            start(port);
        }
        var uploader = client.resumeOrCreateUpload(upload(bytes));
        assertThat(uploader.getOffset()).isGreaterThanOrEqualTo(acknowledged);
        finish(uploader);
        assertThat(folder.resolve("blobs/" + shard(Sha256.of(bytes)))).hasBinaryContent(bytes);
    }

    @Test void a_kill_after_the_last_byte_and_before_the_answer_is_taken_up_by_the_next_question() throws Exception {
        var bytes = noise(2_000_000, 10);
        var port = freePort();
        start(port);
        var calls = new TusCalls(port);
        var path = calls.begun(bytes.length);
        calls.patch(path, 0, Arrays.copyOf(bytes, bytes.length - 1));
        server.destroyForcibly().waitFor();
        var part = folder.resolve("uploads").resolve(path.substring("/files/".length()));
        Files.write(part, bytes);
        start(port);
        assertThat(calls.offset(path)).isEqualTo(bytes.length);
        assertThat(calls.send("GET", path + "/verdict", new byte[0]).body()).contains("\"state\":\"stored\"", Sha256.of(bytes).hex());
    }

    /** Sends chunk by chunk and gives back what was acknowledged; the last chunk is still on the line when this returns. */
    private static long sendUntil(TusClient client, byte[] bytes, long acknowledged, long stop) throws IOException, ProtocolException {
        var uploader = client.resumeOrCreateUpload(upload(bytes));
        assertThat(uploader.getOffset()).isGreaterThanOrEqualTo(acknowledged);
        uploader.setChunkSize(CHUNK / 4);
        uploader.setRequestPayloadSize(CHUNK);
        var sure = uploader.getOffset();
        while (uploader.getOffset() < stop) {
            var before = uploader.getOffset();
            uploader.uploadChunk();
            sure = (before - sure) >= CHUNK ? before : sure;
        }
        return sure;
    }

    private static void finish(TusUploader uploader) throws IOException, ProtocolException {
        while (uploader.uploadChunk() > -1) {
            assertThat(uploader.getOffset()).isPositive();
        }
        uploader.finish();
    }

    private static TusUpload upload(byte[] bytes) {
        var upload = new TusUpload();
        upload.setInputStream(new ByteArrayInputStream(bytes));
        upload.setSize(bytes.length);
        upload.setFingerprint("film");
        upload.setMetadata(Map.of("filename", "成果.mp4", "slot", "box:1"));
        return upload;
    }

    private void start(int port) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        server = new ProcessBuilder(List.of(java, "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
            TusAlone.class.getName(), folder.toString(), Integer.toString(port)))
            .redirectError(new File(folder.toFile(), "server.log")).start();
        var out = new BufferedReader(new InputStreamReader(server.getInputStream()));
        for (var line = out.readLine(); !String.valueOf(line).startsWith("READY"); line = out.readLine()) {
            assertThat(line).as("the server ended").isNotNull();
        }
        drain(out);
    }

    private static void drain(BufferedReader out) {
        var thread = new Thread(() -> out.lines().forEach(line -> {}));
        thread.setDaemon(true);
        thread.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String shard(Sha256 sha256) {
        return sha256.hex().substring(0, 2) + "/" + sha256.hex().substring(2, 4) + "/" + sha256.hex();
    }
}
