package huizhan.disc;

import huizhan.kernel.Text;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a disc, whether it is an image or a folder, ours or another's. Whoever reads one trusts nothing: names and sizes were
 * checked against the limits while it was opened, and what was refused stands among the defects.
 */
public sealed interface Tree extends Closeable permits FolderTree, ImageTree, SubTree {
    /** More files than any nomination has, few enough to hold in memory. */
    int MOST_ENTRIES = 100_000;
    int DEEPEST = 32;

    /** A file with its path from the root, separated by {@code /}, and its size in bytes. */
    record Entry(String path, long size) {}

    /** All files, sorted by path. */
    List<Entry> files();

    /** All directories but the root, sorted by path. */
    List<String> directories();

    /** By what other paths its files are known there, in no order: an image may name each of them twice. */
    default List<String> otherNames() {
        return List.of();
    }

    /** What was wrong with the tree itself. */
    List<Defect> defects();

    /** The bytes of one of {@link #files()}; a damaged medium is an {@link IOException} while reading. */
    SeekableByteChannel open(Entry file) throws IOException;

    /** Whether the files lie on a medium that seeks slowly, so that they are better read one after the other. */
    boolean slowToSeek();

    /** The input is no disc at all: it isn't there, may not be read, or is another kind of file. */
    final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Text reason;

        Unreadable(Text reason) {
            super(reason.en());
            this.reason = reason;
        }

        public Text reason() {
            return reason;
        }
    }

    /** Opens a folder, an image file or a drive with a disc in it. */
    static Tree open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new Unreadable(new Text("没有这个文件或文件夹：" + path, "There is no such file or folder: " + path));
        }
        if (!Files.isReadable(path)) {
            throw new Unreadable(new Text("没有读取权限：" + path, "No permission to read " + path));
        }
        return Files.isDirectory(path) ? FolderTree.read(path) : ImageTree.read(path);
    }
}
