package huizhan.rules;

import static huizhan.rules.Say.error;
import static huizhan.rules.Say.ofNomination;
import static huizhan.rules.Say.place;
import static huizhan.rules.Say.subject;
import static huizhan.rules.Say.told;
import static huizhan.rules.Say.warning;

import huizhan.call.Call;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.Material;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Public or not, where non-public material may lie, and words that don't belong in public material (A4). */
final class Openness {
    private static final List<String> OBJECTIONS = List.of("不宜公开", "不同意公开", "不得公开", "不予公开");

    private Openness() {}

    static List<Finding> disclosure(Material material, Call call, Optional<Zone> zone) {
        var findings = new ArrayList<Finding>();
        material.overview().filter(film -> Disclosure.of(film.disclosure()).isEmpty())
                .ifPresent(film -> findings.add(error("A4.disclosure", "overview", film.file(), ofNomination("overview"))));
        material.achievements().stream().filter(each -> each.shownTo().isEmpty())
                .forEach(each -> findings.add(error("A4.disclosure", "", subject(each, "disclosure"), place(each, "disclosure"))));
        return findings;
    }

    static List<Finding> zone(Material material, Call call, Optional<Zone> zone) {
        if (zone.isEmpty() || zone.get().mayHold(Disclosure.NON_PUBLIC)) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        material.overview().filter(film -> film.disclosure().equals(Disclosure.NON_PUBLIC.code()))
                .ifPresent(film -> findings.add(error("A4.zone", "overview", film.file(), ofNomination("overview"))));
        told(material).filter(each -> each.disclosure().equals(Disclosure.NON_PUBLIC.code()))
                .forEach(each -> findings.add(error("A4.zone", "", each.folder(), place(each, "disclosure"), each.folder())));
        return findings;
    }

    static List<Finding> mark(Material material, Call call, Optional<Zone> zone) {
        var findings = new ArrayList<Finding>();
        told(material).forEach(each -> words(each).forEach((slot, text) -> {
            SecrecyMark.in(text).ifPresent(mark -> findings.add(error("A4.mark", "", subject(each, slot), place(each, slot), mark)));
            SecrecyMark.soft(text).ifPresent(word -> findings.add(warning("A4.mark", "soft", subject(each, slot), place(each, slot), word)));
        }));
        material.department().texts().forEach(entry -> {
            SecrecyMark.in(entry.getValue()).ifPresent(mark -> findings.add(error("A4.mark", "", Say.NOMINATION, ofNomination("department"), mark)));
            SecrecyMark.soft(entry.getValue()).ifPresent(word -> findings.add(warning("A4.mark", "soft", Say.NOMINATION, ofNomination("department"), word)));
        });
        return findings;
    }

    /** Everything that was written about an achievement, under the place where it stands; the names of its pictures are words too. */
    static Map<String, String> words(Achievement achievement) {
        var words = new LinkedHashMap<String, String>();
        achievement.values().texts().forEach(entry -> words.put(entry.getKey(), entry.getValue()));
        words.put("statement", achievement.prose());
        achievement.pictures().forEach(each -> add(words, "pictures", each.caption(), each.originalName().isBlank() ? Say.name(each.file()) : each.originalName()));
        achievement.figures().forEach(each -> add(words, "figures", each.caption()));
        achievement.objects().forEach(each -> add(words, "objects", each.name(), each.size(), each.note()));
        return words;
    }

    private static void add(Map<String, String> words, String slot, String... texts) {
        words.merge(slot, String.join("\n", texts), (one, other) -> one + "\n" + other);
    }

    static List<Finding> opinion(Material material, Call call, Optional<Zone> zone) {
        return told(material).filter(each -> each.disclosure().equals(Disclosure.PUBLIC.code()))
                .flatMap(each -> Stream.of("board.confidentialityOpinion", "board.departmentOpinion").flatMap(field -> OBJECTIONS.stream()
                        .filter(each.values().text(field)::contains).limit(1)
                        .map(word -> warning("A4.opinion", "", subject(each, field), place(each, field), word)))).toList();
    }
}
