package huizhan.folder;

import huizhan.call.Call;
import huizhan.disc.Tree;
import huizhan.kernel.Plain;
import huizhan.kernel.Sha256;
import huizhan.material.FileFacts;
import huizhan.material.Material;
import huizhan.material.NominationReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A record to hold papers against: a folder of material, its {@code nomination.json}, the inside of a disc, or a disc's image (B17). */
public final class RecordReader {
    private static final String JSON = "data/nomination.json";
    private static final String DATA = "data/";
    /** Bytes; a larger {@code nomination.json} is none. */
    public static final long LARGEST_JSON = 16 << 20;

    private RecordReader() {}

    /**
     * A record, with the names of files that it speaks of and that don't lie there: digests that cover them can't agree.
     */
    public record Read(Material material, List<String> missing) {}

    public static Read read(Path path, Call call) throws FolderFault {
        boolean json = Files.isRegularFile(path) && path.getFileName().toString().endsWith(".json");
        if (json || Files.isDirectory(path)) {
            var folder = json ? path.toAbsolutePath().getParent() : path;
            return whole(FolderReader.read(folder, call, FolderReader.Look.DIGESTS).material());
        }
        try (var tree = Tree.open(path)) {
            return whole(image(tree, call));
        } catch (Tree.Unreadable e) {
            throw new FolderFault(e.reason().zh(), e.reason().en());
        } catch (NominationReader.Unreadable e) {
            throw new FolderFault("读不懂光盘上的 nomination.json：" + Plain.line(e.getMessage()), "can't understand the disc's nomination.json: " + Plain.line(e.getMessage()));
        } catch (IOException e) {
            throw new FolderFault("光盘映像读不出来：" + e.getMessage() + "。请用 disc verify 查看损坏之处。", "can't read the image: " + e.getMessage() + "; disc verify tells what is damaged.");
        }
    }

    /** The files that a material speaks of. */
    public static Set<String> named(Material material) {
        var named = FolderReader.named(material);
        named.removeIf(String::isBlank);
        return named;
    }

    private static Read whole(Material material) {
        return new Read(material, named(material).stream().filter(file -> material.file(file).flatMap(FileFacts::sha256).isEmpty()).toList());
    }

    private static Material image(Tree tree, Call call) throws IOException, FolderFault, NominationReader.Unreadable {
        var json = tree.files().stream().filter(file -> file.path().equals(JSON) && file.size() <= LARGEST_JSON).findFirst()
                .orElseThrow(() -> new FolderFault("这张光盘上没有 data/nomination.json，不是本系统写的光盘。", "the disc has no data/nomination.json; it was not written by this program."));
        Material told;
        try (var in = in(tree, json)) {
            told = NominationReader.read(in.readAllBytes(), call);
        }
        var named = named(told);
        var facts = new LinkedHashMap<String, FileFacts>();
        for (var file : tree.files()) {
            if (file.path().startsWith(DATA) && named.contains(file.path().substring(DATA.length()))) {
                var path = file.path().substring(DATA.length());
                facts.put(path, new FileFacts(path, file.size(), Optional.of(digest(tree, file)), Optional.empty(), Optional.empty()));
            }
        }
        return told.with(facts);
    }

    private static Sha256 digest(Tree tree, Tree.Entry file) throws IOException {
        var digest = Sha256.digest();
        var block = new byte[1 << 20];
        try (var in = in(tree, file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return Sha256.of(digest);
    }

    private static InputStream in(Tree tree, Tree.Entry file) throws IOException {
        return Channels.newInputStream(tree.open(file));
    }
}
