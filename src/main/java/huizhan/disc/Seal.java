package huizhan.disc;

import huizhan.keys.PublicKeys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * To whom a disc is sealed, and the little that it shows from outside (C2).
 *
 * @param to         the next addressee's card: a unit's disc goes to its department, a department's to the organizer
 * @param set        of the discs that are written together; random
 * @param number     which disc this is, from 1
 * @param count      how many there are
 * @param department its code in the call, or empty
 * @param items      how many achievements the whole set holds
 */
public record Seal(PublicKeys to, UUID set, int number, int count, String department, int items) {
    /** What the outer image needs beside the sealed files. */
    private static final long FRAME = 1 << 20;

    SealedHead head(byte[] secret) {
        return new SealedHead(set, number, count, department, items, List.of(SealedHead.envelope(secret, to)));
    }

    /** The volume's name. */
    public String label() {
        return "HZS_%s_%02d".formatted(set.toString().substring(0, 8).toUpperCase(Locale.ROOT), number);
    }

    Plan plan() {
        return new Plan(label(), set + "-" + number, Optional.of(new Plan.Group(set.toString(), number, count)), List.of(),
                Plan.Later.nothing(), payload -> SealedPage.files(this), List.of(new Plan.Info("Huizhan-Sealed", SealedHead.FORMAT)));
    }

    /** How large a plain image may be to fit sealed on a disc. */
    public static Capacity room(Capacity disc) {
        return new Capacity(disc.name(), Math.max(Capacity.LEAST, SealedSink.room(disc.bytes() - FRAME)));
    }

    /** Whether a disc takes a sealed image at all. */
    public static boolean fits(Capacity disc) {
        return SealedSink.room(disc.bytes() - FRAME) >= Capacity.LEAST;
    }
}
