package huizhan.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Which characters of a text the papers can't show, for the finding {@code form.glyph}. */
public final class Glyphs {
    private Glyphs() {}

    /**
     * The code points that no bundled font shows as written, each once, in the order of the text. Among them are private-use
     * characters, whose meaning differs from font to font, and variation selectors, whose base character is then printed in its
     * usual form. On paper a missing character is 〓 with its code.
     */
    public static List<Integer> missing(String text) {
        return missing(text, Fonts.bundled());
    }

    /** The same with the ministry's own fonts. */
    public static List<Integer> missing(String text, Fonts fonts) {
        var missing = new LinkedHashSet<Integer>();
        text.codePoints().filter(each -> !Characters.silent(each))
                .filter(each -> Characters.variant(each) || !shown(each, fonts)).forEach(missing::add);
        return new ArrayList<>(missing);
    }

    static boolean shown(int character, Fonts fonts) {
        return !Characters.privateUse(character) && fonts.face(character, false).isPresent();
    }
}
