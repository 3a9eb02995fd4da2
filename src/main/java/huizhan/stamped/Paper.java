package huizhan.stamped;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which paper of a department.
 *
 * @param achievement whose board form it is; absent for the papers of the nomination
 */
record Paper(Kind kind, Optional<UUID> achievement) {
    static final Paper SUMMARY = new Paper(Kind.SUMMARY, Optional.empty());
    static final Paper LETTER = new Paper(Kind.LETTER, Optional.empty());
    private static final String NONE = "-";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** In the order of the pages. */
    enum Kind {
        SUMMARY("summary"), LETTER("letter"), BOARD_FORM("board-form");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As addresses, the database and the papers' own codes call it. */
        public String code() {
            return code;
        }

        /** Whether the paper bears a QR code. A letter doesn't: it is finished in Word. */
        boolean coded() {
            return this != LETTER;
        }

        static Optional<Kind> of(String code) {
            return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
        }
    }

    /** A scan and an original are two things. */
    enum Side {
        SCAN, ORIGINAL;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Side> of(String code) {
            return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
        }
    }

    Paper {
        if (achievement.isPresent() != (kind == Kind.BOARD_FORM)) {
            throw new IllegalArgumentException("a board form, and nothing else, is of an achievement");
        }
    }

    static Paper boardForm(UUID achievement) {
        return new Paper(Kind.BOARD_FORM, Optional.of(achievement));
    }

    /** As an address names it: its kind, and its achievement or a dash. */
    static Optional<Paper> of(String kind, String item) {
        boolean known = ID.matcher(item).matches();
        return Kind.of(kind).filter(each -> each == Kind.BOARD_FORM ? known : item.equals(NONE))
            .map(each -> new Paper(each, known ? Optional.of(UUID.fromString(item)) : Optional.empty()));
    }

    /** Its achievement or a dash. */
    public String item() {
        return achievement.map(UUID::toString).orElse(NONE);
    }

    /** Its name within a page. */
    public String key() {
        return achievement.map(UUID::toString).orElse(kind.code);
    }
}
