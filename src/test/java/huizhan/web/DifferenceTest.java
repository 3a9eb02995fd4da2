package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two texts side by side (B4). */
class DifferenceTest {

    private static String shown(List<Difference.Part> parts) {
        return parts.stream().map(each -> each.marked() ? "[" + each.text() + "]" : each.text()).collect(Collectors.joining());
    }

    private static String whole(List<Difference.Part> parts) {
        return parts.stream().map(Difference.Part::text).collect(Collectors.joining());
    }

    private static void compared(String before, String after, String left, String right) {
        var difference = Difference.of(before, after);
        assertThat(shown(difference.before())).isEqualTo(left);
        assertThat(shown(difference.after())).isEqualTo(right);
    }

    @Test void one_character_is_marked_where_one_was_changed() {
        compared("建成3个实验室，培训120人。", "建成4个实验室，培训120人。", "建成[3]个实验室，培训120人。", "建成[4]个实验室，培训120人。");
    }

    @Test void what_was_added_and_what_was_left_out_stand_each_on_its_side() {
        compared("突破封锁", "突破国外封锁", "突破封锁", "突破[国外]封锁");
        compared("共同研制并推广", "共同研制", "共同研制[并推广]", "共同研制");
        compared("", "新写的", "", "[新写的]");
        compared("都没了", "", "[都没了]", "");
    }

    @Test void the_same_text_has_no_mark() {
        assertThat(Difference.of("一样", "一样").isSame()).isTrue();
        assertThat(Difference.of("", "").isSame()).isTrue();
        assertThat(Difference.of("一样", "不一样").isSame()).isFalse();
    }

    @Test void a_rewritten_passage_is_marked_whole_and_not_in_crumbs() {
        compared("提高了效率", "降低了成本", "[提高了效率]", "[降低了成本]");
        compared("cost 1200 yuan", "cost 4500 yuan", "cost [12]00 yuan", "cost [45]00 yuan");
    }

    @Test void characters_beyond_the_basic_plane_are_never_cut_in_two() {
        compared("𠮷林", "𠮶林", "[𠮷]林", "[𠮶]林");
    }

    @Test void long_texts_are_compared_by_sentences_and_nothing_of_them_is_lost() {
        var random = new Random(4);
        var before = random.ints(4_000, '一', '龥').mapToObj(Character::toString).collect(Collectors.joining()).replaceAll("(.{20})", "$1。");
        var after = before.substring(0, 2_100) + "插进来的一句。" + before.substring(2_100);
        var difference = Difference.of(before, after);
        assertThat(whole(difference.before())).isEqualTo(before);
        assertThat(whole(difference.after())).isEqualTo(after);
        assertThat(difference.after().stream().filter(Difference.Part::marked).map(Difference.Part::text).collect(Collectors.joining())).isEqualTo("插进来的一句。");
    }

    @Test void texts_of_very_many_short_lines_are_compared_at_once_and_come_out_whole() {
        var before = "头\n" + "a\n".repeat(15_000) + "尾";
        var after = "头\n" + "b\n".repeat(15_000) + "尾";
        var difference = Difference.of(before, after);
        assertThat(whole(difference.before())).isEqualTo(before);
        assertThat(whole(difference.after())).isEqualTo(after);
        assertThat(difference.before()).hasSize(3);
    }

    @Test void whatever_is_compared_comes_out_whole_on_both_sides() {
        var random = new Random(15);
        for (int i = 0; i < 500; i++) {
            var before = random.ints(random.nextInt(30), 'a', 'f').mapToObj(Character::toString).collect(Collectors.joining());
            var after = random.ints(random.nextInt(30), 'a', 'f').mapToObj(Character::toString).collect(Collectors.joining());
            var difference = Difference.of(before, after);
            assertThat(whole(difference.before())).isEqualTo(before);
            assertThat(whole(difference.after())).isEqualTo(after);
            assertThat(difference.before().stream().filter(each -> !each.marked()).map(Difference.Part::text).collect(Collectors.joining()))
                .isEqualTo(difference.after().stream().filter(each -> !each.marked()).map(Difference.Part::text).collect(Collectors.joining()));
        }
    }
}
