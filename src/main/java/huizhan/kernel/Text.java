package huizhan.kernel;

/** One text in both languages, as the call's data and the findings carry it (B1, C4). */
public record Text(String zh, String en) {

    public String in(Lang lang) {
        return lang == Lang.ZH ? zh : en;
    }

    /** This text with another after it. */
    public Text and(Text other) {
        return new Text(zh + other.zh, en + " " + other.en);
    }

    /** A text that is the same in both languages: a name, a number, a file. */
    public static Text same(String text) {
        return new Text(text, text);
    }
}
