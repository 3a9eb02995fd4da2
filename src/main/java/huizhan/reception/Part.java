package huizhan.reception;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By which way a thing comes, which decides who may see and note it (A12, B27). */
enum Part {
    /** By post, by courier, by hand. */
    OPEN,
    /** What is not for the public, by the prescribed channel. */
    PRESCRIBED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Part> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
