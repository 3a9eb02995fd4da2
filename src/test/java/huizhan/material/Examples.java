package huizhan.material;

import huizhan.call.Call;
import huizhan.call.Calls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The vocabulary of the tests: a sound achievement and a sound nomination, to be spoilt in one place. */
public final class Examples {
    public static final Call CALL = Calls.bundled(Calls.FIRST);

    private Examples() {}

    public static Values values() {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("kind", List.of("project"));
        all.put("directions", List.of("breakthrough"));
        all.put("name", List.of("低温超导储能联合研究"));
        all.put("undertaker", List.of("示例大学"));
        all.put("foreignPartner", List.of("Example Institute"));
        all.put("listContact.name", List.of("示例甲"));
        all.put("listContact.details", List.of("000-00000000"));
        all.put("exhibitForms", List.of("graphic"));
        all.put("statement.problem", List.of("难在规模。"));
        all.put("statement.breakthrough", List.of("双方建成样机。"));
        all.put("statement.effect", List.of("三个城市使用。"));
        all.put("board.unit", List.of("示例大学"));
        all.put("board.countries", List.of("DE"));
        all.put("board.fields", List.of("energy"));
        all.put("board.foreignPartner", List.of("Example Institute"));
        all.put("board.chineseInvestment", List.of("300万元"));
        all.put("board.foreignInvestment", List.of("无"));
        all.put("board.natures", List.of("institutional"));
        all.put("board.startAndCompletion", List.of("2011年起，已完成"));
        all.put("board.contact.name", List.of("示例甲"));
        all.put("board.contact.telephone", List.of("000-00000000"));
        all.put("board.contact.mobile", List.of("00000000000"));
        all.put("board.contact.email", List.of("a@example.org"));
        all.put("board.text", List.of("样机投入使用。"));
        all.put("board.confidentialityOpinion", List.of("同意公开"));
        all.put("board.intellectualProperty", List.of("归双方共有"));
        all.put("board.departmentOpinion", List.of("同意推荐"));
        return new Values(all);
    }

    public static Achievement anAchievement() {
        return achievement(1, values());
    }

    public static Achievement achievement(int rank, Values values) {
        var folder = Achievement.folder(rank);
        return new Achievement(Optional.of(new UUID(1, rank)), 1, folder, Optional.of(rank), "public", values, "", "", List.of(), List.of(),
                List.of(new Picture(folder + "/pictures/1.jpg", "", "样机"), new Picture(folder + "/pictures/2.jpg", "", "试验")), "", List.of());
    }

    public static Achievement with(UnaryOperator<Values> change) {
        return achievement(1, change.apply(values()));
    }

    public static Achievement withPictures(Picture... pictures) {
        var a = anAchievement();
        return new Achievement(a.id(), 1, a.folder(), a.rank(), a.disclosure(), a.values(), "", "", List.of(), List.of(), List.of(pictures), "",
                List.of());
    }

    public static Achievement withObjects(Achievement a, ExhibitObject... objects) {
        return new Achievement(a.id(), 1, a.folder(), a.rank(), a.disclosure(), a.values(), "", "", List.of(), a.attachments(), a.pictures(),
                a.video(), List.of(objects));
    }

    public static Achievement withVideo(Achievement a, String video) {
        return new Achievement(a.id(), 1, a.folder(), a.rank(), a.disclosure(), a.values(), "", "", List.of(), a.attachments(), a.pictures(),
                video, a.objects());
    }

    public static Achievement disclosed(Achievement a, String disclosure) {
        return new Achievement(a.id(), 1, a.folder(), a.rank(), disclosure, a.values(), "", "", List.of(), a.attachments(), a.pictures(),
                a.video(), a.objects());
    }

    public static Achievement withAttachment(Achievement a, String kind) {
        return new Achievement(a.id(), 1, a.folder(), a.rank(), a.disclosure(), a.values(), "", "", List.of(),
                List.of(new Attachment(kind, a.folder() + "/attachments/sheet.pdf")), a.pictures(), a.video(), a.objects());
    }

    public static Achievement withProse(Achievement a, String prose) {
        var values = a.values();
        for (var id : a.statement().all().keySet()) {
            values = values.without(id);
        }
        return new Achievement(a.id(), 1, a.folder(), a.rank(), a.disclosure(), values, "", prose, List.of(), a.attachments(), a.pictures(),
                a.video(), a.objects());
    }

    /** A whole nomination of these achievements, with every file that they name. */
    public static Material nomination(Achievement... achievements) {
        return material(Material.Shape.WHOLE, List.of(achievements));
    }

    public static Material part(Achievement... achievements) {
        return material(Material.Shape.PART, List.of(achievements));
    }

