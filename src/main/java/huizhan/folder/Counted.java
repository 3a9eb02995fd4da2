package huizhan.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Tells of each run of bytes that is read out of a channel, for whoever shows how far it has come. */
public record Counted(ReadableByteChannel channel, LongConsumer read) implements ReadableByteChannel {

    /** The same for each file of a source. */
    public static FileSource source(FileSource source, LongConsumer read) {
        return new FileSource() {
            @Override public ReadableByteChannel open(String path) throws IOException {
                return new Counted(source.open(path), read);
            }

            @Override public Optional<Path> onDisk(String path) {
                return source.onDisk(path);
            }
        };
    }

    @Override public int read(ByteBuffer target) throws IOException {
        int count = channel.read(target);
        if (count > 0) read.accept(count);
        return count;
    }

    @Override public boolean isOpen() {
        return channel.isOpen();
    }

    @Override public void close() throws IOException {
        channel.close();
    }
}
