package huizhan.achievement;

import huizhan.call.Call;
import huizhan.kernel.Plain;
import huizhan.call.Countries;
import huizhan.rules.SecrecyMark;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person typed into a field, made into what is kept.
 *
 * @param value   the text to keep; where the field has several values, one on each line
 * @param dropped how many characters were left out that can't be seen or printed
 * @param refusal the key of the sentence that says why it can't be kept; then nothing is
 * @param about   what that sentence names
 */
record Typed(String value, int dropped, Optional<String> refusal, List<Object> about) {
    private static final int LINE_BYTES = 4_000;
    private static final int LINES_BYTES = 60_000;

    static Typed of(Catalogue.Known known, String raw, Call call) {
        var text = Plain.text(raw);
        int dropped = raw.replace("\r\n", "\n").replace('\r', '\n').length() - text.length();
        return switch (known.type()) {
            case LINES -> free(text.strip(), dropped, LINES_BYTES);
            case LINE -> free(text.replaceAll("[\\n\\t]+", " ").strip(), dropped, LINE_BYTES);
            case ONE -> choices(known, text, call).filter(chosen -> chosen.lines().count() < 2).map(chosen -> kept(chosen, dropped))
                .orElseGet(() -> refused("choice"));
            case MANY -> choices(known, text, call).map(chosen -> kept(chosen, dropped)).orElseGet(() -> refused("choice"));
            case COUNTRIES -> countries(text, dropped, call);
            case MONTH -> month(text.strip(), dropped);
            case NUMBER -> number(text.strip(), dropped);
        };
    }

    private static Typed kept(String value, int dropped) {
        return new Typed(value, dropped, Optional.empty(), List.of());
    }

    private static Typed refused(String key, Object... about) {
        return new Typed("", 0, Optional.of("refused." + key), List.of(about));
    }

    /** A state secret never enters (A4): a mark is refused before it is kept. */
    private static Typed free(String text, int dropped, int most) {
        var mark = SecrecyMark.in(text);
        if (mark.isPresent()) return refused("mark");
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes > most ? refused("long", bytes / 3, most / 3) : kept(text, dropped);
    }

    private static Optional<String> choices(Catalogue.Known known, String text, Call call) {
        var codes = new LinkedHashSet<>(text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList());
        boolean known1 = codes.stream().allMatch(code -> call.choice(known.list(), code).isPresent());
        return known1 ? Optional.of(String.join("\n", codes)) : Optional.empty();
    }

    /** Codes from the picker, or words: a name that the list knows becomes its code, another one stays as it was written. */
    private static Typed countries(String text, int dropped, Call call) {
        var values = new LinkedHashSet<String>();
        for (var part : text.split("[,\n]")) {
            if (part.strip().startsWith(Countries.OTHER)) {
                values.add(Countries.OTHER + part.strip().substring(Countries.OTHER.length()).strip());
            } else {
                Arrays.stream(part.split("[，、;；]")).map(String::strip).filter(each -> !each.isEmpty())
                    .map(each -> country(each, call)).forEach(values::add);
            }
        }
        values.remove(Countries.OTHER);
        var wrong = values.stream().filter(each -> !Countries.known(each, call)).findFirst();
        return wrong.map(each -> refused("country", each)).orElseGet(() -> free(String.join("\n", values), dropped, LINE_BYTES));
    }

    private static String country(String words, Call call) {
        if (Countries.known(words, call) || words.matches("[A-Z]{2,}")) return words;
        return Stream.concat(Countries.all().stream().map(each -> new String[] {each.code(), each.name().zh(), each.name().en()}),
                call.organizations().stream().map(each -> new String[] {each.code(), each.label().zh(), each.label().en()}))
            .filter(each -> each[1].equals(words) || each[2].equalsIgnoreCase(words)).map(each -> each[0]).findFirst()
            .orElse(Countries.OTHER + words);
    }

    private static Typed month(String text, int dropped) {
        if (text.isEmpty()) return kept("", dropped);
        try {
            return kept(YearMonth.parse(text).toString(), dropped);
        } catch (DateTimeParseException e) {
            return refused("month", text);
        }
    }

    /** Centimetres or kilograms; full-width digits and a decimal comma are meant kindly. */
    private static Typed number(String text, int dropped) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace(',', '.');
        if (plain.isEmpty()) return kept("", dropped);
        boolean number = plain.matches("[0-9]{1,7}(\\.[0-9]{1,6})?");
        return number ? kept(new BigDecimal(plain).stripTrailingZeros().toPlainString(), dropped) : refused("number", text);
    }
}
