package huizhan.disc;

import java.util.Locale;

/** Which promises a disc is held to: RFC 8493 alone, or ours beside it ({@code docs/disc-format.md}). */
public enum Profile {
    BAGIT, HUIZHAN;

    /** The profile's name on the command line; an unknown name is an {@link IllegalArgumentException}. */
    public static Profile named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

}
