package huizhan.folder;

import huizhan.kernel.FileNames;
import huizhan.material.Achievement;
import huizhan.material.Attachment;
import huizhan.material.ExhibitObject;
import huizhan.material.FileFacts;
import huizhan.material.Figure;
import huizhan.material.Material;
import huizhan.material.OverviewVideo;
import huizhan.material.PictureFacts;
import huizhan.material.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of a material's files on a disc: plain letters and digits by their place ({@code 01/pictures/1.jpg}), so that every system
 * shows them alike. The material is rewritten to them; a picture keeps the name it came with.
 */
public final class DiscNames {
    private static final Map<String, String> EXTENSIONS = Map.of("jpeg", "jpg", "tiff", "tif", "png", "png", "bmp", "bmp");

    private final Material from;
    private final Map<String, String> renamed = new LinkedHashMap<>();

    private DiscNames(Material from) {
        this.from = from;
    }

    /** @param names the files that go on the disc: their name there, by the name they had */
    public record Named(Material material, Map<String, String> names) {}

    public static Named of(Material material) {
        var names = new DiscNames(material);
        var overview = material.overview().map(film -> new OverviewVideo(names.name(film.file(), "overview"), film.disclosure()));
        var achievements = new ArrayList<Achievement>();
        for (var each : material.achievements()) {
            achievements.add(names.achievement(each, folder(each, achievements.size() + 1, material)));
        }
        var files = new LinkedHashMap<String, FileFacts>();
        names.renamed.forEach((old, name) -> files.put(name, material.files().get(old).as(name)));
        var shape = material.shape() == Material.Shape.FORMS && achievements.stream().anyMatch(each -> each.rank().isEmpty()) ? Material.Shape.PART
                : material.shape() == Material.Shape.FORMS ? Material.Shape.WHOLE : material.shape();
        return new Named(new Material(material.call(), shape, material.id(), material.revision(), material.exceptions(), material.department(),
                overview, achievements, files, java.util.Set.of(), List.of(), List.of()), names.renamed);
    }

    /** By rank where each achievement has one of its own, else all by their place: no two may have one folder. */
    private static String folder(Achievement achievement, int position, Material material) {
        long own = material.achievements().stream().flatMap(each -> each.rank().stream()).distinct().count();
        return Achievement.folder(own == material.achievements().size() ? achievement.rank().orElse(position) : position);
    }

    private Achievement achievement(Achievement told, String folder) {
        if (told.stub()) {
            return told;
        }
        return new Achievement(told.id(), told.revision(), folder, told.rank(), told.disclosure(), told.values(),
                name(told.statementFile(), folder + "/statement"), told.prose(), numbered(told.figures(), (each, n) ->
                new Figure(name(each.file(), folder + "/figures/" + n), each.caption())), numbered(told.attachments(), (each, n) ->
                new Attachment(each.kind(), name(each.file(), folder + "/attachments/" + n + "-" + plain(each.kind())))),
                numbered(told.pictures(), (each, n) -> picture(each, folder + "/pictures/" + n)), name(told.video(), folder + "/video/1"),
                objects(told.objects(), folder));
    }

    private Picture picture(Picture told, String name) {
        var original = told.originalName().isBlank() ? told.file().substring(told.file().lastIndexOf('/') + 1) : told.originalName();
        return new Picture(name(told.file(), name), original, told.caption());
    }

    private List<ExhibitObject> objects(List<ExhibitObject> told, String folder) {
        var objects = new ArrayList<ExhibitObject>();
        int photo = 0;
        for (var each : told) {
            var photos = new ArrayList<String>();
            for (var file : each.photos()) {
                photos.add(name(file, folder + "/objects/" + ++photo));
            }
            objects.add(new ExhibitObject(each.name(), each.kind(), each.lengthCm(), each.widthCm(), each.heightCm(), each.size(), each.weightKg(),
                    each.note(), photos));
        }
        return objects;
    }

    private interface Placed<T> {
        T at(T told, int number);
    }

    private static <T> List<T> numbered(List<T> told, Placed<T> placed) {
        var list = new ArrayList<T>();
        for (var each : told) {
            list.add(placed.at(each, list.size() + 1));
        }
        return list;
    }

    /** The new name; a file named twice keeps its first one, one that isn't there is named as before. */
    private String name(String old, String stem) {
        if (old.isBlank() || !from.files().containsKey(old)) {
            return old;
        }
        return renamed.computeIfAbsent(old, key -> stem + extension(key));
    }

    private String extension(String path) {
        var format = from.file(path).flatMap(FileFacts::picture).map(PictureFacts::format).flatMap(each -> Optional.ofNullable(EXTENSIONS.get(each)));
        var own = FileNames.extension(path);
        return format.map(each -> "." + each).orElse(own.matches("[a-z0-9]{1,8}") ? "." + own : "");
    }

    private static String plain(String kind) {
        return kind.matches("[a-z0-9-]{1,30}") ? kind : "other";
    }
}
