package huizhan.export;

import huizhan.call.Call;
import huizhan.call.Countries;
import huizhan.call.Field;
import huizhan.kernel.Lang;
import huizhan.material.Values;
import java.util.stream.Collectors;

/** What stands in a cell: values in words, and never anything that a spreadsheet would take for a formula. */
final class Cells {
    /** Excel's own limit. */
    static final int LONGEST = 32_767;
    /** The full-width forms too: Excel in East Asia reads them as the narrow ones. */
    private static final String RISKY = "=+-@\t\r\n\0＝＋－＠";

    private Cells() {}

    /** A text that begins like a formula gets an apostrophe in front, whichever program reads it and whatever it makes of it (ASVS 1.2.10). */
    static String safe(String text) {
        var harmless = !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST - 1) + "…";
    }

    /** A field as people read it: choices and countries by their names. */
    static String words(Field field, Values values, Call call, Lang lang) {
        var and = Collectors.joining(lang == Lang.ZH ? "、" : ", ");
        return switch (field.type()) {
            case ONE, MANY -> values.codes(field.id()).stream().map(code -> call.choice(field.list(), code).map(each -> each.label().in(lang)).orElse(code)).collect(and);
            case COUNTRIES -> values.codes(field.id()).stream().map(code -> Countries.shown(code, call, lang)).collect(and);
            default -> values.text(field.id());
        };
    }
}
