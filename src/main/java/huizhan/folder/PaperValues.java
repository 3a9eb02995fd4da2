package huizhan.folder;

import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.documents.Figure;
import huizhan.documents.FormValues;
import huizhan.documents.FormValues.Entry;
import huizhan.documents.FormValues.Mark;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Sha256;
import huizhan.material.Achievement;
import huizhan.material.Digests;
import huizhan.material.Material;
import huizhan.material.Picture;
import huizhan.material.Values;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A material's content as the values that its papers print, each with the digest of that paper's own content (B8). */
final class PaperValues {
    private final Material material;
    private final Call call;
    private final PaperSet.Opener opener;
    private final List<String> lines;


    /** @param lines short words at the foot of each page, such as 草稿 */
    PaperValues(Material material, Call call, PaperSet.Opener opener, List<String> lines) {
        this.material = material;
        this.call = call;
        this.opener = opener;
        this.lines = List.copyOf(lines);
    }

    /** Annex 1; a non-public achievement without content is a number and a ticked box. */
    FormValues summary() {
        var texts = new LinkedHashMap<String, String>();
        material.department().all().keySet().forEach(id -> texts.put("department." + id, material.department().text(id)));
        var entries = material.achievements().stream().map(this::line).toList();
        var id = material.id().map(Object::toString).orElse("");
        return new FormValues(mark(id, Digests.nomination(material, call)), texts, Map.of(), Map.of("achievements", entries), Set.of(), List.of());
    }

    private Entry line(Achievement achievement) {
        var texts = new LinkedHashMap<>(texts(achievement.values()));
        achievement.rank().ifPresent(rank -> texts.put("rank", String.valueOf(rank)));
        var codes = new LinkedHashMap<>(codes(achievement.values()));
        codes.put("disclosure", achievement.shownTo().map(Disclosure::code).map(List::of).orElse(List.of()));
        return new Entry(texts, codes);
    }

    /** Annex 2 of one achievement. */
    FormValues boardForm(Achievement achievement) {
        var pictures = achievement.pictures().stream().map(PaperValues::picture).toList();
        return new FormValues(mark(id(achievement), Digests.boardForm(achievement, material, call)), texts(achievement.values()),
                codes(achievement.values()), Map.of("pictures", pictures), sheets(achievement), List.of());
    }

    private static Entry picture(Picture picture) {
        var file = picture.file().substring(picture.file().lastIndexOf('/') + 1);
        return new Entry(Map.of("file", file, "originalName", picture.originalName(), "caption", picture.caption()), Map.of());
    }

    /** What was answered on a separate sheet and not in words. */
    private Set<String> sheets(Achievement achievement) {
        var sheets = new LinkedHashSet<String>();
        call.fields().stream().filter(field -> field.sheet().map(achievement::attached).orElse(false)).map(Field::id).forEach(sheets::add);
        return sheets;
    }

    /** The statement of one achievement with its figures. */
    FormValues statement(Achievement achievement) {
        var texts = new LinkedHashMap<>(texts(achievement.values()));
        if (achievement.statement().blank()) {
            texts.put("statement", achievement.prose());
        }
        var figures = achievement.figures().stream().map(each -> new Figure(each.file(), each.caption(), () -> opener.open(each.file()))).toList();
        return new FormValues(mark(id(achievement), Digests.statement(achievement, material)), texts, codes(achievement.values()), Map.of(), Set.of(), figures);
    }

    private Map<String, String> texts(Values values) {
        var texts = new LinkedHashMap<String, String>();
        values.all().keySet().stream().filter(id -> list(id).isEmpty()).forEach(id -> texts.put(id, values.text(id)));
        return texts;
    }

    private Map<String, List<String>> codes(Values values) {
        var codes = new LinkedHashMap<String, List<String>>();
        values.all().keySet().stream().filter(id -> list(id).isPresent()).forEach(id -> codes.put(id, values.codes(id)));
        return codes;
    }

    private Optional<Field> list(String id) {
        return call.field(id).filter(field -> field.several() || field.type() == Field.Type.ONE);
    }

    private static String id(Achievement achievement) {
        return achievement.id().map(Object::toString).orElse("");
    }

    private Mark mark(String document, Sha256 digest) {
        return new Mark(document, digest.hex(), lines);
    }
}
