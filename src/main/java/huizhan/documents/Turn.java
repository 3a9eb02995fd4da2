package huizhan.documents;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera held the picture: the orientation of Exif 2.3 (tag 0x0112), 1 to 8. */
record Turn(int orientation) {
    private static final int HEADER_BYTES = 1 << 17;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;

    /** 1 (upright) where the file says nothing or can't be read. */
    static Turn of(InputStream file) throws IOException {
        var head = ByteBuffer.wrap(file.readNBytes(HEADER_BYTES));
        try {
            return new Turn(head.getShort() == (short) 0xFFD8 ? segments(head) : 1);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return new Turn(1);
        }
    }

    private static int segments(ByteBuffer head) {
        while (true) {
            int marker = head.getShort() & 0xFFFF;
            int length = head.getShort() & 0xFFFF;
            int next = head.position() + length - 2;
            if (marker == 0xFFE1 && length > 16 && head.getInt(head.position()) == EXIF) {
                return tiff(head.position(head.position() + 6).slice());
            }
            if (marker < 0xFFC0 || marker == 0xFFDA) {
                return 1;
            }
            head.position(next);
        }
    }

    private static int tiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        int entries = tiff.getShort() & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = tiff.position();
            if (tiff.getShort() == TAG) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
            tiff.position(at + 12);
        }
        return 1;
    }

    boolean sideways() {
        return orientation >= 5;
    }

    /** From the stored picture's unit square to the upright one's. */
    AffineTransform upright() {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, 1, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, 1, 1);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, 1);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, 1, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, 1, 1);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, 1);
            default -> new AffineTransform();
        };
    }
}
