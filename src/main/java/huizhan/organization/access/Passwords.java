package huizhan.organization.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which passwords are refused (ASVS 6.2): too short, too long, among the commonest, or made of words that anyone would try here. No
 * rule about kinds of characters, no expiry.
 */
@Component
public class Passwords {
    /** In code points. */
    public static final int SHORTEST = 8;
    /** In code points; longer ones would only feed the hash. */
    public static final int LONGEST = 128;

    private static final int REST_BESIDE_A_WORD = 6;
    private static final List<String> HERE = List.of("huizhan", "荟展", "国际合作", "科技合作", "成果", "管理员", "admin", "password", "chengguo", "hezuo");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern DATE = Pattern.compile("(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");
    private static final Pattern ONE_OR_TWO_REPEATED = Pattern.compile("(.{1,3})\\1+.{0,2}");
    private static final List<String> WALKS = List.of("0123456789012345", "9876543210987654", "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba",
        "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn", "qazwsxedcrfvtgbyhnujm", "1q2w3e4r5t6y7u8i9o0p", "asdfghjklqwertyuiop", "zxcvbnmasdfghjkl",
        "!@#$%^&*()_+");
    private final Set<String> common = read();

    /** Why a password is refused; the text's key is {@code organization.password.} and the lower-case name. */
    public enum Fault {
        SHORT, LONG, COMMON, CONTEXT;

        /** The key of the sentence that says what to do. */
        public String key() {
            return "organization.password." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is wrong with a new password, if anything.
     *
     * @param around words that anyone would try for this person: user name, own name, unit, department
     */
    public Optional<Fault> fault(String password, Collection<String> around) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) return Optional.of(Fault.SHORT);
        if (length > LONGEST) return Optional.of(Fault.LONG);
        var folded = fold(password);
        if (isCommon(folded)) return Optional.of(Fault.COMMON);
        var near = HERE.stream().anyMatch(word -> carries(folded, word))
            || around.stream().filter(Objects::nonNull).anyMatch(word -> carries(folded, fold(word)));
        return near ? Optional.of(Fault.CONTEXT) : Optional.empty();
    }

    private boolean isCommon(String folded) {
        return common.contains(folded) || MOBILE.matcher(folded).matches() || DATE.matcher(folded).matches()
            || ONE_OR_TWO_REPEATED.matcher(folded).matches() || WALKS.stream().anyMatch(walk -> walk.contains(folded));
    }

    /** A word of the surroundings with little beside it: huizhan2015, 13-something with the own name. */
    private static boolean carries(String folded, String word) {
        var cjk = word.codePoints().anyMatch(c -> c > 0x2e7f);
        if (word.length() < (cjk ? 2 : 3) || !folded.contains(word)) return false;
        return folded.length() - word.length() < REST_BESIDE_A_WORD;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    }

    private static Set<String> read() {
        var file = Objects.requireNonNull(Passwords.class.getResourceAsStream("/organization/common-passwords.txt"), "common-passwords.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("##")).map(Passwords::fold).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
