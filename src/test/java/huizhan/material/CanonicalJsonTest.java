package huizhan.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 8785, with the examples of its sections 3.2.2 and 3.2.3 as far as our values reach. */
class CanonicalJsonTest {

    @Test void keys_are_sorted_by_utf_16_units() {
        assertThat(CanonicalJson.of(Map.of("\u20ac", "Euro Sign", "\r", "Carriage Return", "\ufb33", "Hebrew Letter Dalet With Dagesh", "1", "One",
            "\ud83d\ude00", "Emoji: Grinning Face", "\u0080", "Control", "\u00f6", "Latin Small Letter O With Diaeresis")))
            .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
                + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test void strings_are_escaped_as_little_as_possible() {
        assertThat(CanonicalJson.of("\u20ac$\u000F\nA'B\"\\\\\"/")).isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test void whole_numbers_have_no_point() {
        assertThat(CanonicalJson.of(List.of(4.50, 2.0, 0.002, -0.0, 30, 5_000_000L, true))).isEqualTo("[4.5,2,0.002,0,30,5000000,true]");
        assertThat(CanonicalJson.of(List.of())).isEqualTo("[]");
        assertThat(CanonicalJson.of(Map.of())).isEqualTo("{}");
    }
}
