package huizhan.likeness;

/**
 * How much is much: every figure by which two achievements are called alike. Chosen so that the named examples of {@code ScaleTest} fall on
 * their right side; change one only together with them.
 */
final class Scale {
    /** A pair at least as strong as this is shown. */
    static final double SHOWN = 0.53;

    /** What a part adds to the strength when it is the same. */
    static final double NAME = 0.40;
    static final double TEXT = 0.30;
    static final double PARTNER = 0.20;
    static final double UNIT = 0.10;

    /** Whoever tells the same in other words keeps a third of the runs; from here on a text counts in full. */
    static final double TEXT_FULL = 0.60;
    /** So much common text was copied, whatever it is called. */
    static final double TEXT_ALONE = 0.55;
    /** The same name, if it is long enough to mean one thing, is a sign by itself. */
    static final double NAME_ALONE = 0.90;
    static final int NAME_ALONE_SIGNS = 8;
    static final double NAME_ALONE_STRENGTH = 0.70;

    /** Below these a part is chance: two names of German institutes, two texts about co-operation. */
    static final double NAME_LEAST = 0.40;
    static final double TEXT_LEAST = 0.12;
    static final double BODY_LEAST = 0.80;
    /** A text with fewer runs has nothing to compare. */
    static final int TEXT_RUNS = 30;

    /** Signs in a run: of names two, of texts three. */
    static final int NAME_RUN = 2;
    static final int TEXT_RUN = 3;

    /** A run that so many achievements have, or one in fifty, is a turn of phrase and no sign of anything. */
    static final int COMMON = 20;
    static final int COMMON_SHARE = 50;

    private Scale() {}

    static int common(int achievements) {
        return Math.max(COMMON, achievements / COMMON_SHARE);
    }

    /** @param nameSigns how long the shorter of the two names is */
    static double strength(double name, int nameSigns, double text, double partner, double unit) {
        double together = NAME * name + TEXT * Math.min(1, text / TEXT_FULL) + PARTNER * partner + UNIT * unit;
        double copied = text >= TEXT_ALONE ? text : 0;
        double named = name >= NAME_ALONE && nameSigns >= NAME_ALONE_SIGNS ? NAME_ALONE_STRENGTH * name : 0;
        return Math.max(together, Math.max(copied, named));
    }
}
