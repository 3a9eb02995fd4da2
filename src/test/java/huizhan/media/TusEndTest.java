package huizhan.media;

import static huizhan.media.TusCalls.noise;
import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an upload: finished, removed, expired, or cut off half-way (B5). */
class TusEndTest {
    private static final byte[] NOTHING = new byte[0];
    private TusServer server;
    private TusCalls calls;

    @BeforeEach void start(@TempDir Path data) throws Exception {
        server = new TusServer(data);
        calls = new TusCalls(server.port());
    }

    @AfterEach void stop() throws Exception {
        server.close();
    }

    @Test void after_seven_days_it_is_410_and_a_sweep_removes_its_bytes() throws Exception {
        var path = calls.begun(10);
        calls.patch(path, 0, noise(5, 10));
        server.clock.forward(Duration.ofDays(7));
        assertThat(calls.offset(path)).isEqualTo(5);
        server.clock.forward(Duration.ofMillis(1));
        assertThat(calls.tus("HEAD", path, NOTHING).statusCode()).isEqualTo(410);
        server.sweep.run();
        assertThat(server.data().resolve("uploads")).isEmptyDirectory();
        assertThat(calls.patch(path, 5, noise(5, 10)).statusCode()).isEqualTo(410);
        server.clock.forward(Duration.ofDays(30));
        server.sweep.run();
        assertThat(calls.tus("HEAD", path, NOTHING).statusCode()).isEqualTo(404);
    }

    @Test void termination_removes_an_unfinished_upload_and_not_a_finished_one() throws Exception {
        var path = calls.begun(10);
        calls.patch(path, 0, noise(5, 13));
        assertThat(calls.tus("DELETE", path, NOTHING).statusCode()).isEqualTo(204);
        assertThat(calls.tus("HEAD", path, NOTHING).statusCode()).isEqualTo(404);
        assertThat(server.data().resolve("uploads")).isEmptyDirectory();
        var finished = calls.begun(5);
        calls.patch(finished, 0, noise(5, 13));
        assertThat(calls.tus("DELETE", finished, NOTHING).statusCode()).isEqualTo(409);
    }

    /** Whichever comes first, the other is told the truth, and no bytes are left that nobody knows of. */
    @RepeatedTest(20) void an_upload_is_removed_or_finished_but_never_both() throws Exception {
        var bytes = noise(100_000, 21);
        var path = calls.begun(bytes.length);
        var removal = CompletableFuture.supplyAsync(() -> deleted(path));
        var last = calls.patch(path, 0, bytes).statusCode();
        if (removal.get() == 204) {
            assertThat(last).isNotEqualTo(204);
            assertThat(server.arrived).isEmpty();
            assertThat(server.data().resolve("uploads")).isEmptyDirectory();
            assertThat(calls.tus("HEAD", path, NOTHING).statusCode()).isEqualTo(404);
        } else {
            assertThat(removal.get()).isEqualTo(409);
            assertThat(calls.offset(path)).isEqualTo(bytes.length);
            assertThat(server.arrived).hasSize(1);
            assertThat(server.store.masters().path(Sha256.of(bytes))).hasBinaryContent(bytes);
        }
    }

    private int deleted(String path) {
        try {
            return calls.tus("DELETE", path, NOTHING).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test void a_file_without_a_place_is_told_and_goes_after_its_time() throws Exception {
        server.fullSlot = Optional.of(new Text("已满。", "Full."));
        var bytes = noise(5, 15);
        var path = calls.begun(5);
        assertThat(calls.patch(path, 0, bytes).statusCode()).isEqualTo(204);
        assertThat(calls.send("GET", path + "/verdict", NOTHING).body()).contains("\"state\":\"refused\"", "Full.");
        server.sweep.run();
        assertThat(Files.exists(server.store.masters().path(Sha256.of(bytes)))).isTrue();
        server.clock.forward(Duration.ofDays(8));
        server.sweep.run();
        assertThat(Files.exists(server.store.masters().path(Sha256.of(bytes)))).isFalse();
    }

    @Test void the_same_content_twice_is_one_blob_and_two_files() throws Exception {
        var bytes = noise(50_000, 16);
        for (var each : new String[] {calls.begun(50_000), calls.begun(50_000)}) {
            calls.patch(each, 0, bytes);
        }
        assertThat(server.planned).doesNotHaveDuplicates().hasSize(2);
        server.files.remove(server.planned.get(0));
        assertThat(server.store.masters().path(Sha256.of(bytes))).hasBinaryContent(bytes);
        server.files.remove(server.planned.get(1));
        assertThat(Files.exists(server.store.masters().path(Sha256.of(bytes)))).isFalse();
    }

    @Test void a_move_into_the_store_that_was_cut_off_before_its_row_is_taken_up() throws Exception {
        var bytes = noise(5000, 17);
        var path = calls.begun(5000);
        var upload = server.uploadSql.find(TusServer.ANNA.account(), path.substring("/files/".length())).orElseThrow();
        server.transaction.executeWithoutResult(status -> server.uploadSql.hashed(upload, Sha256.of(bytes)));
        server.store.masters().put(new java.io.ByteArrayInputStream(bytes));
        Files.delete(server.data().resolve("uploads").resolve(upload.id()));
        assertThat(calls.offset(path)).isEqualTo(5000);
        assertThat(server.arrived).containsExactly("box:1 a.bin 5000");
        assertThat(calls.offset(path)).isEqualTo(5000);
        assertThat(server.arrived).hasSize(1);
    }

    @Test void content_of_a_move_that_was_cut_off_goes_with_its_upload() throws Exception {
        var removed = cutOff(noise(5000, 22));
        assertThat(calls.tus("DELETE", removed, NOTHING).statusCode()).isEqualTo(204);
        assertThat(server.store.masters().path(Sha256.of(noise(5000, 22)))).doesNotExist();
        cutOff(noise(5000, 23));
        server.clock.forward(Duration.ofDays(8));
        server.sweep.run();
        assertThat(server.store.masters().path(Sha256.of(noise(5000, 23)))).doesNotExist();
    }

    /** As a kill leaves it between the move into the store and the row. */
    private String cutOff(byte[] bytes) throws Exception {
        var path = calls.begun(bytes.length);
        var upload = server.uploadSql.find(TusServer.ANNA.account(), path.substring("/files/".length())).orElseThrow();
        server.transaction.executeWithoutResult(status -> server.uploadSql.hashed(upload, Sha256.of(bytes)));
        server.store.masters().put(new java.io.ByteArrayInputStream(bytes));
        Files.delete(server.part(upload.id()));
        return path;
    }

    @Test void unverified_bytes_of_a_server_that_died_are_dropped() throws Exception {
        var path = calls.begun(100);
        var upload = server.uploadSql.find(TusServer.ANNA.account(), path.substring("/files/".length())).orElseThrow();
        Files.write(server.data().resolve("uploads").resolve(upload.id()), noise(60, 18));
        server.transaction.executeWithoutResult(status -> server.uploadSql.unverifiedFrom(upload, java.util.OptionalLong.of(40)));
        assertThat(calls.offset(path)).isEqualTo(40);
        assertThat(calls.patch(path, 40, noise(30, 19)).statusCode()).isEqualTo(204);
        assertThat(server.uploadSql.find(TusServer.ANNA.account(), upload.id()).orElseThrow().unverifiedFrom()).isEmpty();
    }
}
