package huizhan.achievement;

import huizhan.call.Call;
import huizhan.call.CellKind;
import huizhan.call.Field;
import huizhan.call.Form;
import huizhan.kernel.Lang;
import huizhan.material.Values;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A paper as a sheet on the screen: for reading before it is printed. The official forms are Chinese (B1).
 *
 * @param sections the statement's sections, for a form that holds one
 */
record PaperPage(UUID id, String form, String title, String digest, boolean landscape, Grid grid, List<Section> sections, List<Picture> figures) {

    record Section(String heading, List<String> paragraphs) {}

    record Picture(UUID media, String caption) {}

    static PaperPage of(Form form, Draft draft, Filled filled, Call call, Lang lang) {
        var controls = new Controls(draft, call, Lang.ZH, Set.<Field.By>of(), Set.of());
        var grid = GridPlan.of(form, call, filled.achievement().pictures().size(), Lang.ZH).grid(controls, filled.achievement().pictures());
        boolean statement = form.rows().stream().anyMatch(row -> row.cells().stream().anyMatch(cell -> cell.kind() == CellKind.SECTIONS));
        var sections = call.kind(draft.text("kind")).filter(kind -> statement).stream().flatMap(kind -> kind.sections().stream())
            .map(each -> new Section(each.label().zh(), draft.lines(Values.STATEMENT + each.code()).toList()))
            .filter(each -> !each.paragraphs().isEmpty()).toList();
        var figures = !statement ? List.<Picture>of() : draft.in(Slot.FIGURE).stream()
            .map(each -> new Picture(each.file(), draft.text(each.captionField()))).toList();
        return new PaperPage(draft.entry().id(), form.id(), form.title().in(lang),
            PaperValues.digest(form, filled.achievement(), filled.part(call.id()), call).grouped(), form.landscape(), grid, sections, figures);
    }
}
