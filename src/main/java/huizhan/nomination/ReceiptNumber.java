package huizhan.nomination;

import huizhan.kernel.Zone;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a receipt is called: the zone's letter, the department's code, the number of its sign-off and a check character, so that a
 * slip of the pen is noticed over the telephone: {@code O-11-0001-K}.
 */
public record ReceiptNumber(String text) {
    private static final Pattern FORM = Pattern.compile("[ORD]-[0-9A-Z]{1,12}-[0-9]{4}-[0-9A-HJ-NP-Z]");
    /** Letters and digits that can't be mistaken for one another. */
    private static final String CHECK = "0123456789ABCDEFGHJKLMNPQRSTUVW";

    public ReceiptNumber {
        if (!FORM.matcher(text).matches() || text.charAt(text.length() - 1) != check(text.substring(0, text.length() - 2))) {
            throw new IllegalArgumentException("no receipt number: " + text);
        }
    }

    public static ReceiptNumber of(Zone zone, String department, int sequence) {
        var head = "%s-%s-%04d".formatted(zone.name().substring(0, 1), department.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""), sequence);
        return new ReceiptNumber(head + "-" + check(head));
    }

    /** Reads what a person typed, blanks and small letters forgiven. */
    static Optional<ReceiptNumber> typed(String text) {
        try {
            return Optional.of(new ReceiptNumber(text.strip().toUpperCase(Locale.ROOT).replace(" ", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Each character is weighted by its place, modulo a prime: any one wrong character changes the sum, and so do most two exchanged. */
    private static char check(String head) {
        int sum = 0;
        for (int i = 0; i < head.length(); i++) {
            sum = (sum + (i + 1) * Character.getNumericValue(head.charAt(i) == '-' ? '0' : head.charAt(i))) % 31;
        }
        return CHECK.charAt(sum);
    }

    @Override public String toString() {
        return text;
    }
}
