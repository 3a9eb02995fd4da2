package huizhan.rules;

import static huizhan.rules.Say.ofNomination;
import static huizhan.rules.Say.warning;

import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.material.FormReading;
import huizhan.material.Material;
import huizhan.material.Values;
import huizhan.rules.Finding.Place;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the Word and Excel forms say beside {@code nomination.json}, and whether everything can be printed. */
final class Forms {
    private Forms() {}

    static List<Finding> unread(Material material, Call call, Optional<Zone> zone) {
        var findings = new ArrayList<Finding>();
        material.unread().forEach(key -> findings.add(warning("form.read", "key", "nomination.json", ofNomination("files"), key)));
        for (var form : material.readings()) {
            var place = new Place(form.achievement(), "files", -1);
            form.unread().forEach(label -> findings.add(warning("form.read", "", form.file(), place, form.file(), label)));
            form.told().forEach(told -> findings.add(warning("form.read", "told", form.file(), place, form.file(), told.sentence(), told.remedy())));
        }
        return findings;
    }

    static List<Finding> disagreement(Material material, Call call, Optional<Zone> zone) {
        return material.shape() == Material.Shape.FORMS ? List.of()
                : material.readings().stream().flatMap(form -> disagreement(form, material, call)).toList();
    }

    private static Stream<Finding> disagreement(FormReading form, Material material, Call call) {
        var record = form.achievement().isEmpty() ? Optional.of(material.department())
                : material.achievements().stream().filter(each -> each.folder().equals(form.achievement())).map(each -> each.values()).findFirst();
        return record.stream().flatMap(values -> form.values().all().keySet().stream()
                .flatMap(id -> disagreement(form, id, values, call).stream()));
    }

    private static Optional<Finding> disagreement(FormReading form, String id, Values record, Call call) {
        var field = form.achievement().isEmpty() ? call.headField(id) : call.field(id);
        if (form.values().blank(id) && field.map(each -> each.by() == Field.By.DEPARTMENT).orElse(false)) {
            return Optional.empty();
        }
        var written = set(form.values(), id);
        var kept = set(record, id);
        if (written.equals(kept)) {
            return Optional.empty();
        }
        boolean same = folded(written).equals(folded(kept));
        var label = field.map(Field::label).or(() -> section(id, call)).orElse(Text.same(id));
        return Optional.of(new Finding("form.disagree", same ? "spelling" : "", same ? Severity.WARNING : Severity.ERROR, form.file(),
                new Place(form.achievement(), id, -1), List.of(form.file(), label)));
    }

    /** A section is called what the first kind that has it calls it. */
    private static Optional<Text> section(String id, Call call) {
        return id.startsWith(Values.STATEMENT) ? call.kinds().stream().flatMap(kind -> kind.section(id.substring(Values.STATEMENT.length())).stream())
                .map(huizhan.call.Section::label).findFirst() : Optional.empty();
    }

    private static Set<String> set(Values values, String id) {
        return values.codes(id).stream().map(String::strip).filter(each -> !each.isEmpty()).collect(Collectors.toCollection(HashSet::new));
    }

    /** After NFKC, without white space and punctuation: what two people would call the same. */
    private static Set<String> folded(Set<String> texts) {
        return texts.stream().map(each -> Normalizer.normalize(each, Normalizer.Form.NFKC).replaceAll("[\\s\\p{P}\\p{Z}]+", ""))
                .collect(Collectors.toCollection(HashSet::new));
    }

    static List<Finding> glyph(Material material, Call call, Optional<Zone> zone) {
        var findings = new ArrayList<Finding>();
        material.department().texts().forEach(entry -> lost(entry.getValue())
                .ifPresent(lost -> findings.add(warning("form.glyph", "", Say.NOMINATION, ofNomination("department." + entry.getKey()), lost))));
        Say.told(material).forEach(each -> Openness.words(each).forEach((slot, text) -> lost(text)
                .ifPresent(lost -> findings.add(warning("form.glyph", "", Say.subject(each, slot), Say.place(each, slot), lost)))));
        return findings;
    }

    private static Optional<String> lost(String text) {
        return Optional.of(Printable.missing(text)).filter(each -> !each.isEmpty());
    }
}
