package huizhan.office;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a form tells of a picture in it: its caption, and whether Word has made it smaller. */
class PastedPictureTest {
    private static final long INCH = 914_400;

    private static PastedPicture picture(String state, long width, Text where) {
        return new PastedPicture("image1.jpeg", new byte[] {1}, "", "", where, new PastedPicture.Drawn(state, width));
    }

    private static OptionalInt smaller(String state, long width, int pixels) {
        return picture(state, width, Spot.FILE).madeSmaller(pixels);
    }

    @Test void words_own_word_counts_and_no_compression_is_none() {
        assertThat(smaller("print", 0, 6000)).hasValue(220);
        assertThat(smaller("email", 0, 100)).hasValue(96);
        assertThat(smaller("none", 0, 6000)).isEmpty();
        assertThat(smaller("", 0, 6000)).isEmpty();
    }

    @Test void just_as_many_pixels_as_a_step_leaves_tell_it_too_and_some_more_do_not() {
        assertThat(smaller("", 5 * INCH, 1100)).hasValue(220);
        assertThat(smaller("", 5 * INCH, 1105)).hasValue(220);
        assertThat(smaller("", 5 * INCH, 1106)).isEmpty();
        assertThat(smaller("", 5 * INCH, 4500)).isEmpty();
    }

    @Test void a_picture_has_the_caption_of_its_row_and_else_that_of_the_row_in_its_place() {
        var table = Spot.table(1);
        var rows = List.of(row("正面", Spot.cell(table, 14, 1)), row("侧面", Spot.cell(table, 15, 1)));
        var second = picture("", 0, Spot.cell(table, 15, 3));
        assertThat(AnnexRows.called(List.of(second), rows)).extracting(PastedPicture::caption).containsExactly("侧面");
        var loose = List.of(picture("", 0, Spot.paragraph(3)), picture("", 0, Spot.paragraph(4)));
        assertThat(AnnexRows.called(loose, rows)).extracting(PastedPicture::caption).containsExactly("正面", "侧面");
        assertThat(AnnexRows.called(loose.subList(0, 1), rows)).extracting(PastedPicture::caption).containsExactly("");
    }

    private static AnnexRows.Line row(String caption, Text where) {
        return new AnnexRows.Line("", Map.of("caption", new Said("照片简要说明", caption, where)), where);
    }
}
