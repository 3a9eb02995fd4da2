package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is removed leaves no byte, whenever a stop comes (A4). */
class MediaRemovalTest {
    private static final byte[] BYTES = {7, 1, 3};
    private TusServer server;

    @BeforeEach void start(@TempDir Path data) throws Exception {
        server = new TusServer(data);
    }

    @AfterEach void stop() throws Exception {
        server.close();
    }

    private StoredFile taken(byte[] bytes) throws IOException {
        return server.files.take(TusServer.ANNA, "a.bin", new ByteArrayInputStream(bytes));
    }

    @Test void the_row_stays_until_its_bytes_have_gone_so_that_the_job_that_comes_again_knows_of_them() throws Exception {
        var file = taken(BYTES);
        var master = server.store.masters().path(file.sha256());
        // a folder with something in it can't be removed
        Files.delete(master);
        Files.writeString(Files.createDirectory(master).resolve("x"), "x");
        assertThatThrownBy(() -> server.files.remove(file.id())).isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(server.files.find(file.id())).isPresent();
        Files.delete(master.resolve("x"));
        server.files.remove(file.id());
        assertThat(server.files.find(file.id())).isEmpty();
        assertThat(master).doesNotExist();
    }

    @Test void content_that_was_named_before_it_came_goes_where_its_row_never_did() throws Exception {
        var kept = taken(BYTES);
        var masters = server.store.masters();
        var lost = new byte[] {9};
        // as a kill leaves it between the content and its row
        for (var bytes : new byte[][] {lost, BYTES}) masters.put(new ByteArrayInputStream(bytes), found -> MediaBatch.name(masters.incoming().resolve("x.batch"), found));
        server.files.clearBatches(Instant.EPOCH);
        assertThat(masters.exists(Sha256.of(lost))).as("it may get its row yet").isTrue();
        server.files.clearBatches(Instant.now().plusSeconds(60));
        assertThat(masters.exists(Sha256.of(lost))).isFalse();
        assertThat(masters.exists(kept.sha256())).isTrue();
        assertThat(masters.incoming()).isEmptyDirectory();
    }

    @Test void a_copy_that_was_being_made_lies_where_a_start_clears_it_away() throws Exception {
        var file = taken(BYTES);
        assertThatThrownBy(() -> server.store.copies().need(file.sha256(), Derivative.THUMB, target -> {
            Files.writeString(target, "half");
            assertThat(target.getParent()).isEqualTo(server.store.masters().incoming());
            server.files.clearBatches(Instant.now().plusSeconds(60));
            assertThat(target).doesNotExist();
            throw new IOException("the tool was killed");
        })).isInstanceOf(IOException.class);
    }
}
