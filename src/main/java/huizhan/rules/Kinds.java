package huizhan.rules;

import static huizhan.rules.Say.error;
import static huizhan.rules.Say.place;
import static huizhan.rules.Say.subject;
import static huizhan.rules.Say.told;
import static huizhan.rules.Say.warning;

import huizhan.call.Call;
import huizhan.call.Kind;
import huizhan.call.Section;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.Material;
import huizhan.material.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an achievement is, whether its statement says what its kind must say, and which direction it serves (A1, A2). */
final class Kinds {
    private Kinds() {}

    static List<Finding> kind(Material material, Call call, Optional<Zone> zone) {
        return told(material).flatMap(each -> {
            var code = each.values().text("kind");
            if (code.isBlank()) {
                boolean formsOnly = material.shape() == Material.Shape.FORMS;
                return Stream.of(formsOnly ? warning("A1.kind", "missing", subject(each, "kind"), place(each, "kind"))
                        : error("A1.kind", "missing", subject(each, "kind"), place(each, "kind")));
            }
            return call.kind(code).isPresent() ? Stream.<Finding>empty()
                    : Stream.of(error("A1.kind", "unknown", subject(each, "kind"), place(each, "kind"), code));
        }).toList();
    }

    static List<Finding> sections(Material material, Call call, Optional<Zone> zone) {
        return told(material).flatMap(each -> {
            if (!each.statement().blank()) {
                return call.kind(each.values().text("kind")).stream().flatMap(kind -> emptySections(each, kind));
            }
            return Stream.of(each.prose().isBlank() ? error("A1.sections", "empty", subject(each, "statement"), place(each, "statement"))
                    : warning("A1.sections", "prose", subject(each, "statement"), place(each, "statement")));
        }).toList();
    }

    private static Stream<Finding> emptySections(Achievement achievement, Kind kind) {
        return kind.sections().stream().filter(section -> achievement.values().blank(Values.STATEMENT + section.code()))
                .map(section -> emptySection(achievement, section));
    }

    private static Finding emptySection(Achievement achievement, Section section) {
        var id = Values.STATEMENT + section.code();
        return section.duty() ? error("A1.sections", "", subject(achievement, id), place(achievement, id), section.label())
                : warning("A1.sections", "advised", subject(achievement, id), place(achievement, id), section.label());
    }

    static List<Finding> direction(Material material, Call call, Optional<Zone> zone) {
        if (call.field("directions").isEmpty()) {
            return List.of();
        }
        return told(material).flatMap(each -> Stream.concat(
                each.values().codes("directions").isEmpty()
                        ? Stream.of(warning("A2.direction", "missing", subject(each, "directions"), place(each, "directions"))) : Stream.empty(),
                Stream.of("directions", "highlights").flatMap(list -> each.values().codes(list).stream()
                        .filter(code -> call.choice(list, code).isEmpty())
                        .map(code -> error("A2.direction", "unknown", subject(each, list), place(each, list), code))))).toList();
    }
}
