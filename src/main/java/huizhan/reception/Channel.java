package huizhan.reception;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a parcel came (A12). */
enum Channel {
    COURIER, POST, HAND, PRESCRIBED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Part part() {
        return this == PRESCRIBED ? Part.PRESCRIBED : Part.OPEN;
    }

    static Optional<Channel> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
