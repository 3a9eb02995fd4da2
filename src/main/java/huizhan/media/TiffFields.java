package huizhan.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * The fields of one image file directory (TIFF 6.0 section 2), in a TIFF file or in the Exif segment of a JPEG. Values stay in the
 * file until they are asked for.
 */
final class TiffFields {

    static final int ORIENTATION = 274;
    private static final int MOST_FIELDS = 4096;
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private record Field(int type, long count, long at) {}

    private final FileView file;
    private final ByteOrder order;
    private final Map<Integer, Field> fields = new HashMap<>();
    private final long fieldBytes;

    private TiffFields(FileView file, ByteOrder order, long base, long directory) throws IOException {
        this.file = file;
        this.order = order;
        int count = Math.min(file.u16(directory, order), MOST_FIELDS);
        long values = 0;
        for (int i = 0; i < count; i++) {
            long entry = directory + 2 + 12L * i;
            int type = file.u16(entry + 2, order);
            long many = file.u32(entry + 4, order);
            long bytes = type < SIZES.length ? SIZES[type] * many : 0;
            long at = bytes <= 4 ? entry + 8 : base + file.u32(entry + 8, order);
            fields.putIfAbsent(file.u16(entry, order), new Field(type, many, at));
            values += bytes <= 4 || bytes > LARGE_VALUE ? 0 : bytes;
        }
        this.fieldBytes = values + 6 + 12L * count;
    }

    /** A single value above this is no description of the picture but something stowed beside it (layers, a second copy). */
    private static final long LARGE_VALUE = 2 * 1024 * 1024;

    static TiffFields first(FileView file, long base) throws IOException {
        var order = order(file, base);
        return new TiffFields(file, order, base, base + file.u32(base + 4, order));
    }

    static ByteOrder order(FileView file, long base) throws IOException {
        return file.u8(base) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /** The Exif orientation, 1 to 8; 1 where the segment is missing, damaged or says something else. */
    static int orientation(FileView file, long base, long end) throws IOException {
        try {
            var word = file.ascii(base, 2);
            if (!word.equals("II") && !word.equals("MM") || base + file.u32(base + 4, order(file, base)) >= end) {
                return 1;
            }
            return first(file, base).orientation();
        } catch (EOFException e) {
            return 1;
        }
    }

    int orientation() throws IOException {
        long value = number(ORIENTATION, 1);
        return value >= 1 && value <= 8 ? (int) value : 1;
    }

    boolean has(int tag) {
        return fields.containsKey(tag);
    }

    /** Bytes of the directory and of its values, without large ones. */
    long bytes() {
        return fieldBytes;
    }

    long count(int tag) {
        return has(tag) ? fields.get(tag).count() : 0;
    }

    long number(int tag, long otherwise) throws IOException {
        return count(tag) == 0 ? otherwise : number(tag, 0L, otherwise);
    }

    long number(int tag, long index, long otherwise) throws IOException {
        var field = fields.get(tag);
        if (field == null || index < 0 || index >= field.count()) {
            return otherwise;
        }
        return switch (field.type()) {
            case 1, 6, 7 -> file.u8(field.at() + index);
            case 3, 8 -> file.u16(field.at() + 2 * index, order);
            case 4, 9, 13 -> file.u32(field.at() + 4 * index, order);
            default -> otherwise;
        };
    }
}
