package huizhan.reception;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A thing that is looked for in a parcel.
 *
 * @param achievement whose paper it is; absent for the papers of the nomination, for discs, and for papers that came before the electronic half
 * @param disc        a disc's number, from 1; 0 for papers
 */
record Item(Part part, Kind kind, Optional<UUID> achievement, int disc) {
    private static final Pattern KEY = Pattern.compile("(open|prescribed)\\.([a-z-]+)\\.(-|[0-9]{1,2}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final int LONGEST_NUMBER = 2;
    private static final String NONE = "-";

    /** In the order of the checklist. A stamp and opinions are looked at apart from the sheet that bears them. */
    enum Kind {
        LETTER, SUMMARY, STATEMENT, BOARD_FORM, STAMP, OPINIONS, DISC;

        /** As addresses, the database and the papers' own codes call it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String code) {
            return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
        }
    }

    Item {
        if ((kind == Kind.DISC) != (disc > 0)) {
            throw new IllegalArgumentException("a disc, and nothing else, has a number");
        }
    }

    static Item of(Part part, Kind kind) {
        return new Item(part, kind, Optional.empty(), 0);
    }

    static Item of(Part part, Kind kind, UUID achievement) {
        return new Item(part, kind, Optional.of(achievement), 0);
    }

    static Item disc(Part part, int number) {
        return new Item(part, Kind.DISC, Optional.empty(), number);
    }

    /** Whether it is noted by its kind alone: it came before the electronic half, so nobody could say of which achievement it is. */
    boolean early() {
        return achievement.isEmpty() && (kind == Kind.STATEMENT || kind == Kind.BOARD_FORM || kind == Kind.OPINIONS);
    }

    /** Its name in addresses and within a page: {@code open.board-form.UUID}, {@code open.disc.2}, {@code prescribed.summary.-}. */
    public String key() {
        return part.code() + "." + kind.code() + "." + (disc > 0 ? String.valueOf(disc) : achievement.map(UUID::toString).orElse(NONE));
    }

    static Optional<Item> of(String key) {
        var found = KEY.matcher(key);
        if (!found.matches()) {
            return Optional.empty();
        }
        var which = found.group(3);
        boolean number = !which.equals(NONE) && which.length() <= LONGEST_NUMBER;
        return Kind.of(found.group(2)).filter(kind -> (kind == Kind.DISC) == (number && Integer.parseInt(which) > 0))
            .map(kind -> new Item(Part.of(found.group(1)).orElseThrow(), kind,
                number || which.equals(NONE) ? Optional.empty() : Optional.of(UUID.fromString(which)), number ? Integer.parseInt(which) : 0));
    }
}
