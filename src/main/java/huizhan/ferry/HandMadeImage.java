package huizhan.ferry;

import huizhan.disc.Defect;
import huizhan.disc.Tree;
import huizhan.folder.Sorting.Named;
import huizhan.kernel.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An image of a disc made by hand, opened: its files under the names by which they will be kept. */
final class HandMadeImage implements Closeable {
    private final Tree tree;
    private final Map<String, Tree.Entry> files = new LinkedHashMap<>();

    private HandMadeImage(Tree tree, String root) {
        this.tree = tree;
        // of more than may come nobody needs the names
        if (tree.files().size() <= HandMadeNames.MOST_FILES) tree.files().forEach(each -> files.put(free(HandMadeNames.clean(root + "/" + each.path())), each));
    }

    /**
     * Opens one.
     *
     * @param name of the image; its files lie below it as a folder's do below the folder, so that of two discs none takes the other's place
     * @throws Tree.Unreadable if it is none
     */
    static HandMadeImage open(Path path, String name) throws IOException {
        return new HandMadeImage(Tree.open(path), name.replaceFirst("\\.[^.]*$", ""));
    }

    /** Two names that are kept alike are told apart by a number. */
    private String free(String path) {
        var name = path;
        for (int i = 2; files.containsKey(name); i++) name = path + " (" + i + ")";
        return name;
    }

    boolean tooMany() {
        return tree.files().size() > HandMadeNames.MOST_FILES;
    }

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
     * Empty where the image ends within the file, or can't be followed there.
     *
     * @throws IOException if it is this machine that can't read it now
     */
    Optional<Sha256> digest(Named file) throws IOException {
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(in(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return Optional.of(Sha256.of(digest));
        } catch (ClosedByInterruptException | FileSystemException e) {
            throw e;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override public void close() throws IOException {
        tree.close();
    }
}
