package huizhan.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The part of a font that a document uses. Codes are new glyph numbers from 1; a glyph that stands for two characters (a
 * compatibility ideograph and its twin) has two codes, so that each is searched and copied as it was typed.
 */
final class Subset {
    private static final int MORE_COMPONENTS = 0x20;
    private final String name;
    private final Typeface typeface;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<Integer> glyphs = new ArrayList<>(List.of(0));
    private final List<String> texts = new ArrayList<>(List.of(""));

    Subset(String name, Typeface typeface) {
        this.name = name;
        this.typeface = typeface;
    }

    String name() {
        return name;
    }

    Typeface typeface() {
        return typeface;
    }

    /** The code that this glyph is written with. */
    int code(Glyph glyph) {
        return codes.computeIfAbsent(glyph.text(), text -> {
            glyphs.add(glyph.id());
            texts.add(text);
            return glyphs.size() - 1;
        });
    }

    /** Glyph numbers in the whole font, by code; code 0 is .notdef. */
    List<Integer> glyphs() {
        return glyphs;
    }

    /** What each code stands for. */
    List<String> texts() {
        return texts;
    }

    /** The font program: a TrueType file with these glyphs only, and the parts that composed ones need after them. */
    byte[] program() {
        return SfntFile.of(tables());
    }

    /** The program's tables in the order of their tags; none of them maps characters. */
    SortedMap<String, byte[]> tables() {
        var all = new ArrayList<>(glyphs);
        var outlines = new ByteArrayOutputStream(1 << 16);
        var offsets = new ArrayList<Integer>();
        var parts = new HashMap<Integer, Integer>();
        for (int i = 0; i < all.size(); i++) {
            offsets.add(outlines.size());
            var outline = typeface.outline(all.get(i));
            renumber(outline, all, parts);
            outlines.writeBytes(outline);
            while (outlines.size() % 4 != 0) {
                outlines.write(0);
            }
        }
        offsets.add(outlines.size());
        var tables = new TreeMap<String, byte[]>();
        for (var kept : new String[] {"cvt ", "fpgm"}) {
            keep(kept, tables);
        }
        tables.put("glyf", outlines.toByteArray());
        tables.put("head", head());
        tables.put("hhea", patched(typeface.table("hhea"), 34, all.size()));
        tables.put("hmtx", metrics(all));
        var loca = ByteBuffer.allocate(4 * offsets.size());
        offsets.forEach(loca::putInt);
        tables.put("loca", loca.array());
        tables.put("maxp", patched(typeface.table("maxp"), 4, all.size()));
        keep("prep", tables);
        return tables;
    }

    private void keep(String tag, Map<String, byte[]> tables) {
        var table = typeface.table(tag);
        if (table.length > 0) {
            tables.put(tag, table);
        }
    }

    /** A composed glyph names its parts by number: they are appended and named anew. */
    private void renumber(byte[] outline, List<Integer> all, Map<Integer, Integer> parts) {
        if (outline.length == 0 || outline[0] >= 0) {
            return;
        }
        var glyph = ByteBuffer.wrap(outline);
        int flags = MORE_COMPONENTS;
        for (int at = 10; (flags & MORE_COMPONENTS) != 0; at += 4 + arguments(flags)) {
            flags = glyph.getShort(at) & 0xFFFF;
            int part = glyph.getShort(at + 2) & 0xFFFF;
            int number = parts.computeIfAbsent(part, each -> {
                all.add(each);
                return all.size() - 1;
            });
            glyph.putShort(at + 2, (short) number);
        }
    }

    private static int arguments(int flags) {
        int offsets = (flags & 1) != 0 ? 4 : 2;
        return offsets + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
    }

    private byte[] head() {
        var head = patched(typeface.table("head"), 50, 1);
        ByteBuffer.wrap(head).putInt(8, 0);
        return head;
    }

    private byte[] metrics(List<Integer> all) {
        var metrics = ByteBuffer.allocate(4 * all.size());
        for (int glyph : all) {
            metrics.putShort((short) typeface.advance(glyph)).putShort((short) typeface.bearing(glyph));
        }
        return metrics.array();
    }

    private static byte[] patched(byte[] table, int at, int value) {
        ByteBuffer.wrap(table).putShort(at, (short) value);
        return table;
    }
}
