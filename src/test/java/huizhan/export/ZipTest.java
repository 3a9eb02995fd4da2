package huizhan.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.kernel.Sha256;
import huizhan.material.FileFacts;
import huizhan.media.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2015, 7, 10, 9, 0, 2);
    /** The largest file that is taken in. */
    private static final long LARGEST = 4_294_965_248L;
    @TempDir Path folder;

    private static StoredFile file(long size, Sha256 sha256) {
        return new StoredFile(UUID.randomUUID(), sha256, size, "film.mp4", new FileFacts("film.mp4", size));
    }

    private static Sha256 zeros(long size) {
        var digest = Sha256.digest();
        var block = new byte[1 << 20];
        for (long left = size; left > 0; left -= block.length) {
            digest.update(block, 0, (int) Math.min(left, block.length));
        }
        return Sha256.of(digest);
    }

    /** Leaves holes where there are zeros, so that an archive of four gigabytes needs no room. */
    private static final class Holes extends OutputStream {
        private final RandomAccessFile file;

        Holes(Path path) throws IOException {
            file = new RandomAccessFile(path.toFile(), "rw");
        }

        @Override public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override public void write(byte[] bytes, int from, int count) throws IOException {
            if (count > 1000 && java.util.Arrays.equals(bytes, from, from + count, new byte[count], 0, count)) {
                file.seek(file.getFilePointer() + count);
            } else {
                file.write(bytes, from, count);
            }
        }

        @Override public void close() throws IOException {
            file.close();
        }
    }

    @Test void behind_a_film_of_four_gigabytes_everything_is_found() throws IOException {
        var film = folder.resolve("film.mp4");
        try (var sparse = new RandomAccessFile(film.toFile(), "rw")) {
            sparse.setLength(LARGEST);
        }
        var archive = folder.resolve("archive.zip");
        try (var out = new Holes(archive)) {
            var zip = new Zip(out);
            zip.stored("91/01/video/1.mp4", TIME, film, file(LARGEST, zeros(LARGEST)));
            var noise = new byte[4_000];
            new java.util.Random(1).nextBytes(noise);
            zip.made("91/01/noise", TIME, noise);
            zip.made("91/01/文字说明.txt", TIME, "在影片之后".getBytes(StandardCharsets.UTF_8));
            zip.end();
        }
        assertThat(Files.size(archive)).isGreaterThan(1L << 32);
        try (var read = new ZipFile(archive.toFile())) {
            assertThat(read.getEntry("91/01/video/1.mp4").getSize()).isEqualTo(LARGEST);
            assertThat(read.getEntry("91/01/video/1.mp4").getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(new String(read.getInputStream(read.getEntry("91/01/文字说明.txt")).readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("在影片之后");
            assertThat(read.getEntry("91/01/文字说明.txt").getTimeLocal()).isEqualTo(TIME);
        }
        var keep = System.getProperty("huizhan.keep");
        if (keep != null) {
            Files.move(archive, Path.of(keep));
        }
    }

    @Test void names_are_utf_8_and_say_so() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var zip = new Zip(bytes);
        zip.made("53-云岭省科学技术厅/清单.xlsx", TIME, new byte[] {1});
        zip.end();
        assertThat(bytes.toByteArray()[7] & 0x08).as("bit 11 of the first entry's flags").isEqualTo(0x08);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("53-云岭省科学技术厅/清单.xlsx");
    }

    @Test void a_file_that_is_no_longer_what_was_handed_in_ends_it_and_what_went_out_opens_nowhere() throws IOException {
        var rotten = Files.write(folder.resolve("a.jpg"), new byte[] {1, 2, 3});
        var archive = folder.resolve("broken.zip");
        try (var out = Files.newOutputStream(archive)) {
            var zip = new Zip(out);
            zip.made("list.xlsx", TIME, new byte[] {1});
            assertThatThrownBy(() -> zip.stored("91/01/pictures/1.jpg", TIME, rotten, file(3, Sha256.of(new byte[] {1, 2, 4}))))
                .isInstanceOf(IOException.class).hasMessageContaining("no longer");
        }
        assertThatThrownBy(() -> new ZipFile(archive.toFile()).close()).isInstanceOf(ZipException.class);
    }
}
