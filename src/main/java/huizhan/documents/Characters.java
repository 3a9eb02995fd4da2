package huizhan.documents;

/** What the papers need to know of Unicode, by code point ranges: Java 17 doesn't know the newest Han characters. */
final class Characters {
    private static final String NOT_FIRST = "，。、；：？！）〕］｝》〉」』】〗”’…—·・％‰℃°′″々ー～!),.:;?]}%ˉ¨〃";
    private static final String NOT_LAST = "（〔［｛《〈「『【〖“‘¥￥$£№([{";

    private Characters() {}

    /** Leaves no mark on paper and is not missed: controls, joiners, direction marks, text or emoji style. */
    static boolean silent(int c) {
        return c < 0x20 || c >= 0x7F && c < 0xA0 || c == 0xAD || c >= 0x200B && c <= 0x200F || c >= 0x2028 && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F || c == 0xFE0E || c == 0xFE0F || c == 0xFEFF || c >= 0xD800 && c <= 0xDFFF;
    }

    /** A variation selector that asks for another form of the character before it. */
    static boolean variant(int c) {
        return c >= 0xFE00 && c <= 0xFE0D || c >= 0xE0100 && c <= 0xE01EF;
    }

    static boolean privateUse(int c) {
        return c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000;
    }

    static boolean blank(int c) {
        return c == ' ' || c == 0xA0 || c == 0x3000 || c >= 0x2000 && c <= 0x200A || c == 0x202F || c == 0x205F;
    }

    /** A character before and after which a line may break: Han, kana, full-width signs. */
    static boolean wide(int c) {
        return c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE10 && c <= 0xFE1F
                || c >= 0xFE30 && c <= 0xFE4F || c >= 0xFF01 && c <= 0xFFEF || c >= 0x20000 || c >= 0x2460 && c <= 0x27BF
                || c == 0x2014 || c == 0x2026 || c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019;
    }

    /** A letter, sign or digit of a word in Latin, Greek or Cyrillic script. */
    static boolean western(int c) {
        return c > 0x20 && c < 0x7F || c >= 0xA1 && c < 0x530 || c >= 0x1E00 && c < 0x2000;
    }

    static boolean combining(int c) {
        return c >= 0x300 && c <= 0x36F;
    }

    /** Quotation marks and dashes that are full-width in Chinese and narrow between western letters. */
    static boolean ambiguous(int c) {
        return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2013 || c == 0x2014 || c == 0x2026 || c == 0xB7;
    }

    static boolean notFirst(int c) {
        return NOT_FIRST.indexOf(c) >= 0;
    }

    static boolean notLast(int c) {
        return NOT_LAST.indexOf(c) >= 0;
    }
}
