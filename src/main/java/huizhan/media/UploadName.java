package huizhan.media;

import java.text.Normalizer;

/** A file's name as its sender's machine had it, made safe to show. It is data: no path is ever built from it. */
final class UploadName {
    private static final int LONGEST = 255;
    private static final int LONGEST_EXTENSION = 16;

    private UploadName() {}

    /**
     * The last part of the name, without control characters and marks that turn the reading direction, composed (NFC), at most
     * 255 characters with its extension kept; {@code file} where nothing is left.
     */
    static String safe(String raw) {
        var composed = Normalizer.normalize(lastPart(raw), Normalizer.Form.NFC);
        var kept = new StringBuilder();
        composed.codePoints().filter(UploadName::shows).forEach(kept::appendCodePoint);
        var name = kept.toString().strip();
        return name.isEmpty() || name.chars().allMatch(each -> each == '.') ? "file" : shortened(name);
    }

    private static String lastPart(String raw) {
        return raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
    }

    private static boolean shows(int character) {
        var type = Character.getType(character);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
            && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static String shortened(String name) {
        var length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        var room = LONGEST - extension.codePointCount(0, extension.length());
        return name.substring(0, name.offsetByCodePoints(0, room)) + extension;
    }
}
