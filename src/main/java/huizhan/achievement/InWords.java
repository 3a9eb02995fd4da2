package huizhan.achievement;

import huizhan.call.Call;
import huizhan.call.Countries;
import huizhan.kernel.Lang;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value as a person reads it: choices and countries by their names, everything else as it was written. */
final class InWords {
    private InWords() {}

    /** @param known the field; a value of none is shown as it is */
    static String of(Optional<Catalogue.Known> known, String value, Call call, Lang lang) {
        if (known.isEmpty() || value.isBlank()) return value;
        var and = Collectors.joining(lang == Lang.ZH ? "、" : ", ");
        return switch (known.get().type()) {
            case ONE, MANY -> value.lines().map(code -> call.choice(known.get().list(), code).map(each -> each.label().in(lang)).orElse(code)).collect(and);
            case COUNTRIES -> value.lines().map(code -> Countries.shown(code, call, lang)).collect(and);
            default -> value;
        };
    }
}
