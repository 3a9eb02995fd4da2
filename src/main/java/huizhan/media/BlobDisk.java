package huizhan.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Names on a disk that survive a power cut: a new, moved or removed name lasts only once its folder is forced too. */
final class BlobDisk {

    private BlobDisk() {}

    /** Forces a folder's own entries. Windows can't open a folder as a file and needs no such call. */
    static void forceFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            if (Files.isReadable(folder) && java.io.File.separatorChar == '/') {
                throw e;
            }
        }
    }

    /** Makes the folder and what is missing above it, forcing each new name. */
    static void makeFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var above = folder.toAbsolutePath().getParent();
        makeFolders(above);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        forceFolder(above);
    }

    /** Moves a file whose bytes are forced already; both folders are forced. Replaces what stands there. */
    static void move(Path from, Path to) throws IOException {
        makeFolders(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(to.getParent());
        forceFolder(from.toAbsolutePath().getParent());
    }

    /** Forces the bytes of a file that another program or a plain stream has written. */
    static void forceFile(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
