package huizhan.achievement;

import huizhan.call.Call;
import huizhan.call.Choice;
import huizhan.call.Countries;
import huizhan.call.Field;
import huizhan.call.Section;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.material.Values;
import huizhan.rules.CharacterCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the controls of one achievement's page out of the call's fields and what was typed. */
final class Controls {
    /** The one field in which the order of the choices says something: the first is the main one (A2). */
    static final String ORDERED = "directions";

    private final Draft draft;
    private final Call call;
    private final Lang lang;
    private final Set<Field.By> open;
    private final Set<String> printed;

    /**
     * @param open    the parts that may be written now
     * @param printed fields that a form calls by its own Chinese word
     */
    Controls(Draft draft, Call call, Lang lang, Set<Field.By> open, Set<String> printed) {
        this.draft = draft;
        this.call = call;
        this.lang = lang;
        this.open = open;
        this.printed = printed;
    }

    Control of(Field field) {
        var chinese = printed.contains(field.id()) && lang == Lang.EN;
        var written = draft.field(field.id());
        return new Control(field.id(), "f-" + field.id(), element(field), kind(field), chinese ? field.label().zh() : field.label().in(lang),
            chinese ? field.label().en() : "", "", field.hint().in(lang), value(field, written), written.version(), options(field, written),
            !open.contains(field.by()), field.limit().orElse(null), field.limit().isPresent() ? CharacterCount.of(written.value()) : 0, shown(field, written));
    }

    private static String element(Field field) {
        return switch (field.type()) {
            case LINE, TELEPHONE, EMAIL -> "line";
            case LINES -> "lines";
            case ONE -> "one";
            case MANY -> "many";
            case COUNTRIES -> "countries";
            case MONTH -> "month";
        };
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case TELEPHONE -> "tel";
            case EMAIL -> "email";
            case MONTH -> "month";
            default -> "text";
        };
    }

    private static String value(Field field, Written written) {
        return field.type() == Field.Type.COUNTRIES ? written.value().replace('\n', ',') : written.value();
    }

    private String shown(Field field, Written written) {
        if (field.type() != Field.Type.COUNTRIES) return written.value();
        return written.value().lines().map(each -> Countries.shown(each, call, lang)).collect(Collectors.joining(lang == Lang.ZH ? "、" : ", "));
    }

    private List<Control.Option> options(Field field, Written written) {
        var chosen = written.value().lines().toList();
        var choices = new ArrayList<>(call.choices(field.list()));
        if (field.id().equals(ORDERED)) {
            choices.sort(Comparator.comparingInt(each -> chosen.contains(each.code()) ? chosen.indexOf(each.code()) : chosen.size()));
        }
        return choices.stream().map(each -> option(each, chosen.contains(each.code()), chosen.indexOf(each.code()) == 0)).toList();
    }

    private Control.Option option(Choice choice, boolean chosen, boolean main) {
        return new Control.Option(choice.code(), choice.label().in(lang), choice.hint().in(lang), chosen, main);
    }

    Control section(Section section) {
        var id = Values.STATEMENT + section.code();
        return lines(id, "f-" + id, section.label().in(lang), section.hint().in(lang));
    }

    private Control lines(String field, String id, String label, String hint) {
        var written = draft.field(field);
        return new Control(field, id, "lines", "text", label, "", "", hint, written.value(), written.version(), List.of(),
            !open.contains(Field.By.UNIT), null, CharacterCount.of(written.value()), written.value());
    }

    /** Annex 2 calls a picture's caption 照片简要说明; that of a figure has no printed name. */
    Control caption(Placed placed, Text label) {
        var field = placed.captionField();
        var written = draft.field(field);
        return new Control(field, "f-" + field, "line", "text", label.in(lang), "", "", "", written.value(), written.version(), List.of(),
            !open.contains(Field.By.UNIT), null, 0, written.value());
    }

    /** One part of an object's note. */
    Control note(UUID object, String part, Text label) {
        var field = Catalogue.object(object, part);
        var written = draft.field(field);
        var options = part.equals("kind") ? call.choices("object-kinds").stream()
            .map(each -> option(each, each.code().equals(written.value()), false)).toList() : List.<Control.Option>of();
        var element = part.equals("kind") ? "one" : part.equals("note") ? "lines" : "line";
        return new Control(field, "f-" + field, element, part.endsWith("Cm") || part.endsWith("Kg") ? "decimal" : "text", label.in(lang), "", "",
            "", written.value(), written.version(), options, !open.contains(Field.By.UNIT), null, 0, written.value());
    }
}
