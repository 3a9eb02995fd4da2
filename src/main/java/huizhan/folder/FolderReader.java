package huizhan.folder;

import huizhan.call.Call;
import huizhan.kernel.FileNames;
import huizhan.kernel.Plain;
import huizhan.material.FileFacts;
import huizhan.material.Material;
import huizhan.material.NominationReader;
import huizhan.material.OverviewVideo;
import huizhan.media.Examiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads a folder of material (A12, B25, C3): a whole nomination, one unit's folder, or only Word and Excel forms. What a person can do
 * wrong becomes a finding of the rules; only what can't be read at all is a {@link FolderFault}.
 */
public final class FolderReader {
    private static final long LARGEST_JSON = 16 << 20;

    private FolderReader() {}

    /** How closely the files are looked at. */
    public enum Look {
        /** Names and sizes. */
        SIZES,
        /** Sizes and SHA-256 of each file that a document's digest covers. */
        DIGESTS,
        /** The first stage of the media's examination: what the head of a file tells. */
        HEADS,
        /** Both stages: pictures and films decoded to their end. */
        WHOLE
    }

    /** The whole folder, files on two threads. The inside of a disc (a folder with {@code bagit.txt}) is read from its {@code data}. */
    public static Folder read(Path folder, Call call, Look look) throws FolderFault {
        return read(folder, call, look, FolderReader::deep);
    }

    private static FileFacts deep(Examiner examiner, Entry entry) throws IOException {
        return examiner.deep(entry.path(), entry.source());
    }

    /** The same, where whole files are examined in another way. */
    static Folder read(Path folder, Call call, Look look, Examination.Whole whole) throws FolderFault {
        boolean bag = Files.isRegularFile(folder.resolve("bagit.txt")) && Files.isDirectory(folder.resolve("data"));
        var root = bag ? folder.resolve("data") : folder;
        return read(root, Inventory.of(root), call, look, whole);
    }

    /** The same of files that were put in order by hand. */
    static Folder read(Path root, Inventory inventory, Call call, Look look) throws FolderFault {
        return read(root, inventory, call, look, FolderReader::deep);
    }

    private static Folder read(Path root, Inventory inventory, Call call, Look look, Examination.Whole whole) throws FolderFault {
        var layout = Layout.of(inventory);
        var told = layout.json().isPresent() ? nomination(layout.json().get(), layout, inventory, call) : FormsMaterial.of(layout, call, root);
        var resolved = resolved(told, inventory);
        var files = Examination.of(inventory, resolved, look, whole);
        var sources = new LinkedHashMap<String, Path>();
        inventory.all().forEach(entry -> sources.put(entry.path(), entry.source()));
        return new Folder(root, resolved.with(files), sources);
    }

    private static Material nomination(Entry json, Layout layout, Inventory inventory, Call call) throws FolderFault {
        if (json.size() > LARGEST_JSON) {
            throw new FolderFault("nomination.json 超过 16 MB，不像是推荐数据，请核对。", "nomination.json is larger than 16 MB; check what it is.");
        }
        try {
            return FormsBeside.of(NominationReader.read(Files.readAllBytes(json.source()), call), json, layout, inventory, call);
        } catch (NominationReader.Unreadable e) {
            throw new FolderFault("读不懂 " + Plain.line(e.getMessage()) + "。请用导出它的程序重新导出，或按格式说明改正。",
                    Plain.line(e.getMessage()) + "; export it again, or mend it there.");
        } catch (IOException e) {
            throw new FolderFault("读不出 nomination.json：" + e.getMessage() + "。请检查权限或介质。", "can't read nomination.json: " + e.getMessage() + "; check the medium.");
        }
    }

    /** Each file under the name by which it lies there; one that isn't there keeps the name that was given. */
    private static Material resolved(Material material, Inventory inventory) {
        var achievements = material.achievements().stream().map(each -> each.filed(file -> path(file, inventory))).toList();
        var overview = material.overview().map(film -> new OverviewVideo(path(film.file(), inventory), film.disclosure()));
        return new Material(material.call(), material.shape(), material.id(), material.revision(), material.exceptions(), material.department(),
                overview, achievements, Map.of(), material.formFiles(), material.readings(), material.unread());
    }

    private static String path(String named, Inventory inventory) {
        return named.isBlank() ? "" : inventory.named(named).map(Entry::path).orElse(FileNames.nfc(named.strip()));
    }

    /** The files that are pictures or films, or ought to be. */
    static Set<String> media(Material material) {
        var media = new LinkedHashSet<String>();
        material.overview().ifPresent(film -> media.add(film.file()));
        for (var each : material.achievements()) {
            each.figures().forEach(figure -> media.add(figure.file()));
            each.pictures().forEach(picture -> media.add(picture.file()));
            each.objects().forEach(object -> media.addAll(object.photos()));
            media.add(each.video());
        }
        return media;
    }

    static Set<String> named(Material material) {
        var named = media(material);
        material.achievements().forEach(each -> named.addAll(each.files()));
        return named;
    }

}
