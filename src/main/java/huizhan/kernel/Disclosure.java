package huizhan.kernel;

import java.util.Optional;

/** To whom an achievement may be shown (A4): to everyone at the conference, or in a limited place to limited people. */
public enum Disclosure {
    PUBLIC("public", new Text("公开", "Public")),
    NON_PUBLIC("non-public", new Text("非公开", "Non-public"));

    private final String code;
    private final Text label;

    Disclosure(String code, Text label) {
        this.code = code;
        this.label = label;
    }

    /** The word in {@code nomination.json}. */
    public String code() {
        return code;
    }

    public Text label() {
        return label;
    }

    public static Optional<Disclosure> of(String code) {
        for (var each : values()) {
            if (each.code.equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
