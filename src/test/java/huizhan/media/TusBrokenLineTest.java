package huizhan.media;

import static huizhan.media.TusCalls.noise;
import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Sha256;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TusBrokenLineTest {
    private static final int SIZE = 9_000_000;
    private TusServer server;
    private TusCalls calls;

    @BeforeEach void start(@TempDir Path data) throws Exception {
        server = new TusServer(data);
        calls = new TusCalls(server.port());
    }

    @AfterEach void stop() throws Exception {
        server.close();
    }

    @Test void a_line_that_breaks_at_any_byte_loses_nothing_that_reached_the_server() throws Exception {
        var random = new Random(20150720);
        var bytes = noise(SIZE, 1);
        var path = calls.begun(SIZE);
        var offset = 0L;
        var furthest = 0L;
        for (var breaks = 0; breaks < 12 && offset < SIZE; breaks++) {
            var sent = 1 + random.nextInt((int) Math.min(1_500_000, SIZE - offset));
            sendAndBreak(path, bytes, (int) offset, sent, "");
            furthest = Math.max(furthest, offset + sent);
            var reached = calls.offset(path);
            assertThat(reached).as("a request of a dead line may still come in after the question").isBetween(offset, furthest);
            offset = reached;
        }
        finish(path, bytes);
        assertThat(server.store.masters().path(Sha256.of(bytes))).hasBinaryContent(bytes);
    }

    /** A request of a dead line may still be waiting in the server and move the end once more: then 409, and ask again. */
    private void finish(String path, byte[] bytes) throws Exception {
        for (var offset = calls.offset(path); offset < SIZE; offset = calls.offset(path)) {
            var rest = Arrays.copyOfRange(bytes, (int) offset, SIZE);
            assertThat(calls.patch(path, offset, rest).statusCode()).isIn(204, 409);
        }
    }

    @Test void a_closed_line_keeps_every_byte_that_was_sent_before_it_closed() throws Exception {
        var bytes = noise(SIZE, 2);
        var path = calls.begun(SIZE);
        try (var line = open(path, 0, SIZE, "")) {
            line.getOutputStream().write(bytes, 0, 1_234_567);
            line.shutdownOutput();
            assertThat(line.getInputStream().read()).isNotEqualTo(0);
        }
        assertThat(calls.offset(path)).isEqualTo(1_234_567);
    }

    @Test void half_a_piece_with_a_checksum_counts_nothing() throws Exception {
        var bytes = noise(SIZE, 3);
        var path = calls.begun(SIZE);
        var checksum = "Upload-Checksum: sha1 " + TusCalls.base64(MessageDigest.getInstance("SHA-1").digest(bytes)) + "\r\n";
        try (var line = open(path, 0, SIZE, checksum)) {
            line.getOutputStream().write(bytes, 0, 2_000_000);
            line.shutdownOutput();
            line.getInputStream().readAllBytes();
        }
        assertThat(calls.offset(path)).isZero();
    }

    @Test void the_newer_of_two_requests_wins_while_the_older_line_hangs() throws Exception {
        var bytes = noise(SIZE, 4);
        var path = calls.begun(SIZE);
        try (var hanging = open(path, 0, SIZE, "")) {
            hanging.getOutputStream().write(bytes, 0, 600_000);
            hanging.getOutputStream().flush();
            var started = System.nanoTime();
            arriving(path);
            var offset = calls.offset(path);
            var rest = Arrays.copyOfRange(bytes, (int) offset, SIZE);
            assertThat(calls.patch(path, offset, rest).statusCode()).isEqualTo(204);
            assertThat(System.nanoTime() - started).isLessThan(20_000_000_000L);
            hanging.getOutputStream().write(bytes, 600_000, SIZE - 600_000);
            hanging.getOutputStream().flush();
            assertThat(statusOf(hanging)).isEqualTo(423);
        }
        assertThat(server.store.masters().path(Sha256.of(bytes))).hasBinaryContent(bytes);
    }

    /** Until the hanging request's first bytes are on the disk; before that, it would itself be the newer of the two. */
    private void arriving(String path) throws IOException {
        var part = server.part(path.substring(path.lastIndexOf('/') + 1));
        var patience = System.nanoTime() + 20_000_000_000L;
        while (Files.size(part) == 0 && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
    }

    private void sendAndBreak(String path, byte[] bytes, int offset, int length, String header) throws IOException {
        try (var line = open(path, offset, SIZE - offset, header)) {
            line.setSoLinger(true, 0);
            line.getOutputStream().write(bytes, offset, length);
            line.getOutputStream().flush();
        }
    }

    private Socket open(String path, long offset, long length, String header) throws IOException {
        var line = new Socket("127.0.0.1", server.port());
        line.getOutputStream().write(("PATCH " + path + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\n"
            + "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " + offset + "\r\n" + header
            + "Content-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private static int statusOf(Socket line) throws IOException {
        var head = new String(line.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        return Integer.parseInt(head.substring(9));
    }
}
