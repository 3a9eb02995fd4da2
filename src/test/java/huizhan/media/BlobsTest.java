package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {
    private final byte[] bytes = TusCalls.noise(100_000, 6);
    private @TempDir Path data;

    @Test void content_lies_under_its_own_digest() throws IOException {
        var blobs = new Blobs(data);
        var sha256 = blobs.put(new ByteArrayInputStream(bytes));
        assertThat(sha256).isEqualTo(Sha256.of(bytes));
        var hex = sha256.hex();
        assertThat(data.resolve("blobs/" + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex)).hasBinaryContent(bytes);
        assertThat(blobs.size(sha256)).isEqualTo(bytes.length);
        assertThat(data.resolve("incoming")).isEmptyDirectory();
    }

    @Test void equal_content_is_kept_and_the_newcomer_dropped() throws IOException {
        var blobs = new Blobs(data);
        var sha256 = blobs.put(new ByteArrayInputStream(bytes));
        var first = Files.readAttributes(blobs.path(sha256), java.nio.file.attribute.BasicFileAttributes.class).fileKey();
        blobs.put(new ByteArrayInputStream(bytes));
        assertThat(Files.readAttributes(blobs.path(sha256), java.nio.file.attribute.BasicFileAttributes.class).fileKey()).isEqualTo(first);
        assertThat(data.resolve("incoming")).isEmptyDirectory();
    }

    @Test void a_blob_that_was_cut_short_is_mended_by_the_next_that_comes() throws IOException {
        var blobs = new Blobs(data);
        var sha256 = blobs.put(new ByteArrayInputStream(bytes));
        Files.write(blobs.path(sha256), new byte[10]);
        blobs.put(new ByteArrayInputStream(bytes));
        assertThat(blobs.path(sha256)).hasBinaryContent(bytes);
    }

    @Test void deleted_content_is_gone() throws IOException {
        var blobs = new Blobs(data);
        var sha256 = blobs.put(new ByteArrayInputStream(bytes));
        assertThat(blobs.delete(sha256)).isTrue();
        assertThat(blobs.exists(sha256)).isFalse();
        assertThat(blobs.delete(sha256)).isFalse();
    }
}
