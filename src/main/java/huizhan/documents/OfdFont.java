package huizhan.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A subset as a font file of its own, which a reader can load as any other: besides the outlines it has a character map, a name and
 * metrics (ISO/IEC 14496-22). A PDF needs none of these.
 *
 * @param name as the document calls it
 */
record OfdFont(String name, byte[] program) {
    private static final int MOST_SEGMENTS = 8000;
    private static final int LAST = 0xFFFF;

    /** Characters that follow one another, as their glyphs do. */
    private record Group(int first, int last, int glyph) {}

    static OfdFont of(Subset subset) {
        var tables = subset.tables();
        var name = PdfFonts.name(subset, SfntFile.of(tables));
        tables.put("cmap", map(groups(subset)));
        tables.put("name", name(name));
        tables.put("post", post());
        var metrics = subset.typeface().table("OS/2");
        if (metrics.length > 0) {
            tables.put("OS/2", metrics);
        }
        return new OfdFont(name, SfntFile.of(tables));
    }

    private static List<Group> groups(Subset subset) {
        SortedMap<Integer, Integer> glyphs = new TreeMap<>();
        for (int code = 1; code < subset.texts().size(); code++) {
            glyphs.put(subset.texts().get(code).codePointAt(0), code);
        }
        var groups = new ArrayList<Group>();
        for (Map.Entry<Integer, Integer> each : glyphs.entrySet()) {
            int character = each.getKey();
            var last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            boolean next = last != null && last.last() + 1 == character && last.glyph() + character - last.first() == each.getValue()
                    && character != 0x10000;
            if (last != null && next) {
                groups.set(groups.size() - 1, new Group(last.first(), character, last.glyph()));
            } else {
                groups.add(new Group(character, character, each.getValue()));
            }
        }
        return groups;
    }

    /** Format 12 for all characters, and format 4 for the basic plane, which is all that older readers know. */
    private static byte[] map(List<Group> groups) {
        var basic = groups.stream().filter(each -> each.last() < LAST).toList();
        boolean both = basic.size() <= MOST_SEGMENTS;
        var segments = both ? segments(basic) : new byte[0];
        int start = both ? 20 : 12;
        var map = ByteBuffer.allocate(start + segments.length + 16 + 12 * groups.size());
        map.putShort((short) 0).putShort((short) (both ? 2 : 1));
        if (both) {
            map.putShort((short) 3).putShort((short) 1).putInt(start);
        }
        map.putShort((short) 3).putShort((short) 10).putInt(start + segments.length);
        map.put(segments);
        map.putShort((short) 12).putShort((short) 0).putInt(16 + 12 * groups.size()).putInt(0).putInt(groups.size());
        groups.forEach(each -> map.putInt(each.first()).putInt(each.last()).putInt(each.glyph()));
        return map.array();
    }

    private static byte[] segments(List<Group> basic) {
        var all = new ArrayList<>(basic);
        all.add(new Group(LAST, LAST, 0));
        int count = all.size();
        int power = Integer.highestOneBit(count);
        var table = ByteBuffer.allocate(16 + 8 * count);
        table.putShort((short) 4).putShort((short) table.capacity()).putShort((short) 0).putShort((short) (2 * count));
        table.putShort((short) (2 * power)).putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (2 * (count - power)));
        all.forEach(each -> table.putShort((short) each.last()));
        table.putShort((short) 0);
        all.forEach(each -> table.putShort((short) each.first()));
        all.forEach(each -> table.putShort((short) (each.glyph() - each.first())));
        all.forEach(each -> table.putShort((short) 0));
        return table.array();
    }

    private static byte[] name(String name) {
        var texts = new ByteArrayOutputStream();
        var ids = Map.of(1, name, 2, "Regular", 3, name, 4, name, 6, name);
        var table = ByteBuffer.allocate(6 + 12 * ids.size());
        table.putShort((short) 0).putShort((short) ids.size()).putShort((short) table.capacity());
        new TreeMap<>(ids).forEach((id, text) -> {
            var bytes = text.getBytes(StandardCharsets.UTF_16BE);
            table.putShort((short) 3).putShort((short) 1).putShort((short) 0x409).putShort(id.shortValue())
                    .putShort((short) bytes.length).putShort((short) texts.size());
            texts.writeBytes(bytes);
        });
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(table.array());
        whole.writeBytes(texts.toByteArray());
        return whole.toByteArray();
    }

    /** Version 3: no names of glyphs. */
    private static byte[] post() {
        return ByteBuffer.allocate(32).putInt(0x00030000).putInt(0).putShort((short) -100).putShort((short) 50).array();
    }
}
