package huizhan.folder;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bytes of a material's files come from: a folder, or a server's store. Paths are the material's own. */
public interface FileSource {

    /** A channel from the file's first byte; the caller closes it. */
    ReadableByteChannel open(String path) throws IOException;

    /** The file itself where it lies on a disk of this machine. */
    default Optional<Path> onDisk(String path) {
        return Optional.empty();
    }
}
