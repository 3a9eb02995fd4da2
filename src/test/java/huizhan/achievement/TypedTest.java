package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.Catalogue.Known;
import huizhan.call.Field;
import huizhan.material.Examples;
import org.junit.jupiter.api.Test;

/** What is kept of what was typed. */
class TypedTest {

    private static Typed typed(Known.Type type, String list, String raw) {
        return Typed.of(new Known("x", type, list, Field.By.UNIT), raw, Examples.CALL);
    }

    @Test void line_ends_become_lf_and_nothing_else_of_a_text_is_touched() {
        assertThat(typed(Known.Type.LINES, "", "一\r\n二\r三  四").value()).isEqualTo("一\n二\n三  四");
        assertThat(typed(Known.Type.LINES, "", "𠮷野家 e\u0301 ①").dropped()).isZero();
    }

    @Test void marks_that_turn_the_direction_nul_and_control_characters_are_dropped_and_counted() {
        var kept = typed(Known.Type.LINE, "", "储\u202E能\u0000项\u2066目\u0007");
        assertThat(kept.value()).isEqualTo("储能项目");
        assertThat(kept.dropped()).isEqualTo(4);
    }

    @Test void a_line_has_no_line_ends() {
        assertThat(typed(Known.Type.LINE, "", " 一行\n又一行\t尾 ").value()).isEqualTo("一行 又一行 尾");
    }

    @Test void a_secrecy_mark_is_refused_and_the_same_word_in_prose_is_not() {
        assertThat(typed(Known.Type.LINES, "", "密级：机密").refusal()).contains("refused.mark");
        assertThat(typed(Known.Type.LINE, "", "机密★10年").refusal()).contains("refused.mark");
        assertThat(typed(Known.Type.LINES, "", "本成果不涉及国家秘密。").refusal()).isEmpty();
    }

    @Test void sixty_thousand_bytes_are_kept_and_one_more_is_not() {
        assertThat(typed(Known.Type.LINES, "", "字".repeat(20_000)).refusal()).isEmpty();
        assertThat(typed(Known.Type.LINES, "", "字".repeat(20_000) + "a").refusal()).contains("refused.long");
        assertThat(typed(Known.Type.LINE, "", "a".repeat(4_000)).refusal()).isEmpty();
        assertThat(typed(Known.Type.LINE, "", "a".repeat(4_001)).refusal()).contains("refused.long");
    }

    @Test void only_codes_of_the_list_are_kept_each_once_in_their_order() {
        assertThat(typed(Known.Type.MANY, "directions", "network\ndiplomacy\nnetwork").value()).isEqualTo("network\ndiplomacy");
        assertThat(typed(Known.Type.MANY, "directions", "network\nsomething").refusal()).contains("refused.choice");
        assertThat(typed(Known.Type.ONE, "kinds", "base").value()).isEqualTo("base");
        assertThat(typed(Known.Type.ONE, "kinds", "base\nproject").refusal()).contains("refused.choice");
        assertThat(typed(Known.Type.MANY, "directions", "").value()).isEmpty();
    }

    @Test void countries_come_as_codes_or_as_names_and_an_unknown_name_stays_as_words() {
        assertThat(typed(Known.Type.COUNTRIES, "", "DE,FR").value()).isEqualTo("DE\nFR");
        assertThat(typed(Known.Type.COUNTRIES, "", "德国、France，中国台湾").value()).isEqualTo("DE\nFR\nTW");
        assertThat(typed(Known.Type.COUNTRIES, "", "UNESCO,other:非洲多国").value()).isEqualTo("UNESCO\nother:非洲多国");
        assertThat(typed(Known.Type.COUNTRIES, "", "中亚诸国").value()).isEqualTo("other:中亚诸国");
        assertThat(typed(Known.Type.COUNTRIES, "", "DE,XX").refusal()).contains("refused.country");
    }

    @Test void a_month_and_a_number_are_what_they_say() {
        assertThat(typed(Known.Type.MONTH, "", "2011-03").value()).isEqualTo("2011-03");
        assertThat(typed(Known.Type.MONTH, "", "2011-13").refusal()).contains("refused.month");
        assertThat(typed(Known.Type.NUMBER, "", "１２.50").value()).isEqualTo("12.5");
        assertThat(typed(Known.Type.NUMBER, "", "12,5").value()).isEqualTo("12.5");
        assertThat(typed(Known.Type.NUMBER, "", "-1").refusal()).contains("refused.number");
        assertThat(typed(Known.Type.NUMBER, "", "约30").refusal()).contains("refused.number");
        assertThat(typed(Known.Type.NUMBER, "", "").value()).isEmpty();
    }
}
