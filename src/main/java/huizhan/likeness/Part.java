package huizhan.likeness;

import java.util.Optional;
import java.util.UUID;

/**
 * One thing in which two achievements are alike.
 *
 * @param alike how much, in thousandths; 1000 is the same
 * @param one   of a picture or film, the stored file of the one
 * @param other and that of the other
 */
record Part(Kind kind, int alike, Optional<UUID> one, Optional<UUID> other) {

    /** In the order in which they are told. */
    enum Kind {
        NAME, TEXT, PARTNER, UNIT, PICTURE, FILM;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    static Part of(Kind kind, double alike) {
        return new Part(kind, (int) Math.round(alike * 1000), Optional.empty(), Optional.empty());
    }

    boolean same() {
        return alike == 1000;
    }

    int percent() {
        return alike / 10;
    }
}
