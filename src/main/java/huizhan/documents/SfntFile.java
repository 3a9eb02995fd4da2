package huizhan.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Puts font tables together into a file (ISO/IEC 14496-22, 4.3), with its checksums. */
final class SfntFile {
    private static final int MAGIC = 0xB1B0AFBA;

    private SfntFile() {}

    /** @param tables  in the order of their tags, each named by four characters */
    static byte[] of(Map<String, byte[]> tables) {
        int count = tables.size();
        int size = 12 + 16 * count;
        for (var table : tables.values()) {
            size += padded(table.length);
        }
        int power = Integer.highestOneBit(count);
        var file = ByteBuffer.allocate(size);
        file.putInt(0x00010000).putShort((short) count).putShort((short) (16 * power))
                .putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (count - power)));
        int at = 12 + 16 * count;
        int head = 0;
        for (var entry : tables.entrySet()) {
            file.position(at).put(entry.getValue());
            file.position(12 + 16 * index(tables, entry.getKey()));
            file.put(entry.getKey().getBytes(StandardCharsets.US_ASCII)).putInt(sum(file, at, padded(entry.getValue().length)))
                    .putInt(at).putInt(entry.getValue().length);
            head = entry.getKey().equals("head") ? at : head;
            at += padded(entry.getValue().length);
        }
        file.putInt(head + 8, MAGIC - sum(file, 0, size));
        return file.array();
    }

    private static int index(Map<String, byte[]> tables, String tag) {
        int index = 0;
        for (var each : tables.keySet()) {
            if (each.equals(tag)) {
                return index;
            }
            index++;
        }
        throw new IllegalArgumentException(tag);
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static int sum(ByteBuffer file, int from, int length) {
        int sum = 0;
        for (int i = from; i < from + length; i += 4) {
            sum += file.getInt(i);
        }
        return sum;
    }
}
