package huizhan.achievement;

import huizhan.web.Stencils;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to fill in, as the page shows it.
 *
 * @param field   its name for saving
 * @param id      its id on the page
 * @param element line, lines, one, many, countries or month
 * @param kind    the input's type
 * @param label   its accessible name; the annex's own Chinese word where an annex has it
 * @param english the label in English beside a Chinese one, else empty
 * @param rest    what the annex prints after the label, else empty
 * @param value   the text; of a field with several values, joined as its control sends it
 * @param limit   most 字, or null
 * @param count   字, of a field that has a limit or is a part of a statement
 * @param shown   the value as it is printed
 */
record Control(String field, String id, String element, String kind, String label, String english, String rest, String hint, String value,
               long version, List<Option> options, boolean locked, @Nullable Integer limit, int count, String shown) {

    /**
     * One box or button of a choice.
     *
     * @param main whether it is the first of those chosen
     */
    record Option(String code, String label, String hint, boolean chosen, boolean main) {}

    /** All that decides how a field looks around what is typed in it; its id follows from the field or from its cell. */
    record Look(String field, String label, String english, String rest, String hint, boolean locked, boolean counted, String chosen) {}

    Look look() {
        return new Look(own() ? field.substring(field.lastIndexOf('.')) : field, label, english, rest, hint, locked, limit != null, chosen());
    }

    private String chosen() {
        if (options.isEmpty()) return "";
        var chosen = new StringBuilder();
        for (var option : options) {
            if (option.chosen) chosen.append(option.code).append(option.main ? "!\n" : "\n");
        }
        return chosen.toString();
    }

    /** A field of one object or one file. */
    private boolean own() {
        return field.startsWith("object.") || field.startsWith("file.");
    }

    /** The label's language, where it isn't the page's. */
    public @Nullable String getLabelLang() {
        return english.isEmpty() ? null : "zh-CN";
    }

    public @Nullable String getDescribed() {
        return hint.isEmpty() && english.isEmpty() && rest.isEmpty() ? null : id + "-hint";
    }

    /** The same with only some of its boxes, for a grid that gives each a cell. */
    Control only(List<String> codes, boolean first) {
        return new Control(field, first ? id : id + "-" + String.join("-", codes), element, kind, label, english, rest, hint, value, version,
            options.stream().filter(each -> codes.contains(each.code())).toList(), locked, limit, count, shown);
    }

    /** The same for a stencil: marks in place of all that is typed or belongs to one achievement alone. */
    Control framed(Stencils.Marks marks) {
        var name = own() ? marks.text(field) : field;
        return new Control(name, id.replace(field, name), element, kind, label, english, rest, hint, marks.text(value),
            marks.number(version), options, locked, limit, 0, marks.text(shown));
    }

    /** The same without anything typed, for what stands around it. */
    Control bare() {
        return new Control(field, id, element, kind, label, english, rest, hint, "", 0, List.of(), locked, limit, 0, "");
    }

    Control called(String otherId, String otherLabel, String otherEnglish, String otherRest) {
        return new Control(field, otherId, element, kind, otherLabel, otherEnglish, otherRest, hint, value, version, options, locked, limit, count, shown);
    }
}
