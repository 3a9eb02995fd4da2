package huizhan.documents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the glyphs of a text. A word in western letters comes whole from one font. A character that no font has becomes 〓 with
 * its code, and can still be searched and copied as what it is.
 */
record Shaper(Fonts fonts) {
    private static final int GETA = 0x3013;

    List<Glyph> glyphs(String text, boolean bold) {
        var characters = composed(text).codePoints().map(each -> each == '\t' ? ' ' : each)
                .filter(each -> !Characters.silent(each) && !Characters.variant(each)).toArray();
        var glyphs = new ArrayList<Glyph>(characters.length);
        for (int at = 0; at < characters.length;) {
            int end = word(characters, at);
            if (end > at) {
                word(characters, at, end, bold, glyphs);
                at = end;
            } else {
                add(characters[at++], bold, glyphs);
            }
        }
        return glyphs;
    }

    /** Letters with separate marks are joined where Unicode has them joined; nothing else is touched, compatibility ideographs least of all. */
    private static String composed(String text) {
        if (text.codePoints().noneMatch(Characters::combining)) {
            return text;
        }
        var out = new StringBuilder();
        int[] all = text.codePoints().toArray();
        for (int at = 0; at < all.length;) {
            int end = at + 1;
            while (end < all.length && Characters.combining(all[end])) {
                end++;
            }
            var cluster = new String(all, at, end - at);
            out.append(end > at + 1 ? Normalizer.normalize(cluster, Normalizer.Form.NFC) : cluster);
            at = end;
        }
        return out.toString();
    }

    /** The end of the western word that starts here; {@code at} itself if none does. */
    private static int word(int[] characters, int at) {
        int end = at;
        while (end < characters.length && (Characters.western(characters[end]) && characters[end] != 0xB7
                || end > at && end + 1 < characters.length && Characters.ambiguous(characters[end]) && letter(characters[end - 1])
                && letter(characters[end + 1]))) {
            end++;
        }
        return end;
    }

    private static boolean letter(int c) {
        return Characters.western(c) && (Character.isLetterOrDigit(c) || c == '.' || c == ',');
    }

    private void word(int[] characters, int from, int to, boolean bold, List<Glyph> glyphs) {
        var first = fonts.first(bold);
        boolean plain = has(first, characters, from, to);
        var face = plain ? first : fonts.latin();
        boolean whole = plain || has(face, characters, from, to);
        for (int i = from; i < to; i++) {
            if (whole) {
                put(face, characters[i], glyphs);
            } else {
                add(characters[i], bold, glyphs);
            }
        }
    }

    /** A narrow quotation mark is only in the western font. */
    private static boolean has(Face face, int[] characters, int from, int to) {
        for (int i = from; i < to; i++) {
            int glyph = face.typeface().glyph(characters[i]);
            if (glyph == 0 || Characters.ambiguous(characters[i]) && face.typeface().width(glyph) > 900 && characters[i] < 0x2026 && characters[i] != 0x2014) {
                return false;
            }
        }
        return true;
    }

    private void add(int character, boolean bold, List<Glyph> glyphs) {
        if (Characters.privateUse(character)) {
            substitute(character, bold, glyphs);
            return;
        }
        fonts.face(character, bold).ifPresentOrElse(face -> put(face, character, glyphs), () -> substitute(character, bold, glyphs));
    }

    private void substitute(int character, boolean bold, List<Glyph> glyphs) {
        var instead = new Glyph.Substitute(Character.toString(character));
        var shown = Character.toString(GETA) + "U+%04X".formatted(character);
        shown.codePoints().forEach(each -> {
            var face = fonts.face(each, bold).orElseThrow(() -> new IllegalStateException("no font has U+" + Integer.toHexString(each)));
            int id = face.typeface().glyph(each);
            glyphs.add(new Glyph(face, id, Character.toString(each), face.typeface().width(id), instead));
        });
    }

    private static void put(Face face, int character, List<Glyph> glyphs) {
        int id = face.typeface().glyph(character);
        glyphs.add(new Glyph(face, id, Character.toString(character), face.typeface().width(id), null));
    }
}
