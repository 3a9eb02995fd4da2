package huizhan.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What became of an achievement. On a sheet it is the byte of its place, so new ones come last. */
enum Verdict {
    /** Nothing yet, or what was said before is taken back. */
    NONE("none", "info"),
    /** All of it is here and right. */
    RECEIVED("received", "info"),
    /** It goes back for correction; why, a letter says. */
    RETURNED("returned", "warn"),
    SELECTED("selected", "good"),
    RESERVE("reserve", "info"),
    DECLINED("declined", "info");

    private final String code;
    private final String tone;

    Verdict(String code, String tone) {
        this.code = code;
        this.tone = tone;
    }

    public String code() {
        return code;
    }

    public String tone() {
        return tone;
    }

    static Optional<Verdict> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    static Optional<Verdict> at(int place) {
        return place >= 0 && place < values().length ? Optional.of(values()[place]) : Optional.empty();
    }

    /** Those that a person may say. */
    static List<Verdict> all() {
        return List.of(values());
    }
}
