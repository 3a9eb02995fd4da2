package huizhan.rules;

import static huizhan.rules.Say.error;
import static huizhan.rules.Say.place;
import static huizhan.rules.Say.subject;
import static huizhan.rules.Say.told;
import static huizhan.rules.Say.warning;

import huizhan.call.Call;
import huizhan.call.Countries;
import huizhan.call.Field;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.Material;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every cell of annex 2 (A7). */
final class BoardForm {
    private BoardForm() {}

    static List<Finding> required(Material material, Call call, Optional<Zone> zone) {
        return told(material).flatMap(each -> missing("A7.required", each, material, call)).toList();
    }

    /** The empty fields that a rule asks for; what a partner or a separate sheet makes good is lighter or gone. */
    static Stream<Finding> missing(String rule, Achievement achievement, Material material, Call call) {
        return call.fields().stream().filter(field -> field.rule().equals(rule) && achievement.values().blank(field.id()))
                .flatMap(field -> severity(field, achievement, material, call).stream()
                        .map(severity -> Say.missing(rule, severity, achievement, field)));
    }

    private static Optional<Severity> severity(Field field, Achievement achievement, Material material, Call call) {
        if (field.need() == Field.Need.NONE || field.sheet().map(achievement::attached).orElse(false)) {
            return Optional.empty();
        }
        if (field.need() == Field.Need.WARNING || field.sheet().isPresent() && ofUnit(material)) {
            return Optional.of(Severity.WARNING);
        }
        if (field.partner().isEmpty()) {
            return Optional.of(Severity.ERROR);
        }
        if (!achievement.values().blank(field.partner().get())) {
            return Optional.of(Severity.WARNING);
        }
        return before(field.id(), field.partner().get(), call) ? Optional.of(Severity.ERROR) : Optional.empty();
    }

    /** A unit's folder, also one with Word forms alone: what departments and other offices write may still be on its way. */
    private static boolean ofUnit(Material material) {
        return material.part() || material.shape() == Material.Shape.FORMS
                && material.readings().stream().noneMatch(each -> each.achievement().isEmpty());
    }

    private static boolean before(String one, String other, Call call) {
        var ids = call.fields().stream().map(Field::id).toList();
        return ids.indexOf(one) < ids.indexOf(other);
    }

    static List<Finding> field(Material material, Call call, Optional<Zone> zone) {
        return told(material).flatMap(each -> {
            var codes = each.values().codes("board.fields");
            var unknown = codes.stream().filter(code -> call.choice("fields", code).isEmpty())
                    .map(code -> error("A7.field", "unknown", subject(each, "board.fields"), place(each, "board.fields"), code));
            var several = codes.size() > 1 ? Stream.of(warning("A7.field", "several", subject(each, "board.fields"), place(each, "board.fields"),
                    codes.size())) : Stream.<Finding>empty();
            return Stream.concat(unknown, several);
        }).toList();
    }

    static List<Finding> country(Material material, Call call, Optional<Zone> zone) {
        if (call.field("board.countries").isEmpty()) {
            return List.of();
        }
        return told(material).flatMap(each -> {
            var codes = each.values().codes("board.countries");
            return codes.isEmpty() ? Stream.of(error("A7.country", "missing", subject(each, "board.countries"), place(each, "board.countries")))
                    : codes.stream().filter(code -> !Countries.known(code, call))
                    .map(code -> error("A7.country", "unknown", subject(each, "board.countries"), place(each, "board.countries"), code));
        }).toList();
    }

    static List<Finding> nature(Material material, Call call, Optional<Zone> zone) {
        return told(material).flatMap(each -> {
            var codes = each.values().codes("board.natures");
            var unknown = codes.stream().filter(code -> call.choice("natures", code).isEmpty())
                    .map(code -> error("A7.nature", "unknown", subject(each, "board.natures"), place(each, "board.natures"), code));
            boolean silent = codes.contains("other") && each.values().blank("board.otherNature");
            return Stream.concat(unknown, silent
                    ? Stream.of(error("A7.nature", "other", subject(each, "board.otherNature"), place(each, "board.otherNature"))) : Stream.empty());
        }).toList();
    }
}
