package huizhan.material;

import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.kernel.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The digest of each document: SHA-256 over the canonical JSON (RFC 8785) of that document's own content (B8, B17). Text counts as
 * typed with LF; files count as digest and size; paths, names of files, ranks of others and times don't.
 */
public final class Digests {
    private static final String BOARD = "board.";

    private Digests() {}

    /** The statement with its figures (A5). */
    public static Sha256 statement(Achievement achievement, Material material) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", achievement.name());
        tree.put("kind", achievement.values().text("kind"));
        tree.put("statement", texts(achievement.statement(), id -> true));
        tree.put("file", file(achievement.statementFile(), material));
        tree.put("figures", achievement.figures().stream()
                .map(each -> Map.of("caption", each.caption(), "file", file(each.file(), material))).toList());
        return of(tree);
    }

    /** The board form's unit part (B8): neither rank nor the department's opinion nor a date, so that a stamped form stays right. */
    public static Sha256 boardForm(Achievement achievement, Material material, Call call) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", achievement.name());
        tree.put("fields", texts(achievement.values().under(BOARD), id -> call.field(id).map(field -> field.by() == Field.By.UNIT).orElse(true)));
        tree.put("pictures", achievement.pictures().stream()
                .map(each -> Map.of("caption", each.caption(), "file", file(each.file(), material))).toList());
        tree.put("attachments", achievement.attachments().stream().filter(each -> !each.kind().equals("stamped"))
                .map(each -> Map.of("kind", each.kind(), "file", file(each.file(), material))).toList());
        return of(tree);
    }

    /** Everything of one achievement but its rank. */
    public static Sha256 achievement(Achievement achievement, Material material, Call call) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("disclosure", achievement.disclosure());
        tree.put("values", texts(achievement.values(), id -> true));
        tree.put("statement", statement(achievement, material).hex());
        tree.put("boardForm", boardForm(achievement, material, call).hex());
        tree.put("video", file(achievement.video(), material));
        tree.put("attachments", achievement.attachments().stream()
                .map(each -> Map.of("kind", each.kind(), "file", file(each.file(), material))).toList());
        tree.put("objects", achievement.objects().stream().map(each -> object(each, material)).toList());
        return of(tree);
    }

    /** The nomination: its head, and of each line rank, id, disclosure and the achievement's digest, or null for a stub. */
    public static Sha256 nomination(Material material, Call call) {
        var lines = new ArrayList<Object>();
        for (var each : material.achievements()) {
            lines.add(Map.of("id", each.id().map(Object::toString).orElse(""), "rank", each.rank().orElse(0), "disclosure", each.disclosure(),
                    "achievement", each.stub() ? CanonicalJson.NULL : achievement(each, material, call).hex()));
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("call", material.call());
        tree.put("department", texts(material.department(), id -> true));
        tree.put("overviewVideo", material.overview()
                .<Object>map(film -> Map.of("disclosure", film.disclosure(), "file", file(film.file(), material))).orElse(CanonicalJson.NULL));
        tree.put("achievements", lines);
        return of(tree);
    }

    private static Map<String, Object> object(ExhibitObject object, Material material) {
        return Map.of("name", object.name(), "kind", object.kind(), "lengthCm", object.lengthCm(), "widthCm", object.widthCm(),
                "heightCm", object.heightCm(), "size", object.size(), "weightKg", object.weightKg(), "note", object.note(),
                "photos", object.photos().stream().map(each -> file(each, material)).toList());
    }

    private static Map<String, List<String>> texts(Values values, Predicate<String> kept) {
        var texts = new LinkedHashMap<String, List<String>>();
        values.all().forEach((id, list) -> {
            if (kept.test(id) && !values.blank(id)) {
                texts.put(id, list.stream().map(each -> each.replace("\r\n", "\n").replace('\r', '\n')).toList());
            }
        });
        return texts;
    }

    private static Object file(String path, Material material) {
        return material.file(path).<Object>map(facts -> Map.of("size", facts.size(),
                "sha256", facts.sha256().map(Sha256::hex).orElse(""))).orElse(CanonicalJson.NULL);
    }

    private static Sha256 of(Map<String, Object> tree) {
        return Sha256.of(CanonicalJson.of(tree));
    }
}
