package huizhan.office;

import huizhan.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A picture that was pasted into a form, as it lies in the file, bit by bit: Word has often made it smaller than the original (A6).
 *
 * @param name    its name inside the file, e.g. {@code image1.jpeg}
 * @param field   the field in whose cell it stands; empty where it stands in none
 * @param caption what the form says of it; empty where it says nothing
 * @param where   its place in the file
 * @param drawn   how the file shows it
 */
public record PastedPicture(String name, byte[] bytes, String field, String caption, Text where, Drawn drawn) {
    private static final int EMU_PER_INCH = 914_400;
    /** What the words of ECMA-376 part 1, 20.1.10.12, mean in Word, in pixels per inch. */
    private static final Map<String, Integer> STATES = Map.of("email", 96, "screen", 150, "print", 220, "hqprint", 330);
    private static final double CLOSE = 0.005;

    /**
     * @param state how Word says that it has compressed the picture, e.g. {@code print}; empty where it says nothing
     * @param width how wide it is shown, in EMU (914 400 to the inch); 0 where that isn't told
     */
    public record Drawn(String state, long width) {
        static final Drawn UNKNOWN = new Drawn("", 0);
    }

    PastedPicture in(String otherField) {
        return new PastedPicture(name, bytes, otherField, caption, where, drawn);
    }

    PastedPicture called(String otherCaption) {
        return new PastedPicture(name, bytes, field, otherCaption, where, drawn);
    }

    /**
     * The pixels per inch to which Word has made it smaller, by its own word or because it has just as many pixels as one of Word's steps
     * leaves; empty where nothing tells.
     *
     * @param pixels its width
     */
    public OptionalInt madeSmaller(int pixels) {
        if (STATES.containsKey(drawn.state())) {
            return OptionalInt.of(STATES.get(drawn.state()));
        }
        double inches = (double) drawn.width() / EMU_PER_INCH;
        return List.of(96, 150, 220, 330).stream().filter(step -> inches > 0 && Math.abs(pixels / inches / step - 1) < CLOSE).mapToInt(Integer::intValue).findFirst();
    }
}
