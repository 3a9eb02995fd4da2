package huizhan.keys;

import huizhan.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A passphrase in two halves for two people (C2): the first is random, the second the passphrase under it, so that one half alone tells
 * nothing but that the passphrase is no longer than what fits. Each is lines of digits in groups of four, as people write and read them;
 * the last group of a line tells whether it was typed right.
 */
final class Halves {
    private static final int BLOCK = 64;
    private static final int ON_A_LINE = 16;
    private static final int CHECK = 2;
    /** As a line of these looks, whatever was mistyped in it. */
    private static final Pattern GROUPS = Pattern.compile("(?:\\w{3,5}\\s+){7,8}\\w{3,5}");
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{" + 2 * (ON_A_LINE + CHECK) + "}");

    private Halves() {}

    /** Both halves, a list of lines each. */
    static List<List<String>> of(char[] passphrase) {
        var said = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        int length = said.remaining();
        var padded = ByteBuffer.allocate((length + Short.BYTES + BLOCK - 1) / BLOCK * BLOCK).putShort((short) length).put(said).array();
        var first = new byte[padded.length];
        new SecureRandom().nextBytes(first);
        var second = mixed(first, padded);
        Arrays.fill(padded, (byte) 0);
        return List.of(lines(1, first), lines(2, second));
    }

    private static byte[] mixed(byte[] one, byte[] other) {
        var mixed = new byte[one.length];
        for (int i = 0; i < mixed.length; i++) mixed[i] = (byte) (one[i] ^ other[i]);
        return mixed;
    }

    private static List<String> lines(int half, byte[] bytes) {
        var lines = new ArrayList<String>();
        for (int from = 0; from < bytes.length; from += ON_A_LINE) {
            var line = Arrays.copyOfRange(bytes, from, from + ON_A_LINE);
            lines.add((HexFormat.of().formatHex(line) + check(half, lines.size() + 1, line)).replaceAll("(.{4})(?!$)", "$1 "));
        }
        return lines;
    }

    private static String check(int half, int number, byte[] line) {
        return Sha256.of(half + " " + number + " " + HexFormat.of().formatHex(line)).hex().substring(0, 2 * CHECK);
    }

    /**
     * The passphrase.
     *
     * @param first  lines of the first half as they were typed; whatever isn't digits and blanks is passed over
     * @param second of the other
     * @throws KeyFault which line is wrong, or that the two don't belong together
     */
    static char[] join(List<String> first, List<String> second) throws KeyFault {
        var one = bytes(1, first);
        var two = bytes(2, second);
        if (one.length != two.length || one.length == 0) throw apart();
        var padded = ByteBuffer.wrap(mixed(one, two));
        int length = padded.getShort();
        if (length <= 0 || length > padded.remaining()) throw apart();
        for (int i = Short.BYTES + length; i < padded.capacity(); i++) {
            if (padded.get(i) != 0) throw apart();
        }
        var said = StandardCharsets.UTF_8.decode(padded.limit(Short.BYTES + length));
        var passphrase = new char[said.remaining()];
        said.get(passphrase);
        return passphrase;
    }

    private static byte[] bytes(int half, List<String> typed) throws KeyFault {
        var out = ByteBuffer.allocate(ON_A_LINE * typed.size());
        int number = 0;
        for (var each : typed) {
            var groups = Normalizer.normalize(each, Normalizer.Form.NFKC).replace("\ufeff", "").strip().toLowerCase(Locale.ROOT);
            var line = groups.replaceAll("\\s", "");
            if (!line.matches("[0-9a-f]{8,}") && !GROUPS.matcher(groups).matches()) continue;
            number++;
            if (!LINE.matcher(line).matches()) throw mistyped(half, number);
            var bytes = HexFormat.of().parseHex(line.substring(0, 2 * ON_A_LINE));
            if (!line.endsWith(check(half, number, bytes))) throw mistyped(half, number);
            out.put(bytes);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static KeyFault mistyped(int half, int line) {
        return new KeyFault("第 " + half + " 份第 " + line + " 行有误，请对照纸上的数字再看一遍（两份的次序也不能颠倒）。", "Line " + line + " of half " + half + " is wrong. Compare it with the paper again; the two halves have their order, too.");
    }

    private static KeyFault apart() {
        return new KeyFault("这两份不是一对，或者缺了行。", "These two halves don't belong together, or lines are missing.");
    }
}
