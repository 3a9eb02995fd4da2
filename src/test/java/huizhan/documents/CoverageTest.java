package huizhan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code fonts/coverage.txt}, by which the rule {@code form.glyph} knows what can be printed, is what the fonts have. */
class CoverageTest {
    private static final Path FILE = Path.of("src/main/resources/fonts/coverage.txt");
    private static final int LAST = 0x3FFFF;

    @Test void the_list_of_ranges_is_what_the_fonts_can_print() throws IOException {
        assertThat(Files.readAllLines(FILE).stream().filter(line -> !line.startsWith("#")).toList())
            .as("to write the file anew, run CoverageTest.main").isEqualTo(ranges());
    }

    /** Writes the file anew after the fonts have changed. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, "# Code points that the fonts of this folder can print, one range a line.\n" + String.join("\n", ranges()) + "\n");
    }

    private static List<String> ranges() {
        var ranges = new ArrayList<String>();
        int first = -1;
        for (int c = 0x20; c <= LAST + 1; c++) {
            boolean printed = c <= LAST && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && Glyphs.missing(Character.toString(c)).isEmpty();
            if (printed && first < 0) {
                first = c;
            }
            if (!printed && first >= 0) {
                ranges.add(first == c - 1 ? "%X".formatted(first) : "%X-%X".formatted(first, c - 1));
                first = -1;
            }
        }
        return ranges;
    }
}
