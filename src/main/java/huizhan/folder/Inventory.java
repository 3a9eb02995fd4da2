package huizhan.folder;

import huizhan.kernel.FileNames;
import huizhan.kernel.Plain;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies in a folder: plain files alone, in the order of their names, junk left out. Links, odd names and too many files are refused. */
final class Inventory {
    static final int MOST_FILES = 20_000;
    static final int DEEPEST = 16;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, List<Entry>> folded = new HashMap<>();
    private final Map<String, List<Entry>> withoutExtension = new HashMap<>();

    private Inventory(List<Entry> found) {
        for (var entry : found) {
            var path = entries.containsKey(entry.path()) ? entry.source().toString() : entry.path();
            var kept = new Entry(path, entry.source(), entry.size());
            entries.put(path, kept);
            folded.computeIfAbsent(place(path), key -> new ArrayList<>()).add(kept);
            if (FileNames.extension(path).isEmpty()) {
                withoutExtension.computeIfAbsent(place(path), key -> new ArrayList<>()).add(kept);
            }
        }
    }

    /** Of files that lie wherever they lie, each under the path that it was given. */
    static Inventory of(List<Entry> entries) {
        return new Inventory(entries.stream().sorted(Comparator.comparing(Entry::path, NaturalOrder.ORDER)).toList());
    }

    static Inventory of(Path folder) throws FolderFault {
        if (!Files.isDirectory(folder)) {
            throw Files.exists(folder) ? new FolderFault("“" + folder + "”不是文件夹，请给出放材料的文件夹。", folder + " is no folder; name the folder that holds the material.")
                    : new FolderFault("找不到文件夹“" + folder + "”，请核对路径。", "there is no folder " + folder + "; check the path.");
        }
        try {
            var root = folder.toRealPath();
            var walk = new Walk(root);
            Files.walkFileTree(root, walk);
            if (walk.fault != null) {
                throw walk.fault;
            }
            walk.found.sort(Comparator.comparing(Entry::path, NaturalOrder.ORDER));
            return new Inventory(walk.found);
        } catch (IOException e) {
            throw new FolderFault("读不出文件夹“" + folder + "”：" + e.getMessage() + "。请检查权限或介质。",
                    "can't read " + folder + ": " + e.getMessage() + "; check its permissions or the medium.");
        }
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    Optional<Entry> at(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** The file that a name means: this very path, else one that is the same by NFC, case, width and spaces, also with Chinese folder names, else one without its extension. */
    Optional<Entry> named(String path) {
        var clean = FileNames.nfc(path.strip());
        if (entries.containsKey(clean)) {
            return at(clean);
        }
        var place = place(clean);
        var same = folded.getOrDefault(place, List.of());
        if (same.isEmpty()) {
            int point = place.lastIndexOf('.');
            same = point > place.lastIndexOf('/') + 1 ? withoutExtension.getOrDefault(place.substring(0, point), List.of()) : List.of();
        }
        return same.stream().findFirst();
    }

    /** A path in which each part has its one spelling: folded, known folder names in English, ranks with two digits. */
    private static String place(String path) {
        var parts = path.replace('\\', '/').split("/");
        for (int i = 0; i < parts.length; i++) {
            parts[i] = i < parts.length - 1 ? Layout.folderName(parts[i]) : Layout.fileName(parts[i]);
        }
        return String.join("/", parts);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Entry> found = new ArrayList<>();
        private FolderFault fault;

        Walk(Path root) {
            this.root = root;
        }

        @Override public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            if (Names.junk(folder.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (root.relativize(folder).getNameCount() > DEEPEST) {
                return refuse("“" + shown(folder) + "”嵌套超过 " + DEEPEST + " 层，请减少文件夹层数。",
                        shown(folder) + " lies more than " + DEEPEST + " folders deep; use fewer levels.");
            }
            return named(folder);
        }

        @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Names.junk(file.getFileName().toString())) {
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                return refuse("“" + shown(file) + "”是链接或特殊文件，不会被读取；请把文件本身放进来。",
                        shown(file) + " is a link or a special file and isn't followed; put the file itself there.");
            }
            if (found.size() == MOST_FILES) {
                return refuse("文件超过 " + MOST_FILES + " 个，请只保留要报送的材料。", "more than " + MOST_FILES + " files; keep only what is handed in.");
            }
            found.add(new Entry(shown(file), file, attributes.size()));
            return named(file);
        }

        private FileVisitResult named(Path path) {
            var name = path.getFileName().toString();
            boolean odd = name.indexOf('\\') >= 0 || name.strip().equals("..") || name.codePoints().anyMatch(c -> c < 0x20 || c == 0x7F || c == 0xFFFD);
            return odd ? refuse("“" + Plain.line(shown(path)) + "”的名称含有不能用的字符，请改名。",
                    Plain.line(shown(path)) + " has a character in its name that can't be used; rename it.") : FileVisitResult.CONTINUE;
        }

        private FileVisitResult refuse(String zh, String en) {
            fault = new FolderFault(zh, en);
            return FileVisitResult.TERMINATE;
        }

        private String shown(Path path) {
            var parts = new ArrayList<String>();
            root.relativize(path).forEach(part -> parts.add(part.toString()));
            return FileNames.nfc(String.join("/", parts));
        }
    }
}
