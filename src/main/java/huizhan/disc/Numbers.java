package huizhan.disc;

import java.nio.ByteBuffer;

/** Numbers that stand twice in an image, little-endian and big-endian (ECMA-119 7.2.3, 7.3.3). */
final class Numbers {
    private final ByteBuffer bytes;
    private final long offset;
    private final Findings findings;

    /** @param offset where the buffer's first byte lies in the image */
    Numbers(ByteBuffer bytes, long offset, Findings findings) {
        this.bytes = bytes;
        this.offset = offset;
        this.findings = findings;
    }

    /** The little-endian half; a differing big-endian half is a defect. */
    long both32(int at, String what) {
        long little = Integer.toUnsignedLong(Integer.reverseBytes(bytes.getInt(at)));
        return agreed(at, what, little, Integer.toUnsignedLong(bytes.getInt(at + 4)));
    }

    int both16(int at, String what) {
        int little = Short.toUnsignedInt(Short.reverseBytes(bytes.getShort(at)));
        return (int) agreed(at, what, little, Short.toUnsignedInt(bytes.getShort(at + 2)));
    }

    private long agreed(int at, String what, long little, long big) {
        if (little != big) {
            findings.add(DefectKind.IMAGE_ENDIAN.at(Findings.place(offset + at), what, little, big));
        }
        return little;
    }

    int u8(int at) {
        return Byte.toUnsignedInt(bytes.get(at));
    }

    long little32(int at) {
        return Integer.toUnsignedLong(Integer.reverseBytes(bytes.getInt(at)));
    }

    long big32(int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    byte[] raw(int at, int length) {
        var raw = new byte[length];
        bytes.get(at, raw);
        return raw;
    }
}
