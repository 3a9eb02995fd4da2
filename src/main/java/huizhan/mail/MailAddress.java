package huizhan.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as a mail server takes it (RFC 5321): a plain name before the sign, and behind it a domain in ASCII letters, into which a
 * domain of other letters is turned (RFC 5891). Nothing that could end a header line gets in.
 */
public record MailAddress(String text) {
    private static final int LONGEST = 200;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]");

    /** What a person typed; empty where no server would take it. */
    public static Optional<MailAddress> typed(String text) {
        var plain = text.strip();
        int at = plain.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL || plain.length() > LONGEST || !LOCAL.matcher(plain.substring(0, at)).matches()) return Optional.empty();
        return domain(plain.substring(at + 1)).map(domain -> new MailAddress(plain.substring(0, at) + "@" + domain));
    }

    private static Optional<String> domain(String typed) {
        try {
            return Optional.of(IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES)).filter(ascii -> DOMAIN.matcher(ascii).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What stands behind the sign. */
    String domain() {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    /** It is personal data. */
    @Override public String toString() {
        return "MailAddress[]";
    }
}
