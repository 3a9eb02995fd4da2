package huizhan.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.likeness.Part.Kind;
import huizhan.material.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The examples by which the scale was chosen: what is to be shown, and what is not. */
class ScaleTest {
    private static List<Pair> pairs(Values... values) {
        return Comparison.of(Tellings.all(values));
    }

    private static Map<Kind, Integer> parts(Values one, Values other) {
        var pairs = pairs(one, other);
        assertThat(pairs).hasSize(1);
        return pairs.get(0).parts().stream().collect(Collectors.toMap(Part::kind, Part::percent));
    }

    @Test void one_project_told_by_two_departments_in_other_words_is_shown_with_what_is_alike() {
        assertThat(parts(Tellings.PROVINCE, Tellings.BODY)).isEqualTo(Map.of(Kind.NAME, 68, Kind.TEXT, 21, Kind.PARTNER, 100));
    }

    @Test void another_project_with_the_same_partner_and_of_the_same_institute_is_not() {
        assertThat(pairs(Tellings.PROVINCE, Tellings.SAME_PARTNER)).isEmpty();
    }

    @Test void not_even_where_both_use_the_same_turns_of_phrase() {
        assertThat(pairs(Tellings.with(Tellings.PROVINCE, Tellings.TURNS), Tellings.with(Tellings.SAME_PARTNER, Tellings.TURNS))).isEmpty();
    }

    @Test void turns_of_phrase_alone_are_not() {
        assertThat(pairs(Tellings.TURNS_ONE, Tellings.TURNS_OTHER)).isEmpty();
    }

    @Test void a_text_copied_under_another_name_is_shown_however_it_is_called() {
        var copied = Tellings.PROVINCE.with("name", "近岸水域治理示范工程").with("undertaker", "另一单位").with("board.unit", "另一单位")
            .with("foreignPartner", "无").with("board.foreignPartner", "无");
        assertThat(parts(Tellings.PROVINCE, copied)).isEqualTo(Map.of(Kind.TEXT, 100));
        assertThat(pairs(Tellings.PROVINCE, copied).get(0).strength()).isEqualTo(1000);
    }

    @Test void half_a_text_copied_is_shown_and_a_quarter_is_not() {
        var other = Tellings.TURNS_OTHER.with("name", "近岸水域治理");
        var half = other.with("statement.problem", Tellings.PROVINCE.text("statement.problem")).with("statement.breakthrough", Tellings.PROVINCE.text("statement.breakthrough"))
            .with("board.text", Tellings.PROVINCE.text("board.text"));
        assertThat(parts(Tellings.PROVINCE, half).get(Kind.TEXT)).isBetween(55, 75);
        assertThat(pairs(Tellings.PROVINCE, other.with("statement.problem", Tellings.PROVINCE.text("statement.problem")))).isEmpty();
    }

    @Test void what_one_department_tells_of_two_projects_is_no_duplicate_until_the_name_is_the_same() {
        var copied = Tellings.PROVINCE.with("name", "近岸水域治理示范工程");
        assertThat(Comparison.of(List.of(Tellings.told(1, 1, Tellings.PROVINCE), Tellings.told(2, 1, copied)))).isEmpty();
        assertThat(Comparison.of(List.of(Tellings.told(1, 1, Tellings.PROVINCE), Tellings.told(2, 2, copied)))).hasSize(1);
        assertThat(Comparison.of(List.of(Tellings.told(1, 1, Tellings.PROVINCE), Tellings.told(2, 1, Tellings.PROVINCE)))).hasSize(1);
    }

    @Test void the_same_name_is_enough_if_it_is_long_enough_to_mean_one_thing() {
        var stranger = Tellings.TURNS_OTHER;
        assertThat(parts(Tellings.PROVINCE, stranger.with("name", Tellings.PROVINCE.text("name")))).containsEntry(Kind.NAME, 100);
        assertThat(pairs(Tellings.PROVINCE.with("name", "中德联合实验室"), stranger.with("name", "中德联合实验室"))).isEmpty();
    }

    @Test void width_case_blanks_and_punctuation_dont_count() {
        assertThat(Shingles.signs("ＡＢＣ 2011—2015年，“Green  Port”项目")).containsExactly("abc", "2011", "2015", "年", "green", "port", "项", "目");
        assertThat(parts(Tellings.PROVINCE, Tellings.PROVINCE.with("name", "“中德”海水养殖尾水 生态处理技术——联合研究"))).containsEntry(Kind.NAME, 100);
    }

    @Test void one_of_several_partners_is_the_same_and_two_universities_are_not() {
        assertThat(Shingles.of("德国慕尼黑工业大学", Scale.NAME_RUN).alike(Shingles.of("德国柏林工业大学", Scale.NAME_RUN))).isLessThan(Scale.BODY_LEAST);
        assertThat(Shingles.of("University of Oxford", Scale.NAME_RUN).alike(Shingles.of("University of Cambridge", Scale.NAME_RUN))).isLessThan(Scale.BODY_LEAST);
        assertThat(parts(Tellings.PROVINCE, Tellings.BODY.with("foreignPartner", "不来梅大学，德国极地与海洋研究中心").with("board.foreignPartner", "无")))
            .containsEntry(Kind.PARTNER, 100);
    }

    @Test void an_achievement_has_nothing_in_common_with_itself_and_an_empty_one_with_nobody() {
        assertThat(pairs(Tellings.PROVINCE)).isEmpty();
        assertThat(pairs(Values.NONE, Values.NONE)).isEmpty();
    }

    @Test void what_one_in_fifty_says_is_a_turn_of_phrase() {
        var many = IntStream.range(0, Scale.COMMON + 1).mapToObj(i -> Tellings.told(i, Tellings.told("名" + i, "单" + i, "无", "", "", "", Tellings.PROVINCE.text("board.text")))).toList();
        assertThat(Comparison.of(many)).isEmpty();
        assertThat(Comparison.of(many.subList(0, Scale.COMMON))).hasSize(Scale.COMMON * (Scale.COMMON - 1) / 2);
    }

    /** As many as a call brings in, each with a text of a thousand signs; and among them some that are the same. */
    @Test void of_thirteen_hundred_the_few_that_are_alike_are_found_in_seconds() {
        var random = new SplittableRandom(7);
        var words = IntStream.range(0, 3000).mapToObj(i -> Character.toString(0x4e00 + random.nextInt(3500)) + Character.toString(0x4e00 + random.nextInt(3500))).toList();
        var all = new ArrayList<Told>();
        for (int i = 0; i < 1300; i++) {
            all.add(Tellings.told(i, Tellings.told(text(words, random, 8), "单位" + text(words, random, 4), "伙伴" + text(words, random, 3),
                text(words, random, 150) + Tellings.TURNS, text(words, random, 150), text(words, random, 150), text(words, random, 90))));
        }
        for (int i = 0; i < 10; i++) {
            all.add(Tellings.told(2000 + i, i % 2 == 0 ? Tellings.with(Tellings.PROVINCE, text(words, random, 50)) : Tellings.with(Tellings.BODY, text(words, random, 50))));
        }
        long begun = System.nanoTime();
        var pairs = Comparison.of(all);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.println("1310 achievements compared in " + millis + " ms");
        assertThat(pairs).hasSize(45);
        assertThat(millis).isLessThan(20_000);
    }

    /** Frequent words are frequent, as in every language. */
    private static String text(List<String> words, SplittableRandom random, int count) {
        return IntStream.range(0, count).mapToObj(i -> words.get((int) (words.size() * Math.pow(random.nextDouble(), 2)))).collect(Collectors.joining());
    }
}
