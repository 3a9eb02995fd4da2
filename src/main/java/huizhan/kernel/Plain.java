package huizhan.kernel;

/** Text as a person means it: without what has no shape and would only confuse. */
public final class Plain {
    private Plain() {}

    /** Line ends are LF; control characters, lone surrogates and marks that turn the direction of writing are left out. */
    public static String text(String raw) {
        var text = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n").replace('\r', '\n').codePoints().filter(Plain::seen).forEach(text::appendCodePoint);
        return text.toString();
    }

    /** One harmless line: control characters and marks that turn the direction of what follows become a middle dot; names come from strangers. */
    public static String line(String raw) {
        return raw.codePoints().map(c -> shapeless(Character.getType(c)) ? '\u00B7' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean shapeless(int type) {
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean seen(int c) {
        boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7F && c <= 0x9F;
        boolean turning = c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return !control && !turning && c != 0xFEFF && !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
    }
}
