package huizhan.disc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A folder as a disc: no link is followed, nothing but regular files is read. */
final class FolderTree implements Tree {
    private final Path root;
    private final List<Entry> files = new ArrayList<>();
    private final List<String> directories = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();

    private FolderTree(Path root) {
        this.root = root;
    }

    static FolderTree read(Path root) throws IOException {
        var tree = new FolderTree(root);
        Files.walkFileTree(root, Set.of(), DEEPEST + 1, tree.new Visitor());
        tree.files.sort(Comparator.comparing(Entry::path));
        tree.directories.sort(Comparator.naturalOrder());
        return tree;
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes facts) {
            if (!path.equals(root)) {
                directories.add(relative(path));
            }
            return counted();
        }

        @Override public FileVisitResult visitFile(Path path, BasicFileAttributes facts) {
            var name = relative(path);
            if (facts.isRegularFile()) {
                files.add(new Entry(name, facts.size()));
            } else if (facts.isDirectory()) {
                defects.add(DefectKind.LIMIT.at(name, DEEPEST + " levels"));
            } else {
                defects.add(DefectKind.FOLDER_SPECIAL.at(name, facts.isSymbolicLink() ? "link" : "special"));
            }
            return counted();
        }

        @Override public FileVisitResult visitFileFailed(Path path, IOException fault) {
            defects.add(DefectKind.FILE_UNREADABLE.at(relative(path), fault));
            return FileVisitResult.CONTINUE;
        }

        private FileVisitResult counted() {
            if (files.size() + directories.size() <= MOST_ENTRIES) {
                return FileVisitResult.CONTINUE;
            }
            defects.add(DefectKind.LIMIT.at(root.toString(), MOST_ENTRIES + " files and folders"));
            return FileVisitResult.TERMINATE;
        }
    }

    @Override public List<Entry> files() {
        return files;
    }

    @Override public List<String> directories() {
        return directories;
    }

    @Override public List<Defect> defects() {
        return defects;
    }

    @Override public SeekableByteChannel open(Entry file) throws IOException {
        return FileChannel.open(root.resolve(file.path()), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    @Override public boolean slowToSeek() {
        try {
            var type = Files.getFileStore(root).type().toLowerCase(Locale.ROOT);
            return type.contains("iso9660") || type.contains("udf") || type.contains("cdfs");
        } catch (IOException e) {
            return false;
        }
    }

    @Override public void close() {
        // every file is closed by whoever opened it
    }
}
