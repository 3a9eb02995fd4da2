package huizhan.letter;

import java.util.Arrays;
import java.util.Optional;

/** What of a letter can be written. */
enum LetterField {
    NUMBER(60), ADDRESSEE(100), TITLE(200), BODY(4_000), DAY(10);

    private final int longest;

    LetterField(int longest) {
        this.longest = longest;
    }

    /** In characters. */
    int longest() {
        return longest;
    }

    /** As forms and the database call it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<LetterField> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
