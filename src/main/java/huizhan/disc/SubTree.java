package huizhan.disc;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** A folder of another tree taken as the root: a bag is often serialized with its own folder around it (RFC 8493 section 4). */
record SubTree(Tree whole, String folder) implements Tree {

    /** The tree itself, or its only top folder if that is the bag. */
    static Tree bagIn(Tree tree) {
        var top = tree.directories().stream().filter(path -> path.indexOf('/') < 0).toList();
        boolean wrapped = top.size() == 1 && tree.files().stream().allMatch(file -> file.path().startsWith(top.get(0) + "/"))
            && tree.files().stream().anyMatch(file -> file.path().equals(top.get(0) + "/bagit.txt"));
        return wrapped ? new SubTree(tree, top.get(0)) : tree;
    }

    @Override public List<Entry> files() {
        return whole.files().stream().map(file -> new Entry(below(file.path()), file.size())).toList();
    }

    @Override public List<String> directories() {
        return whole.directories().stream().filter(path -> !path.equals(folder)).map(this::below).toList();
    }

    private String below(String path) {
        return path.substring(folder.length() + 1);
    }

    @Override public List<Defect> defects() {
        return whole.defects();
    }

    @Override public SeekableByteChannel open(Entry file) throws IOException {
        return whole.open(new Entry(folder + "/" + file.path(), file.size()));
    }

    @Override public boolean slowToSeek() {
        return whole.slowToSeek();
    }

    @Override public void close() throws IOException {
        whole.close();
    }
}
