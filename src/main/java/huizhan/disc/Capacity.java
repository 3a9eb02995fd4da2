package huizhan.disc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How many bytes a blank takes: the three usual ones, or any number. */
public record Capacity(String name, long bytes) {
    public static final Capacity CD = new Capacity("cd", 737_280_000L);
    public static final Capacity DVD = new Capacity("dvd", 4_700_372_992L);
    public static final Capacity BD = new Capacity("bd", 25_025_315_816L);
    /** A disc of fewer bytes holds nothing. */
    static final long LEAST = 1_000_000L;
    private static final List<Capacity> USUAL = List.of(CD, DVD, BD);

    public Capacity {
        if (bytes < LEAST) {
            throw new IllegalArgumentException("a disc of less than 1,000,000 bytes holds nothing: " + bytes);
        }
    }

    /** Reads {@code cd}, {@code dvd}, {@code bd} or a number of bytes; anything else is an {@link IllegalArgumentException}. */
    public static Capacity named(String text) {
        for (var each : USUAL) {
            if (each.name.equals(text.toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        if (!text.matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException("capacity is cd, dvd, bd or a number of bytes, not " + text);
        }
        return new Capacity(text, Long.parseLong(text));
    }

    /** What a person chose; a DVD for anything that isn't a capacity. */
    public static Capacity typed(String text) {
        try {
            return named(text);
        } catch (IllegalArgumentException e) {
            return DVD;
        }
    }

    /** The smallest usual disc that takes this many bytes. */
    public static Optional<Capacity> fitting(long bytes) {
        return USUAL.stream().filter(each -> each.bytes >= bytes).findFirst();
    }

}
