package huizhan.outcome;

import huizhan.kernel.Sha256;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import huizhan.keys.Signed;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One code of a result sheet (B29): what it says and who signed it; docs/result-sheet.md has it byte for byte. It is letters and digits
 * alone, so that any hand scanner types it whatever the keyboard.
 *
 * @param call    the first eight bytes of the SHA-256 of the call's id, in hexadecimal
 * @param sheet   the sheet's number, from 1
 * @param part    which code of it this is, from 1
 * @param made    when the sheet was made, to the second
 * @param entries ids and verdicts, in the sheet's order
 */
record SheetCode(String call, int sheet, int part, int parts, Instant made, Map<UUID, Verdict> entries, Signed signed) {
    /** So many that the code prints at 56 mm with modules that a hand scanner reads. */
    static final int MOST = 12;
    /** A sheet can't have more codes than a byte counts. */
    static final int MOST_PARTS = 255;
    private static final String PURPOSE = "huizhan-results/1";
    private static final String HEAD = "HZR1:";
    private static final Pattern CODE = Pattern.compile(HEAD + "[0-9A-Z]{100,600}");
    private static final byte VERSION = 1;
    private static final int CALL_BYTES = 8;
    private static final int KEY_BYTES = 8;
    private static final int SIGNATURE_BYTES = 64;
    private static final int FRAME = 1 + CALL_BYTES + 2 + 1 + 1 + 4 + 1;
    private static final int ENTRY = 17;
    private static final int RADIX = 36;

    /** What stands on a sheet before anybody has signed it. */
    record Part(String call, int sheet, int part, int parts, Instant made, Map<UUID, Verdict> entries) {

        SheetCode signed(PrivateKeys signer) {
            return new SheetCode(callMark(call), sheet, part, parts, made, entries, Signed.of(PURPOSE, bytes(callMark(call), sheet, part, parts, made, entries), signer));
        }
    }

    /** How a code names a call. */
    static String callMark(String call) {
        return Sha256.of(call).hex().substring(0, 2 * CALL_BYTES);
    }

    private static byte[] bytes(String call, int sheet, int part, int parts, Instant made, Map<UUID, Verdict> entries) {
        var out = ByteBuffer.allocate(FRAME + ENTRY * entries.size());
        out.put(VERSION).put(HexFormat.of().parseHex(call)).putShort((short) sheet).put((byte) part).put((byte) parts).putInt((int) made.getEpochSecond()).put((byte) entries.size());
        entries.forEach((id, verdict) -> out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).put((byte) verdict.ordinal()));
        return out.array();
    }

    private byte[] said() {
        return bytes(call, sheet, part, parts, made, entries);
    }

    /** As it is printed. */
    String text() {
        var said = said();
        var all = ByteBuffer.allocate(said.length + KEY_BYTES + SIGNATURE_BYTES).put(said).put(HexFormat.of().parseHex(signed.key())).put(signed.signature()).array();
        return HEAD + new BigInteger(1, all).toString(RADIX).toUpperCase(Locale.ROOT);
    }

    /** Whether the card's holder signed it. */
    boolean by(PublicKeys card) {
        return signed.by(card, PURPOSE, said());
    }

    /** Reads a code as a scanner gives it; empty for any other text. Nothing is proved by it yet. */
    static Optional<SheetCode> read(String text) {
        var typed = text.strip().toUpperCase(Locale.ROOT);
        if (!CODE.matcher(typed).matches()) return Optional.empty();
        var bytes = new BigInteger(typed.substring(HEAD.length()), RADIX).toByteArray();
        try {
            return read(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Optional<SheetCode> read(ByteBuffer in) {
        if (in.get() != VERSION) return Optional.empty();
        var call = new byte[CALL_BYTES];
        in.get(call);
        int sheet = in.getShort() & 0xffff;
        int part = in.get() & 0xff;
        int parts = in.get() & 0xff;
        var made = Instant.ofEpochSecond(in.getInt() & 0xffffffffL);
        int count = in.get() & 0xff;
        var entries = new LinkedHashMap<UUID, Verdict>();
        for (int i = 0; i < count; i++) {
            var id = new UUID(in.getLong(), in.getLong());
            var verdict = Verdict.at(in.get());
            if (verdict.isEmpty() || entries.put(id, verdict.get()) != null) return Optional.empty();
        }
        var key = new byte[KEY_BYTES];
        in.get(key);
        var signature = new byte[SIGNATURE_BYTES];
        in.get(signature);
        boolean sound = !in.hasRemaining() && sheet > 0 && part > 0 && part <= parts && count > 0;
        return sound ? Optional.of(new SheetCode(HexFormat.of().formatHex(call), sheet, part, parts, made, entries, new Signed(HexFormat.of().formatHex(key), signature))) : Optional.empty();
    }
}
