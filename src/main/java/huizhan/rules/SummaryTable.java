package huizhan.rules;

import static huizhan.rules.Say.error;
import static huizhan.rules.Say.ofNomination;
import static huizhan.rules.Say.place;
import static huizhan.rules.Say.subject;
import static huizhan.rules.Say.told;

import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.kernel.Zone;
import huizhan.material.Material;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns and the head of annex 1 (A11). */
final class SummaryTable {
    private SummaryTable() {}

    static List<Finding> required(Material material, Call call, Optional<Zone> zone) {
        return told(material).flatMap(each -> BoardForm.missing("A11.required", each, material, call)).toList();
    }

    static List<Finding> forms(Material material, Call call, Optional<Zone> zone) {
        if (call.field("exhibitForms").isEmpty()) {
            return List.of();
        }
        return told(material).flatMap(each -> {
            var codes = each.values().codes("exhibitForms");
            return codes.isEmpty() ? Stream.of(error("A11.forms", "missing", subject(each, "exhibitForms"), place(each, "exhibitForms")))
                    : codes.stream().filter(code -> call.choice("exhibit-forms", code).isEmpty())
                    .map(code -> error("A11.forms", "unknown", subject(each, "exhibitForms"), place(each, "exhibitForms"), code));
        }).toList();
    }

    /** Only where the head of the table is part of the material: in a whole nomination, or beside a summary table in Word or Excel. */
    static List<Finding> head(Material material, Call call, Optional<Zone> zone) {
        boolean there = material.shape() == Material.Shape.WHOLE || material.shape() == Material.Shape.FORMS
                && material.readings().stream().anyMatch(each -> each.achievement().isEmpty());
        return !there ? List.of() : call.head().stream()
                .filter(field -> field.need() == Field.Need.ERROR && material.department().blank(field.id()))
                .map(field -> error("A11.head", "", Say.NOMINATION + "#department." + field.id(), ofNomination("department." + field.id()), field.label()))
                .toList();
    }
}
