package huizhan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StraightFileTest {
    private static final int BLOCK = StraightFile.BLOCK;
    private final byte[] bytes = new byte[20 * BLOCK];
    @TempDir private Path folder;
    private Path path;

    @BeforeEach void noise() {
        new Random(2015).nextBytes(bytes);
        path = folder.resolve("file");
    }

    private ByteBuffer straight(int from, int length) {
        return StraightFile.buffer((length + BLOCK - 1) / BLOCK * BLOCK).put(bytes, from, length).flip();
    }

    @Test void whole_blocks_odd_lengths_odd_offsets_and_buffers_of_the_heap_make_one_file() throws IOException {
        try (var file = StraightFile.create(path)) {
            file.write(straight(0, 4 * BLOCK), 0);
            file.write(straight(4 * BLOCK, 2 * BLOCK - 1), 4 * BLOCK);
            file.write(straight(6 * BLOCK - 1, 3 * BLOCK), 6 * BLOCK - 1);
            file.write(ByteBuffer.wrap(bytes, 9 * BLOCK - 1, 1), 9 * BLOCK - 1);
            file.write(ByteBuffer.wrap(bytes, 9 * BLOCK, BLOCK), 9 * BLOCK);
            file.write(straight(10 * BLOCK, 10 * BLOCK), 10 * BLOCK);
            file.channel().force(true);
        }
        assertThat(path).hasBinaryContent(bytes);
    }

    @Test void what_was_written_straight_is_read_the_ordinary_way_at_once_and_the_other_way_round() throws IOException {
        try (var file = StraightFile.create(path)) {
            file.write(ByteBuffer.wrap(bytes, BLOCK, BLOCK), 0);
            var read = ByteBuffer.allocate(BLOCK);
            file.channel().read(read, 0);
            file.write(straight(0, BLOCK), 0);
            file.channel().read(read.clear(), 0);
            assertThat(read.flip()).isEqualTo(ByteBuffer.wrap(bytes, 0, BLOCK));
        }
    }

    @Test void a_buffer_begins_at_a_block_and_all_of_it_is_written() throws IOException {
        var buffer = straight(0, 3 * BLOCK);
        assertThat(buffer.alignmentOffset(0, BLOCK)).isZero();
        try (var file = StraightFile.create(path)) {
            file.write(buffer, 0);
        }
        assertThat(buffer.hasRemaining()).isFalse();
        assertThat(Files.size(path)).isEqualTo(3L * BLOCK);
    }

    @Test void a_file_is_made_once_and_opened_only_if_it_is_there() throws IOException {
        assertThatThrownBy(() -> StraightFile.open(path)).isInstanceOf(NoSuchFileException.class);
        StraightFile.create(path).close();
        assertThatThrownBy(() -> StraightFile.create(path)).isInstanceOf(FileAlreadyExistsException.class);
        try (var file = StraightFile.open(path)) {
            file.write(straight(0, BLOCK), 0);
        }
        assertThat(Files.size(path)).isEqualTo(BLOCK);
    }
}
