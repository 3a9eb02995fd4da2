package huizhan.office;

import huizhan.material.ExhibitObject;
import huizhan.material.Values;
import java.util.List;

/**
 * What a filled form says, cell by cell, and what of it was not understood (B2).
 *
 * @param values   by field id, as a draft and {@code nomination.json} have them; annex 1 has the head's under {@code department.…}
 * @param rows     annex 1 only
 * @param objects  an object note only; without photos
 * @param captions the lines of 展板照片 in annex 2
 * @param prose    a statement's whole text without headings; its sections, if it has any, are values too
 * @param remarks  everything that wants a look, one for each of {@code leftOver} among them
 * @param pictures that are pasted in, in the order of the file
 * @param leftOver words that belong to no field
 */
public record Reading(FormDocument document, Values values, List<ReadCell> cells, List<ReadRow> rows, List<ExhibitObject> objects,
                      List<PhotoLine> captions, String prose, List<Remark> remarks, List<PastedPicture> pictures,
                      List<LeftOver> leftOver) {

    /** Nothing was read; the only remark says why, and what to do. */
    public boolean refused() {
        return remarks.stream().anyMatch(each -> each.kind() == Remark.Kind.REFUSED);
    }

    static Reading refused(FormDocument document, OfficeFault fault) {
        return new Reading(document, Values.NONE, List.of(), List.of(), List.of(), List.of(), "", List.of(Remark.refused(fault)), List.of(), List.of());
    }
}
