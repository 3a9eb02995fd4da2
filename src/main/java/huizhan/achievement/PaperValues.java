package huizhan.achievement;

import huizhan.call.Call;
import huizhan.call.CellKind;
import huizhan.call.Field;
import huizhan.call.Form;
import huizhan.documents.Figure;
import huizhan.documents.FormValues;
import huizhan.documents.FormValues.Entry;
import huizhan.documents.FormValues.Mark;
import huizhan.kernel.Sha256;
import huizhan.material.Achievement;
import huizhan.material.Digests;
import huizhan.material.Material;
import huizhan.media.MediaFiles;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is written into a paper about one achievement, with the digest of that paper's own content (B8). */
public final class PaperValues {
    private PaperValues() {}

    /** Of an achievement as it stands: a form about it, its statement too. The unit's part alone counts for the digest. */
    public static FormValues of(Form form, Filled filled, Call call, MediaFiles media) {
        var achievement = filled.achievement();
        return new FormValues(mark(form, achievement, filled.part(call.id()), call), texts(achievement, call), codes(achievement, call),
            Map.of("pictures", pictures(achievement)), sheets(achievement, call), figures(filled, media));
    }

    /** One line of the list of all: its rank is the number that is printed. */
    public static Entry line(Achievement achievement, Call call) {
        var texts = new LinkedHashMap<>(texts(achievement, call));
        achievement.rank().ifPresent(rank -> texts.put("rank", String.valueOf(rank)));
        var codes = new LinkedHashMap<>(codes(achievement, call));
        codes.put("disclosure", List.of(achievement.disclosure()));
        return new Entry(texts, codes);
    }

    /** The digest of the paper's own content. */
    public static Sha256 digest(Form form, Achievement achievement, Material material, Call call) {
        boolean statement = form.rows().stream().anyMatch(row -> row.cells().stream().anyMatch(cell -> cell.kind() == CellKind.SECTIONS));
        return statement ? Digests.statement(achievement, material) : Digests.boardForm(achievement, material, call);
    }

    private static Mark mark(Form form, Achievement achievement, Material material, Call call) {
        var id = achievement.id().map(Object::toString).orElse("");
        return id.isEmpty() ? Mark.NONE : new Mark(id, digest(form, achievement, material, call).hex(), List.of());
    }

    private static Map<String, String> texts(Achievement achievement, Call call) {
        var texts = new LinkedHashMap<String, String>();
        achievement.values().all().forEach((id, values) -> {
            if (!chosen(id, call)) texts.put(id, achievement.values().text(id));
        });
        if (!achievement.prose().isBlank()) texts.put("statement", achievement.prose());
        return texts;
    }

    private static Map<String, List<String>> codes(Achievement achievement, Call call) {
        var codes = new LinkedHashMap<String, List<String>>();
        achievement.values().all().forEach((id, values) -> {
            if (chosen(id, call)) codes.put(id, values.stream().filter(each -> !each.isBlank()).toList());
        });
        return codes;
    }

    private static boolean chosen(String id, Call call) {
        return call.field(id).map(field -> field.several() || field.type() == Field.Type.ONE).orElse(false);
    }

    private static List<Entry> pictures(Achievement achievement) {
        return achievement.pictures().stream().map(each -> new Entry(Map.of("file", name(each.file()), "originalName", each.originalName(),
            "caption", each.caption()), Map.of())).toList();
    }

    private static Set<String> sheets(Achievement achievement, Call call) {
        return call.fields().stream().filter(field -> field.sheet().map(achievement::attached).orElse(false)).map(Field::id)
            .collect(Collectors.toSet());
    }

    private static List<Figure> figures(Filled filled, MediaFiles media) {
        return filled.achievement().figures().stream().filter(each -> filled.files().containsKey(each.file())).map(each -> {
            var stored = filled.files().get(each.file());
            return new Figure(stored.originalName(), each.caption(), () -> Files.newInputStream(media.path(stored)));
        }).toList();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
