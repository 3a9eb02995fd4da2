package huizhan.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A TrueType font (ISO/IEC 14496-22) read in place: the file's bytes are all that is kept. Safe for any number of threads. */
final class Typeface {
    final int unitsPerEm;
    final int ascent;
    final int descent;
    final int[] box;
    private final ByteBuffer data;
    private final Map<String, int[]> tables = new HashMap<>();
    private final boolean longOffsets;
    private final int glyphs;
    private final int widths;
    private final int characters;
    private final boolean wide;

    /** Anything that can't be embedded is an IllegalArgumentException that says why. */
    Typeface(byte[] file) {
        data = ByteBuffer.wrap(file).asReadOnlyBuffer();
        int start = data.getInt(0) == 0x74746366 ? data.getInt(12) : 0;
        for (int i = 0, count = u16(start + 4); i < count; i++) {
            int at = start + 12 + 16 * i;
            var tag = new StringBuilder();
            for (int c = 0; c < 4; c++) {
                tag.append((char) (data.get(at + c) & 0xFF));
            }
            tables.put(tag.toString(), new int[] {data.getInt(at + 8), data.getInt(at + 12)});
        }
        if (!has("glyf") || !has("loca") || !has("cmap")) {
            throw new IllegalArgumentException("not a TrueType font with outlines (an OpenType font with CFF outlines can't be embedded)");
        }
        if (has("OS/2") && (u16(at("OS/2") + 8) & 0xF) == 2) {
            throw new IllegalArgumentException("its licence bits forbid embedding");
        }
        int head = at("head");
        unitsPerEm = u16(head + 18);
        box = new int[] {data.getShort(head + 36), data.getShort(head + 38), data.getShort(head + 40), data.getShort(head + 42)};
        longOffsets = u16(head + 50) == 1;
        ascent = data.getShort(at("hhea") + 4);
        descent = data.getShort(at("hhea") + 6);
        widths = u16(at("hhea") + 34);
        glyphs = u16(at("maxp") + 4);
        int best = subtable();
        characters = Math.abs(best);
        wide = best > 0;
    }

    /** The glyph of a character, 0 if there is none. */
    int glyph(int character) {
        return wide ? inGroups(character) : character > 0xFFFF ? 0 : inSegments(character);
    }

    /** Advance width in thousandths of the em. */
    double width(int glyph) {
        return u16(at("hmtx") + 4 * Math.min(glyph, widths - 1)) * 1000.0 / unitsPerEm;
    }

    int advance(int glyph) {
        return u16(at("hmtx") + 4 * Math.min(glyph, widths - 1));
    }

    int bearing(int glyph) {
        int hmtx = at("hmtx");
        return data.getShort(glyph < widths ? hmtx + 4 * glyph + 2 : hmtx + 4 * widths + 2 * (glyph - widths));
    }

    /** The outline's bytes, empty for a blank. */
    byte[] outline(int glyph) {
        if (glyph >= glyphs) {
            throw new IllegalArgumentException("no glyph " + glyph);
        }
        int from = offset(glyph);
        return bytes(at("glyf") + from, offset(glyph + 1) - from);
    }

    /** A whole table, empty if the font has none of that name. */
    byte[] table(String tag) {
        return has(tag) ? bytes(at(tag), tables.get(tag)[1]) : new byte[0];
    }

    /** A name in the font's name table (6 is the PostScript name), the first that is found; empty if there is none. */
    String name(int id) {
        if (!has("name")) {
            return "";
        }
        int name = at("name");
        for (int i = 0, count = u16(name + 2); i < count; i++) {
            int at = name + 6 + 12 * i;
            if (u16(at) == 3 && u16(at + 6) == id) {
                return new String(bytes(name + u16(name + 4) + u16(at + 10), u16(at + 8)), StandardCharsets.UTF_16BE);
            }
        }
        return "";
    }

    private boolean has(String tag) {
        return tables.containsKey(tag);
    }

    private int at(String tag) {
        return tables.get(tag)[0];
    }

    private int u16(int at) {
        return data.getShort(at) & 0xFFFF;
    }

    private int offset(int glyph) {
        return longOffsets ? data.getInt(at("loca") + 4 * glyph) : 2 * u16(at("loca") + 2 * glyph);
    }

    private byte[] bytes(int from, int length) {
        var copy = new byte[length];
        data.get(from, copy);
        return copy;
    }

    /** Where the best character map starts: positive for format 12, negative for format 4. */
    private int subtable() {
        int cmap = at("cmap");
        int found = 0;
        for (int i = 0, count = u16(cmap + 2); i < count; i++) {
            int platform = u16(cmap + 4 + 8 * i);
            int start = cmap + data.getInt(cmap + 8 + 8 * i);
            int format = u16(start);
            if ((platform == 3 || platform == 0) && format == 12) {
                return start;
            }
            if ((platform == 3 || platform == 0) && format == 4) {
                found = -start;
            }
        }
        if (found == 0) {
            throw new IllegalArgumentException("its character map is none of Unicode's");
        }
        return found;
    }

    private int inGroups(int character) {
        int low = 0;
        int high = data.getInt(characters + 12) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = characters + 16 + 12 * middle;
            if (character < data.getInt(at)) {
                high = middle - 1;
            } else if (character > data.getInt(at + 4)) {
                low = middle + 1;
            } else {
                return data.getInt(at + 8) + character - data.getInt(at);
            }
        }
        return 0;
    }

    private int inSegments(int character) {
        int doubled = u16(characters + 6);
        for (int i = 0; i < doubled; i += 2) {
            if (u16(characters + 14 + i) >= character) {
                int start = u16(characters + 16 + doubled + i);
                int delta = u16(characters + 16 + 2 * doubled + i);
                int rangeAt = characters + 16 + 3 * doubled + i;
                int range = u16(rangeAt);
                if (start > character) {
                    return 0;
                }
                int glyph = range == 0 ? character : u16(rangeAt + range + 2 * (character - start));
                return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
            }
        }
        return 0;
    }
}
