package huizhan.achievement;

import huizhan.web.Stencils;
import java.util.List;

/**
 * What a return asks for, as the unit's page shows it (B19).
 *
 * @param by     the department, or the body between that returned it
 * @param reason in its words
 * @param places what is to be corrected, none where the reason says it all
 * @param due    the last day in words, empty for none
 * @param late   whether that day is over
 */
record Correction(String by, String reason, List<Place> places, String due, boolean late) {

    /** @param code a field's id or a slot's code */
    record Place(String code, String anchor, String label) {}

    /** For a stencil: what the department wrote is marks. */
    Correction framed(Stencils.Marks marks) {
        return new Correction(marks.text(by), marks.text(reason), places.stream().map(each -> new Place("", marks.text(each.anchor), marks.text(each.label))).toList(),
            due.isEmpty() ? "" : marks.text(due), late);
    }

    /** For the mark beside a field. */
    public boolean names(String code) {
        return places.stream().anyMatch(each -> each.code.equals(code));
    }
}
