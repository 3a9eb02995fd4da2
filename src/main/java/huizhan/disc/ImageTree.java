package huizhan.disc;

import huizhan.disc.ImageFile.Extent;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An image as a disc: its Joliet tree if it has one, else the ISO 9660 tree with Rock Ridge names or its own. */
final class ImageTree implements Tree {
    private final Path path;
    private final ImageFile file;
    private final Findings findings = new Findings();
    private final List<Entry> files = new ArrayList<>();
    private final List<String> directories = new ArrayList<>();
    private final Map<String, List<Extent>> extents = new HashMap<>();

    private ImageTree(Path path, ImageFile file) {
        this.path = path;
        this.file = file;
    }

    static ImageTree read(Path path) throws IOException {
        var file = new ImageFile(path);
        try {
            var tree = new ImageTree(path, file);
            tree.read();
            return tree;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void read() throws IOException {
        var trees = new ArrayList<IsoReader.Contents>();
        for (var volume : Volume.of(file, findings)) {
            scratched(() -> trees.add(IsoReader.read(file, volume, findings)));
        }
        scratched(() -> ImageCheck.check(file, trees, findings));
        if (trees.stream().anyMatch(tree -> tree.volume().ours())) {
            scratched(() -> FrameCheck.check(file, trees, findings));
        }
        trees.stream().max(Comparator.comparing(tree -> tree.volume().naming())).ifPresent(this::take);
    }

    private interface Step {
        void take() throws IOException;
    }

    /** A sector that the drive can't read is a defect of the disc; what else is on it is still looked at. */
    private void scratched(Step step) {
        try {
            step.take();
        } catch (IOException e) {
            findings.add(DefectKind.FILE_UNREADABLE.at(String.valueOf(path.getFileName()), e.getMessage()));
        }
    }

    private void take(IsoReader.Contents tree) {
        for (var node : tree.files()) {
            if (extents.putIfAbsent(node.path, node.extents) != null) {
                findings.add(DefectKind.IMAGE_RECORD.at(node.path, new huizhan.kernel.Text("同名两次", "the name stands twice")));
                continue;
            }
            files.add(new Entry(node.path, node.size()));
        }
        tree.directories().stream().skip(1).forEach(node -> directories.add(node.path));
        files.sort(Comparator.comparing(Entry::path));
        directories.sort(Comparator.naturalOrder());
    }

    @Override public List<Entry> files() {
        return files;
    }

    @Override public List<String> directories() {
        return directories;
    }

    @Override public List<Defect> defects() {
        return findings.all();
    }

    @Override public ReadableByteChannel open(Entry entry) throws IOException {
        var places = extents.get(entry.path());
        if (places == null) {
            throw new IOException("no such file in the image: " + entry.path());
        }
        return file.open(places);
    }

    /** A drive is a special file. */
    @Override public boolean slowToSeek() {
        return !Files.isRegularFile(path);
    }

    @Override public void close() throws IOException {
        file.close();
    }
}
