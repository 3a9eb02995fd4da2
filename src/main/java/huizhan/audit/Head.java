package huizhan.audit;

import huizhan.kernel.Sha256;

/**
 * The newest link of the chain, printed on receipts and back-ups so that a cut tail is seen.
 *
 * @param seq how many entries are sealed
 * @param hash the link of the last of them; 64 zeros before the first
 */
public record Head(long seq, Sha256 hash) {
    /** The head of an empty trail. */
    public static final Head START = new Head(0, new Sha256("0".repeat(64)));

    /**
     * Reads what {@link #toString()} prints.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Head parse(String text) {
        var parts = text.strip().split(":", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}")) throw new IllegalArgumentException("a head is NUMBER:SHA-256");
        return new Head(Long.parseLong(parts[0]), new Sha256(parts[1]));
    }

    /** {@code 17:9f86d0…}, as printed. */
    @Override public String toString() {
        return seq + ":" + hash.hex();
    }
}
