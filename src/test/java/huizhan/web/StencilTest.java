package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is cut once is filled in any number of times, and nothing of one filling is in the next. */
class StencilTest {

    @Test void each_mark_takes_its_value_wherever_it_stands() {
        var marks = new Stencils.Marks();
        var name = marks.text("a");
        var inside = marks.html("<i>");
        var stencil = Stencil.cut("<p title=\"" + name + "\">" + inside + name + "</p>", 2);
        assertThat(stencil.fill(List.of("甲", "<b>"))).isEqualTo("<p title=\"甲\"><b>甲</p>");
        assertThat(stencil.fill(List.of("乙", ""))).isEqualTo("<p title=\"乙\">乙</p>");
    }

    @Test void a_character_that_is_no_mark_stays_itself() {
        assertThat(Stencil.cut("\uE005甲", 2).fill(List.of("x", "y"))).isEqualTo("\uE005甲");
    }

    @Test void a_part_without_marks_is_itself() {
        assertThat(Stencil.cut("<p>荟展</p>", 0).fill(List.of())).isEqualTo("<p>荟展</p>");
        assertThat(Stencil.cut("", 0).fill(List.of())).isEmpty();
    }

    @Test void marks_beside_each_other_stay_two() {
        var marks = new Stencils.Marks();
        var both = marks.text("1") + marks.text("2");
        assertThat(Stencil.cut(both, 2).fill(List.of("x", "y"))).isEqualTo("xy");
    }
}
