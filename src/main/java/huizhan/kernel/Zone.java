package huizhan.kernel;

/** Where a program runs, which decides what it may hold (A4, C1). */
public enum Zone {
    OPEN, RESTRICTED, DESK;

    public boolean mayHold(Disclosure disclosure) {
        return this != OPEN || disclosure == Disclosure.PUBLIC;
    }

    /** The zone's name on the command line; an unknown name is an {@link IllegalArgumentException}. */
    public static Zone named(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
}
