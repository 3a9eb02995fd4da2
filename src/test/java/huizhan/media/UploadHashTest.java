package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.kernel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadHashTest {
    private final byte[] bytes = TusCalls.noise(70_000_001, 5);
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private FileChannel channel;

    @BeforeEach void open(@TempDir Path folder) throws IOException {
        channel = FileChannel.open(Files.createFile(folder.resolve("part")), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @AfterEach void close() throws IOException {
        executor.shutdownNow();
        channel.close();
    }

    @Test void the_digest_follows_a_growing_file_and_is_told_again() throws IOException {
        var hash = new UploadHash(channel, executor);
        for (var at = 0; at < bytes.length; at += 7_000_000) {
            channel.write(ByteBuffer.wrap(bytes, at, Math.min(7_000_000, bytes.length - at)), at);
            hash.follow(channel.size());
        }
        assertThat(hash.whole(bytes.length)).isEqualTo(Sha256.of(bytes));
        assertThat(hash.whole(bytes.length)).isEqualTo(Sha256.of(bytes));
    }

    @Test void after_bytes_were_dropped_it_begins_at_the_first_byte() throws IOException {
        var doubtful = bytes.clone();
        Arrays.fill(doubtful, 1000, doubtful.length, (byte) 0);
        channel.write(ByteBuffer.wrap(doubtful), 0);
        var hash = new UploadHash(channel, executor);
        hash.follow(bytes.length);
        hash.pass(1, 1000);
        channel.write(ByteBuffer.wrap(bytes, 1000, bytes.length - 1000), 1000);
        assertThat(hash.whole(bytes.length)).isEqualTo(Sha256.of(bytes));
    }

    @Test void bytes_on_their_way_to_the_disk_are_hashed_without_reading_the_file() throws IOException {
        var hash = new UploadHash(channel, executor);
        for (var at = 0; at < bytes.length; at += 7_000_000) {
            hash.ahead(0, at, ByteBuffer.wrap(bytes, at, Math.min(7_000_000, bytes.length - at)));
        }
        assertThat(channel.size()).isZero();
        assertThat(hash.whole(bytes.length)).isEqualTo(Sha256.of(bytes));
    }

    @Test void what_came_before_is_read_from_the_file_and_what_comes_meanwhile_is_not_hashed_twice() throws IOException {
        channel.write(ByteBuffer.wrap(bytes, 0, 50_000_000), 0);
        var hash = new UploadHash(channel, executor);
        hash.follow(50_000_000);
        for (var at = 50_000_000; at < bytes.length; at += 1_000_000) {
            var length = Math.min(1_000_000, bytes.length - at);
            hash.ahead(0, at, ByteBuffer.wrap(bytes, at, length));
            channel.write(ByteBuffer.wrap(bytes, at, length), at);
            hash.follow(at + length);
        }
        assertThat(hash.whole(bytes.length)).isEqualTo(Sha256.of(bytes));
    }

    @Test void bytes_that_were_counted_and_never_written_are_forgotten_with_their_claim() throws IOException {
        var hash = new UploadHash(channel, executor);
        hash.pass(1, 0);
        hash.ahead(1, 0, ByteBuffer.wrap(bytes, 0, 3000));
        channel.write(ByteBuffer.wrap(bytes, 0, 1000), 0);
        hash.follow(1000);
        hash.pass(2, 1000);
        hash.ahead(1, 1000, ByteBuffer.wrap(new byte[2000]));
        channel.write(ByteBuffer.wrap(bytes, 1000, bytes.length - 1000), 1000);
        assertThat(hash.whole(bytes.length)).isEqualTo(Sha256.of(bytes));
    }

    @Test void a_lost_request_costs_its_own_bytes_and_not_the_whole_file_again() throws IOException {
        var hash = new UploadHash(channel, executor);
        hash.pass(1, 0);
        hash.ahead(1, 0, ByteBuffer.wrap(bytes, 0, 1000));
        hash.pass(2, 1000);
        hash.ahead(2, 1000, ByteBuffer.wrap(bytes, 1000, 2000));
        channel.write(ByteBuffer.wrap(bytes, 1000, 500), 1000);
        hash.pass(3, 1500);
        channel.write(ByteBuffer.wrap(bytes, 1000, bytes.length - 1000), 1000);
        assertThat(hash.whole(bytes.length)).isEqualTo(Sha256.of(bytes));
    }

    @Test void a_claim_that_goes_over_cleanly_costs_no_second_reading() throws IOException {
        var hash = new UploadHash(channel, executor);
        hash.pass(1, 0);
        hash.ahead(1, 0, ByteBuffer.wrap(bytes, 0, 1000));
        hash.follow(1000);
        hash.pass(2, 1000);
        hash.ahead(2, 1000, ByteBuffer.wrap(bytes, 1000, bytes.length - 1000));
        assertThat(channel.size()).isZero();
        assertThat(hash.whole(bytes.length)).isEqualTo(Sha256.of(bytes));
    }

    @Test void an_empty_file_has_the_digest_of_nothing() throws IOException {
        assertThat(new UploadHash(channel, executor).whole(0)).isEqualTo(Sha256.of(new byte[0]));
    }

    @Test void a_file_that_is_shorter_than_it_was_is_a_fault() throws IOException {
        channel.write(ByteBuffer.wrap(bytes, 0, 10), 0);
        var hash = new UploadHash(channel, executor);
        assertThatThrownBy(() -> hash.whole(11)).isInstanceOf(IOException.class).hasMessageContaining("could not be read again");
    }
}
