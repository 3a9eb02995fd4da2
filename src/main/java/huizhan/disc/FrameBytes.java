package huizhan.disc;

import huizhan.kernel.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A run of sectors of the image's frame while it is built, with a name for each piece, so that a check can say what is damaged. */
final class FrameBytes {
    /** Times stand on a disc in Beijing time, in ECMA-119's quarters of an hour. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final byte QUARTERS = 8 * 4;
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZONE);

    /** What the bytes from {@code from} up to {@code to} of the run are. */
    record Piece(Text name, int from, int to) {}

    private final long sector;
    private final ByteBuffer bytes;
    private final List<Piece> pieces = new ArrayList<>();
    private int named;

    FrameBytes(long sector, int sectors) {
        this.sector = sector;
        this.bytes = ByteBuffer.allocate(Math.multiplyExact(sectors, IsoLayout.SECTOR));
    }

    long offset() {
        return sector * IsoLayout.SECTOR;
    }

    byte[] array() {
        return bytes.array();
    }

    List<Piece> pieces() {
        return pieces;
    }

    int position() {
        return bytes.position();
    }

    /** Gives all bytes since the last call a name. */
    FrameBytes named(Text name) {
        pieces.add(new Piece(name, named, bytes.position()));
        named = bytes.position();
        return this;
    }

    FrameBytes u8(int value) {
        bytes.put((byte) value);
        return this;
    }

    FrameBytes raw(byte[] value) {
        bytes.put(value);
        return this;
    }

    FrameBytes zeros(int count) {
        bytes.position(bytes.position() + count);
        return this;
    }

    FrameBytes zerosTo(int position) {
        bytes.position(position);
        return this;
    }

    /** ECMA-119 7.2.3: little-endian, then big-endian. */
    FrameBytes both16(int value) {
        bytes.putShort(Short.reverseBytes((short) value)).putShort((short) value);
        return this;
    }

    /** ECMA-119 7.3.3. */
    FrameBytes both32(long value) {
        bytes.putInt(Integer.reverseBytes((int) value)).putInt((int) value);
        return this;
    }

    FrameBytes u32(long value, boolean little) {
        bytes.putInt(little ? Integer.reverseBytes((int) value) : (int) value);
        return this;
    }

    FrameBytes u16(int value, boolean little) {
        bytes.putShort(little ? Short.reverseBytes((short) value) : (short) value);
        return this;
    }

    /** A text field of fixed length, filled with spaces of its alphabet. */
    FrameBytes text(String value, int length, Naming naming) {
        var charset = naming == Naming.ISO ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE;
        var encoded = value.getBytes(charset);
        bytes.put(encoded, 0, Math.min(encoded.length, length));
        for (int left = length - encoded.length; left > 0; left--) {
            boolean half = naming == Naming.JOLIET && (length - left) % 2 == 0;
            bytes.put((byte) (half ? 0 : ' '));
        }
        return this;
    }

    /** ECMA-119 9.1.5: seven bytes of date and time. */
    FrameBytes shortTime(Instant at) {
        var time = at.atOffset(ZONE);
        return u8(time.getYear() - 1900).u8(time.getMonthValue()).u8(time.getDayOfMonth())
            .u8(time.getHour()).u8(time.getMinute()).u8(time.getSecond()).u8(QUARTERS);
    }

    /** ECMA-119 8.4.26.1: digits to the hundredth of a second, then the zone. */
    FrameBytes longTime(Instant at) {
        return raw((DIGITS.format(at) + "00").getBytes(StandardCharsets.US_ASCII)).u8(QUARTERS);
    }

    FrameBytes noTime() {
        return raw("0".repeat(16).getBytes(StandardCharsets.US_ASCII)).u8(0);
    }
}
