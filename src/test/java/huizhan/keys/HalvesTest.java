package huizhan.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A passphrase in two halves for two people (C2). */
class HalvesTest {
    private static String joined(List<String> one, List<String> two) throws KeyFault {
        return new String(Halves.join(one, two));
    }

    @Test void both_together_are_the_passphrase_however_they_are_typed() throws Exception {
        for (var word : List.of("绿水青山 words 2015", "a", "长".repeat(200))) {
            var halves = Halves.of(word.toCharArray());
            assertThat(joined(halves.get(0), halves.get(1))).isEqualTo(word);
            assertThat(joined(halves.get(0).stream().map(line -> "  " + line.toUpperCase(Locale.ROOT).replace(" ", "  ")).toList(), halves.get(1))).isEqualTo(word);
        }
    }

    @Test void one_alone_tells_nothing_and_is_another_each_time() {
        var once = Halves.of("绿水青山 words 2015".toCharArray());
        var again = Halves.of("a much longer passphrase, but within one block".toCharArray());
        assertThat(once.get(0)).hasSameSizeAs(again.get(0)).isNotEqualTo(again.get(0));
        assertThat(once.get(1)).hasSameSizeAs(again.get(1));
        assertThat(Halves.of("绿水青山 words 2015".toCharArray()).get(1)).isNotEqualTo(once.get(1));
    }

    @Test void a_mistyped_line_is_named() {
        var halves = Halves.of("绿水青山 words 2015".toCharArray());
        var wrong = new ArrayList<>(halves.get(1));
        wrong.set(2, (wrong.get(2).charAt(0) == '0' ? "1" : "0") + wrong.get(2).substring(1));
        assertThatThrownBy(() -> joined(halves.get(0), wrong)).isInstanceOf(KeyFault.class).hasMessageContaining("Line 3 of half 2");
        var letter = new ArrayList<>(halves.get(1));
        letter.set(3, 'o' + letter.get(3).substring(1));
        assertThatThrownBy(() -> joined(halves.get(0), letter)).isInstanceOf(KeyFault.class).hasMessageContaining("Line 4 of half 2");
        var crossed = new ArrayList<>(List.of(halves.get(0).get(1), halves.get(0).get(0)));
        crossed.addAll(halves.get(0).subList(2, halves.get(0).size()));
        assertThatThrownBy(() -> joined(crossed, halves.get(1))).isInstanceOf(KeyFault.class).hasMessageContaining("Line 1 of half 1");
        assertThatThrownBy(() -> joined(halves.get(1), halves.get(0))).isInstanceOf(KeyFault.class).hasMessageContaining("half 1");
    }

    @Test void halves_of_two_passphrases_dont_go_together() {
        var one = Halves.of("绿水青山 words 2015".toCharArray());
        var other = Halves.of("绿水青山 words 2015".toCharArray());
        assertThatThrownBy(() -> joined(one.get(0), other.get(1))).isInstanceOf(KeyFault.class);
        assertThatThrownBy(() -> joined(one.get(0), one.get(1).subList(0, 2))).isInstanceOf(KeyFault.class).hasMessageContaining("missing");
        assertThatThrownBy(() -> joined(List.of(), List.of())).isInstanceOf(KeyFault.class);
    }
}
