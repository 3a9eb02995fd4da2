package huizhan.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.stream.Collectors;

/** Which characters the product's fonts can print, read from {@code fonts/coverage.txt}: one range of hexadecimal code points a line. */
final class Printable {
    private static final BitSet COVERED = read();

    private Printable() {}

    /** The characters of a text that no font has, each with its code point; empty where there are none. */
    static String missing(String text) {
        if (covered(text)) return "";
        return text.codePoints().filter(c -> c >= 0x20 && !COVERED.get(c) && Character.getType(c) != Character.FORMAT).distinct().limit(8)
                .mapToObj(c -> "%s（U+%04X）".formatted(new String(Character.toChars(c)), c)).collect(Collectors.joining("、"));
    }

    /** Nearly every text is: without a stream over each of its characters. */
    private static boolean covered(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= 0x20 && !COVERED.get(c)) return false;
        }
        return true;
    }

    private static BitSet read() {
        var covered = new BitSet();
        try (var stream = Printable.class.getResourceAsStream("/fonts/coverage.txt");
             var lines = new BufferedReader(new InputStreamReader(java.util.Objects.requireNonNull(stream, "fonts/coverage.txt"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("-"))
                    .forEach(range -> covered.set(Integer.parseInt(range[0], 16), Integer.parseInt(range[range.length - 1], 16) + 1));
            return covered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
