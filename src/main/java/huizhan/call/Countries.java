package huizhan.call;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Countries and regions (国家（地区）) by ISO 3166-1 alpha-2 code, in the words of GB/T 2659.1, for annex 2's 合作国别 (A7). Hong Kong,
 * Macao and Taiwan are a group of their own, never called countries.
 */
public final class Countries {
    /** The head of a value that is no code but words: {@code other:非洲多国}. */
    public static final String OTHER = "other:";
    private static final Map<String, Country> ALL = read();

    private Countries() {}

    /**
     * One country or region.
     *
     * @param pinyin   the Chinese name's syllables run together, without tones
     * @param initials the syllables' first letters
     */
    public record Country(String code, Text name, String pinyin, String initials, Group group) {}

    /** The two groups of the list. */
    public enum Group {
        COUNTRY(new Text("国家（地区）", "Countries and regions")),
        HMT(new Text("港澳台地区", "Hong Kong, Macao and Taiwan"));

        private final Text label;

        Group(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }

    /** All of them, countries first, each group by pinyin. */
    public static List<Country> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<Country> of(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** Whether a value of a country field is a code of the list or of one of the call's organizations, or words of its own. */
    public static boolean known(String value, Call call) {
        return value.startsWith(OTHER) ? !value.substring(OTHER.length()).isBlank() : named(value, call).isPresent();
    }

    /** How a value of a country field is printed; a code that nobody knows is printed as it is. */
    public static String shown(String value, Call call, Lang lang) {
        if (value.startsWith(OTHER)) return value.substring(OTHER.length());
        return named(value, call).map(name -> name.in(lang)).orElse(value);
    }

    private static Optional<Text> named(String code, Call call) {
        return of(code).map(Country::name)
                .or(() -> call.organizations().stream().filter(each -> each.code().equals(code)).map(Choice::label).findFirst());
    }

    private static Map<String, Country> read() {
        var all = new LinkedHashMap<String, Country>();
        var stream = Countries.class.getResourceAsStream("/reference/countries.csv");
        if (stream == null) throw new IllegalStateException("reference/countries.csv is missing from the program");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().skip(1).map(Countries::line).forEach(each -> all.put(each.code(), each));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(all);
    }

    /** Only the English name may be quoted: it alone has commas. */
    private static Country line(String line) {
        var cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        return new Country(cells[0], new Text(cells[1], cells[2].replace("\"", "")), cells[3], cells[4],
                Group.valueOf(cells[5].toUpperCase(Locale.ROOT)));
    }
}
