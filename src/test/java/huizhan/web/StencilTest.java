package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is cut once is filled in any number of times, and nothing of one filling is in the next. */
class StencilTest {

    @Test void each_mark_takes_its_value_wherever_it_stands() {
        var marks = new Stencils.Marks();
        var name = marks.text("a");
        var inside = marks.html(Html.EMPTY);
        var stencil = Stencil.cut("<p title=\"" + name + "\">" + inside + name + "</p>", 2);
        assertThat(stencil.fill(List.of("甲", "<b>"))).hasToString("<p title=\"甲\"><b>甲</p>");
        assertThat(stencil.fill(List.of("乙", ""))).hasToString("<p title=\"乙\">乙</p>");
    }

    @Test void a_character_that_is_no_mark_stays_itself() {
        assertThat(Stencil.cut("\uE005甲", 2).fill(List.of("x", "y"))).hasToString("\uE005甲");
    }

    @Test void a_part_without_marks_is_itself() {
        assertThat(Stencil.cut("<p>荟展</p>", 0).fill(List.of())).hasToString("<p>荟展</p>");
        assertThat(Stencil.cut("", 0).fill(List.of())).hasToString("");
    }

    @Test void indentation_stays_here_and_what_was_typed_does_not_change() {
        var stencil = Stencil.cut("<ul>\n    <li>\uE000</li>\n\n    <li>a  b</li>\n  </ul>", 1);
        assertThat(stencil.fill(List.of("一\n    二\n\n三"))).hasToString("<ul>\n<li>一\n    二\n\n三</li>\n<li>a  b</li>\n</ul>");
    }

    @Test void marks_beside_each_other_stay_two() {
        var marks = new Stencils.Marks();
        var both = marks.text("1") + marks.text("2");
        assertThat(Stencil.cut(both, 2).fill(List.of("x", "y"))).hasToString("xy");
    }

    @Test void what_goes_out_is_what_it_says() throws IOException {
        var inner = Stencil.cut("<i>\uE000</i>", 1).fill(List.of("荟展"));
        var whole = Html.of(Stencil.cut("<p>\uE000\uE001</p>", 2).fill(List.of(inner, 7L)), Html.EMPTY, inner);
        var out = new ByteArrayOutputStream();
        whole.write(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("<p><i>荟展</i>7</p><i>荟展</i>").isEqualTo(whole.toString());
    }
}
