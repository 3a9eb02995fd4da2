package huizhan.organization.access;

import huizhan.kernel.Clocks;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Marks browsers that an account has signed in from. Such a browser has its own count of failures, so that nobody keeps a person
 * out by guessing under the person's name or behind the same address.
 */
@Component
class Devices {
    static final Duration KEPT = Duration.ofDays(180);
    private static final String PURPOSE = "device";
    private final Secrets secrets;
    private final Clocks clocks;

    Devices(Secrets secrets, Clocks clocks) {
        this.secrets = secrets;
        this.clocks = clocks;
    }

    /** A fresh mark: random number, end, and the seal over both and the account. */
    String mark(UUID account) {
        var body = secrets.token() + "." + clocks.system().instant().plus(KEPT).getEpochSecond();
        return body + "." + secrets.hmac(PURPOSE, account + "." + body);
    }

    boolean isKnown(UUID account, Optional<String> mark) {
        var parts = mark.orElse("").split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) return false;
        var body = parts[0] + "." + parts[1];
        return Secrets.same(secrets.hmac(PURPOSE, account + "." + body), parts[2])
            && clocks.system().instant().getEpochSecond() < Long.parseLong(parts[1]);
    }
}
