package huizhan.disc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes at their places: those of a file or drive, or those inside an envelope. For one thread; another takes {@link #again}. */
interface ImageBytes extends Closeable {
    long size();

    /** Reads some bytes from an offset on, at least one; -1 at the end. */
    int read(ByteBuffer target, long offset) throws IOException;

    /** The same bytes, opened anew: the system reads ahead of each reader by itself, which it can't where two share one place. */
    ImageBytes again() throws IOException;

    static ImageBytes of(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.READ);
        long size = channel.size();
        return new ImageBytes() {
            @Override public long size() {
                return size;
            }

            @Override public int read(ByteBuffer target, long offset) throws IOException {
                return channel.read(target, offset);
            }

            @Override public ImageBytes again() throws IOException {
                return of(path);
            }

            @Override public void close() throws IOException {
                channel.close();
            }
        };
    }
}