    public static Material forms(Achievement... achievements) {
        return material(Material.Shape.FORMS, List.of(achievements));
    }

    /** So many sound achievements, ranked 1 to n. */
    public static Material aListOf(int n) {
        return nomination(IntStream.rangeClosed(1, n).mapToObj(rank -> achievement(rank, values())).toArray(Achievement[]::new));
    }

    private static Material material(Material.Shape shape, List<Achievement> achievements) {
        var files = new LinkedHashMap<String, FileFacts>();
        files.put("overview.mp4", film("overview.mp4", Duration.ofMinutes(3), 1920, 1080));
        for (var achievement : achievements) {
            for (var path : achievement.files()) {
                files.put(path, path.endsWith(".mp4") ? film(path, Duration.ofMinutes(3), 1920, 1080)
                        : path.endsWith(".pdf") ? new FileFacts(path, 1000) : picture(path, 6_000_000));
            }
        }
        var head = new Values(Map.of("name", List.of("示例省科学技术厅"), "contact", List.of("示例乙"), "telephone", List.of("000-00000000")));
        return new Material(CALL.id(), shape, Optional.empty(), 1, List.of(), head,
                shape == Material.Shape.WHOLE ? Optional.of(new OverviewVideo("overview.mp4", "public")) : Optional.empty(),
                achievements, files, shape == Material.Shape.WHOLE ? Set.of() : Set.of("overview.mp4"), List.of(), List.of());
    }

    /** A sound picture, different from every other path's. */
    public static FileFacts picture(String path, long size) {
        return picture(path, size, 6000, 4000, depth(path));
    }

    public static FileFacts picture(String path, long size, int width, int height, PictureFacts.Depth depth) {
        return new FileFacts(path, size, Optional.empty(),
                Optional.of(new PictureFacts("jpeg", width, height, 1, "rgb", 8, Optional.empty(), Optional.of(depth))), Optional.empty());
    }

    public static PictureFacts.Depth depth(String path) {
        return new PictureFacts.Depth(Optional.empty(), false, 0, huizhan.kernel.Sha256.of(path).hex());
    }

    public static FileFacts broken(String path, PictureFacts.Fault fault) {
        return new FileFacts(path, 6_000_000, Optional.empty(),
                Optional.of(new PictureFacts("", 0, 0, 1, "", 0, Optional.of(fault), Optional.empty())), Optional.empty());
    }

    public static FileFacts film(String path, Duration duration, int width, int height) {
        return new FileFacts(path, 90_000_000, Optional.empty(), Optional.empty(), Optional.of(new FilmFacts("mp4", true, Optional.of(duration),
                width, height, "avc1", Optional.of("mp4a"), Optional.empty(), Optional.empty())));
    }

    /** The same material with one file's facts put in or replaced. */
    public static Material having(Material material, FileFacts facts) {
        var files = new LinkedHashMap<>(material.files());
        files.put(facts.path(), facts);
        return material.with(files);
    }

    public static Material lacking(Material material, String path) {
        var files = new LinkedHashMap<>(material.files());
        files.remove(path);
        return material.with(files);
    }

    public static Material excepting(Material m, GrantedException... exceptions) {
        return new Material(m.call(), m.shape(), m.id(), m.revision(), List.of(exceptions), m.department(), m.overview(), m.achievements(),
                m.files(), m.formFiles(), m.readings(), m.unread());
    }

    public static Material headless(Material m, String field) {
        return new Material(m.call(), m.shape(), m.id(), m.revision(), m.exceptions(), m.department().without(field), m.overview(),
                m.achievements(), m.files(), m.formFiles(), m.readings(), m.unread());
    }

    public static Material overview(Material m, Optional<OverviewVideo> film) {
        return new Material(m.call(), m.shape(), m.id(), m.revision(), m.exceptions(), m.department(), film, m.achievements(), m.files(),
                film.isEmpty() ? Set.of("overview.mp4") : m.formFiles(), m.readings(), m.unread());
    }

    public static Material reading(Material m, FormReading... readings) {
        return new Material(m.call(), m.shape(), m.id(), m.revision(), m.exceptions(), m.department(), m.overview(), m.achievements(), m.files(),
                m.formFiles(), List.of(readings), m.unread());
    }

    /** The 字 repeated, for texts of an exact length. */
    public static String characters(int n) {
        return "字".repeat(n);
    }

    public static List<Picture> pictures(int n) {
        var pictures = new ArrayList<Picture>();
        for (int i = 1; i <= n; i++) {
            pictures.add(new Picture("01/pictures/%d.jpg".formatted(i), "", "说明"));
        }
        return pictures;
    }
}
