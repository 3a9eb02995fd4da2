package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way in, and who may have them open. */
class UploadPartsTest {
    private static final Upload UPLOAD = new Upload("ab".repeat(32), UUID.randomUUID(), "box:1", "a.bin", "", 10, Instant.EPOCH,
        OptionalLong.of(3), Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir Path folder;

    @Test void a_file_that_is_being_moved_is_opened_by_nobody_until_the_move_has_failed() throws Exception {
        try (var parts = new UploadParts(folder, () -> 1L << 30, 0)) {
            parts.create(UPLOAD.id());
            assertThat(parts.of(UPLOAD, TestRow.NONE)).isPresent();
            parts.leave(UPLOAD.id());
            assertThat(parts.of(UPLOAD, TestRow.NONE)).isEmpty();
            assertThat(parts.known(UPLOAD.account(), UPLOAD.id())).isEmpty();
            parts.stay(UPLOAD.id());
            assertThat(parts.of(UPLOAD, TestRow.NONE)).isPresent();
        }
    }

    @Test void what_is_in_doubt_is_asked_when_the_file_is_opened_and_not_read_from_an_older_row() throws Exception {
        try (var parts = new UploadParts(folder, () -> 1L << 30, 0)) {
            Files.write(parts.path(UPLOAD.id()), new byte[10]);
            assertThat(parts.of(UPLOAD, TestRow.NONE).orElseThrow().durable()).isEqualTo(10);
        }
        try (var parts = new UploadParts(folder, () -> 1L << 30, 0)) {
            assertThat(parts.of(UPLOAD, new TestRow(7)).orElseThrow().durable()).isEqualTo(7);
        }
    }

    @Test void an_open_upload_is_known_to_its_own_account_alone() throws Exception {
        try (var parts = new UploadParts(folder, () -> 1L << 30, 0)) {
            parts.create(UPLOAD.id());
            parts.of(UPLOAD, TestRow.NONE);
            assertThat(parts.known(UPLOAD.account(), UPLOAD.id())).contains(UPLOAD);
            assertThat(parts.known(UUID.randomUUID(), UPLOAD.id())).isEmpty();
        }
    }
}
