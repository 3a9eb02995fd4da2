package huizhan.disc;

import huizhan.kernel.StraightFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Where the bytes of an image go: a file, or an envelope around them. */
interface Sink extends Closeable {

    /** Writes what is left in the buffer. Offsets ascend, but for the volume descriptors, which are known last. */
    void write(ByteBuffer bytes, long offset) throws IOException;

    /** Nothing more comes; when this returns, everything is where it stays. */
    void finish() throws IOException;

    /** @throws java.nio.file.FileAlreadyExistsException if it is there */
    static Sink file(Path path) throws IOException {
        var file = StraightFile.create(path);
        return new Sink() {
            @Override public void write(ByteBuffer bytes, long offset) throws IOException {
                file.write(bytes, offset);
            }

            @Override public void finish() throws IOException {
                file.channel().force(true);
            }

            @Override public void close() throws IOException {
                file.close();
            }
        };
    }
}
