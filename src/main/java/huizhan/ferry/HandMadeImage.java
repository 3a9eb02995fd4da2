package huizhan.ferry;

import huizhan.disc.Defect;
import huizhan.disc.Tree;
import huizhan.folder.Sorting.Named;
import huizhan.kernel.Sha256;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An image of a disc made by hand, opened: its files under names that can be kept. */
final class HandMadeImage implements Closeable {
    private final Tree tree;
    private final Map<String, Tree.Entry> files = new LinkedHashMap<>();

    private HandMadeImage(Tree tree) {
        this.tree = tree;
        // of more than may come nobody needs the names
        if (!tooMany()) tree.files().forEach(each -> files.put(free(HandMadeNames.clean(each.path())), each));
    }

    /** @throws Tree.Unreadable if it is no image */
    static HandMadeImage open(Path path) throws IOException {
        return new HandMadeImage(Tree.open(path));
    }

    /** Two names that are kept alike are told apart by a number. */
    private String free(String path) {
        var name = path;
        for (int i = 2; files.containsKey(name); i++) name = path + " (" + i + ")";
        return name;
    }

    /** More than are sorted, or so many that the reader has refused them. */
    boolean tooMany() {
        return tree.files().size() > HandMadeNames.MOST_FILES || tree.files().isEmpty() && tree.defects().stream().anyMatch(each -> each.code().equals("limit"));
    }

    /** Its files as they lie in it. */
    List<Named> files() {
        return files.entrySet().stream().map(each -> new Named(each.getKey(), each.getValue().size())).toList();
    }

    /** What its files are called too, on a disc that names them twice: a short name may leave out what the long one tells. */
    List<Named> otherNames() {
        return tree.otherNames().stream().limit(HandMadeNames.MOST_FILES).map(each -> new Named(HandMadeNames.clean(each), 0)).toList();
    }

    /** The bytes of all files. */
    long size() {
        return files.values().stream().mapToLong(Tree.Entry::size).sum();
    }

    /** The codes of what is wrong with it, so that not all of it can be had; no names. */
    String defects() {
        return tree.defects().stream().filter(Defect::stops).map(Defect::code).distinct().collect(Collectors.joining(" "));
    }

    InputStream in(Named file) throws IOException {
        return Channels.newInputStream(tree.open(files.get(file.path())));
    }

    /**
     * Empty where the image ends within the file.
     *
     * @throws IOException if it is this machine that can't read it now
     */
    Optional<Sha256> digest(Named file) throws IOException {
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(in(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return Optional.of(Sha256.of(digest));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    @Override public void close() throws IOException {
        tree.close();
    }
}
