package huizhan.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sizes and numbers as people read them; both languages alike. */
public final class Sizes {
    private static final long MEGABYTE = 1_000_000;
    private static final char THIN_SPACE = '\u202F';

    private Sizes() {}

    /**
     * Bytes in MB (10<sup>6</sup>) with one decimal, in kB below a tenth of it, below 1 kB by themselves. Cut, never rounded up: 4,999,999 bytes are
     * 4.9 MB, lest a picture below the limit of A6 look as if it met it.
     */
    public static String bytes(long bytes) {
        if (bytes < 1000) return bytes + " B";
        if (bytes < MEGABYTE / 10) return cut(bytes, 1000) + " kB";
        return cut(bytes, MEGABYTE) + " MB";
    }

    /** Digits in groups of three with thin spaces, where no line breaks, from 10,000; smaller numbers stay as they are. */
    public static String number(long number) {
        return grouped(Long.toString(number));
    }

    static String number(Number number) {
        return grouped(number instanceof Double || number instanceof Float
            ? BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros().toPlainString() : number.toString());
    }

    private static String cut(long bytes, long unit) {
        var value = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(unit), 1, RoundingMode.DOWN);
        return grouped(value.toPlainString());
    }

    private static String grouped(String plain) {
        var point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        if (whole.replace("-", "").length() < 5) return plain;
        var spaced = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", String.valueOf(THIN_SPACE));
        return point < 0 ? spaced : spaced + plain.substring(point);
    }
}
