package huizhan.disc;

import huizhan.disc.ImageFile.Extent;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An image as a disc: its Joliet tree if it has one, else the ISO 9660 tree with Rock Ridge names or its own. */
final class ImageTree implements Tree {
    private final String name;
    private final boolean drive;
    private final ImageFile file;
    private final Findings findings = new Findings();
    private final List<Entry> files = new ArrayList<>();
    private final List<String> directories = new ArrayList<>();
    private final List<String> otherNames = new ArrayList<>();
    private final Map<String, List<Extent>> extents = new HashMap<>();
    private long declared;

    private ImageTree(String name, boolean drive, ImageFile file) {
        this.name = name;
        this.drive = drive;
        this.file = file;
    }

    static ImageTree read(Path path) throws IOException {
        return read(String.valueOf(path.getFileName()), !Files.isRegularFile(path), ImageBytes.of(path));
    }

    /**
     * @param drive whether the bytes lie on a medium that seeks slowly
     * @param bytes closed with the tree, or if it can't be read
     */
    static ImageTree read(String name, boolean drive, ImageBytes bytes) throws IOException {
        var file = new ImageFile(bytes);
        try {
            var tree = new ImageTree(name, drive, file);
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
            declared = Math.max(declared, volume.sectors() * IsoLayout.SECTOR);
            scratched(() -> trees.add(IsoReader.read(file, volume, findings)));
        }
        scratched(() -> ImageCheck.check(file, trees, findings));
        if (trees.stream().anyMatch(tree -> tree.volume().ours())) {
            scratched(() -> FrameCheck.check(file, trees, findings));
        }
        var best = trees.stream().max(Comparator.comparing(tree -> tree.volume().naming()));
        best.ifPresent(this::take);
        trees.stream().filter(tree -> tree != best.orElseThrow()).flatMap(tree -> tree.files().stream()).forEach(node -> otherNames.add(node.path));
    }

    private interface Step {
        void take() throws IOException;
    }

    /** A sector that the drive can't read is a defect of the disc; what else is on it is still looked at. */
    private void scratched(Step step) throws IOException {
        try {
            step.take();
        } catch (ClosedChannelException stopped) {
            throw stopped;
        } catch (IOException e) {
            findings.add(DefectKind.FILE_UNREADABLE.at(name, e.getMessage()));
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

    /** Where the image ends by its own word; what follows is filling. */
    long end() {
        return Math.min(declared, file.size());
    }

    ImageFile bytes() {
        return file;
    }

    @Override public List<Entry> files() {
        return files;
    }

    @Override public List<String> directories() {
        return directories;
    }

    @Override public List<String> otherNames() {
        return otherNames;
    }

    @Override public List<Defect> defects() {
        return findings.all();
    }

    @Override public SeekableByteChannel open(Entry entry) throws IOException {
        var places = extents.get(entry.path());
        if (places == null) {
            throw new IOException("no such file in the image: " + entry.path());
        }
        return file.open(places);
    }

    @Override public boolean slowToSeek() {
        return drive;
    }

    @Override public void close() throws IOException {
        file.close();
    }
}
