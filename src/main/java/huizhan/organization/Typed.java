package huizhan.organization;

import huizhan.mail.MailAddress;
import huizhan.rules.SecrecyMark;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Text from forms turned into values; the only place where it happens in this module. */
final class Typed {
    static final int LONGEST_NAME = 100;
    private static final Pattern TELEPHONE = Pattern.compile("[0-9+() \\-转x]{5,30}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,6}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private Typed() {}

    /** Names get about: into letters, lists and exports. None carries a secrecy mark (A4, C7). */
    static boolean isName(String typed) {
        return !typed.isEmpty() && typed.length() <= LONGEST_NAME && !INVISIBLE.matcher(typed).find() && SecrecyMark.in(typed).isEmpty();
    }

    static boolean isMail(String typed) {
        return typed.isEmpty() || MailAddress.typed(typed).isPresent();
    }

    static boolean isTelephone(String typed) {
        return typed.isEmpty() || TELEPHONE.matcher(typed).matches();
    }

    static boolean isCode(String typed) {
        return CODE.matcher(typed).matches();
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<UUID> id(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
