package huizhan.disc;

import huizhan.kernel.Text;
import java.util.List;
import java.util.Optional;

/**
 * What a disc shows of itself in a browser (B9), in no words but labels and values: whoever makes a disc fills it, the viewer sets it.
 * Paths start at the root of the disc.
 *
 * @param title        of the call
 * @param department   who hands in
 * @param draft        the folder had errors when the disc was written
 * @param facts        about the whole: contact, date, which disc of how many
 * @param exceptions   rules that the organizer let pass, under the rank that each is about, with what the rule says and the reason
 * @param overview     the film over all achievements
 * @param achievements by rank
 * @param papers       printed forms
 * @param digest       of the nomination, in hexadecimal; empty for none
 */
public record ViewerPage(Text title, String department, boolean draft, List<Field> facts, List<Field> exceptions,
    Optional<Film> overview, List<Achievement> achievements, List<Link> papers, String digest) {

    /** A label with what was filled in; a value that is the same in both languages is {@link Text#same}. */
    public record Field(Text label, Text value) {}

    /** A part of the statement under its own heading. */
    public record Section(Text heading, String text) {}

    /**
     * @param shown    a file that any browser shows: the picture itself, or a JPEG copy of a TIFF or CMYK original
     * @param original the file as it was handed in
     * @param detail   pixels and size in words
     */
    public record Picture(String shown, String original, String caption, String detail) {}

    /** A film; {@code poster} is a JPEG or empty. */
    public record Film(String file, String poster, String detail) {}

    public record Exhibit(String name, List<Field> facts, List<Picture> photos) {}

    /** A file to open; {@code size} in bytes. */
    public record Link(Text label, String file, long size) {}

    /** @param withheld a stub for something that may not stand on this disc: rank and nothing else */
    public record Achievement(int rank, String name, boolean withheld, List<Field> facts, List<Section> statement, List<Picture> pictures,
        List<Film> films, List<Exhibit> objects, List<Link> attachments) {

        public static Achievement stub(int rank) {
            return new Achievement(rank, "", true, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
    }
}
