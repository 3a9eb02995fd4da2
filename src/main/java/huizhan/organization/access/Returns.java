package huizhan.organization.access;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after sign-in: a path of this server and nothing else, lest the sign-in page send people elsewhere. */
final class Returns {
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,1000}|/");

    private Returns() {}

    static boolean isOurs(String path) {
        return PATH.matcher(path).matches();
    }

    static String orHome(@Nullable String path) {
        return Optional.ofNullable(path).filter(Returns::isOurs).orElse("/");
    }
}
