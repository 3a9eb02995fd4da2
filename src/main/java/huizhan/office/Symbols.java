package huizhan.office;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The signs of Word's symbol fonts, which are letters of another font to whoever reads only the text. */
final class Symbols {
    static final String TICKED = "☑";
    static final String EMPTY = "□";
    /** What stands for a sign that has no character (geta, U+3013). */
    static final String UNKNOWN = "〓";
    private static final Map<Integer, String> WINGDINGS = map("FE", TICKED, "FD", TICKED, "78", TICKED, "FC", "√", "A8", EMPTY, "6F", EMPTY, "71", EMPTY,
            "72", EMPTY, "A1", "○", "6E", "■", "6C", "●", "A4", "●", "9F", "•", "FB", "×", "E0", "→");
    private static final Map<Integer, String> WINGDINGS_2 = map("52", TICKED, "53", TICKED, "54", TICKED, "50", "√", "A3", EMPTY, "2A", EMPTY, "30", EMPTY,
            "97", "●", "99", "○", "A2", "■", "4F", "×");
    private static final Map<Integer, String> SYMBOL = map("61", "α", "62", "β", "67", "γ", "64", "δ", "65", "ε", "71", "θ", "6C", "λ", "6D", "μ", "70", "π",
            "72", "ρ", "73", "σ", "74", "τ", "66", "φ", "77", "ω", "44", "Δ", "53", "Σ", "57", "Ω", "B0", "°", "B1", "±", "B4", "×", "B8", "÷", "A3", "≤",
            "B3", "≥", "B9", "≠", "BB", "≈", "A5", "∞", "A2", "′", "B2", "″", "D7", "·", "B7", "•", "D6", "√", "7E", "∼", "2D", "−");

    private Symbols() {}

    static boolean font(String name) {
        var folded = name.strip().toLowerCase(Locale.ROOT);
        return folded.startsWith("wingdings") || folded.equals("symbol");
    }

    /** A sign by its font and its code, whose head F0 may be missing; {@link #UNKNOWN} where nobody knows it. */
    static String sign(String font, int code) {
        var folded = font.strip().toLowerCase(Locale.ROOT);
        int low = code & 0xFF;
        if (folded.equals("symbol")) {
            return low == 0x20 ? " " : SYMBOL.getOrDefault(low, low >= 0x21 && low < 0x41 ? String.valueOf((char) low) : UNKNOWN);
        }
        var first = folded.equals("wingdings 2") ? WINGDINGS_2 : WINGDINGS;
        var second = first == WINGDINGS ? WINGDINGS_2 : WINGDINGS;
        return low == 0x20 ? " " : first.getOrDefault(low, folded.isEmpty() ? second.getOrDefault(low, UNKNOWN) : UNKNOWN);
    }

    /** A text typed in a font; signs of the private area are symbols whatever the font says. */
    static String text(String font, String text) {
        var symbols = font(font);
        if (!symbols && text.chars().noneMatch(c -> c >= 0xF000 && c <= 0xF0FF)) {
            return text;
        }
        var read = new StringBuilder();
        text.chars().forEach(c -> read.append((symbols || c >= 0xF000 && c <= 0xF0FF) && c > 0x20 && (c < 0x100 || c >= 0xF000 && c <= 0xF0FF)
                ? sign(symbols ? font : "", c) : String.valueOf((char) c)));
        return read.toString();
    }

    /** Raised or lowered digits and signs keep their meaning: 10⁶ is not 106. */
    static String raised(String text, boolean up) {
        var plain = "0123456789+-−()n";
        var other = up ? "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ" : "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎ₙ";
        var read = new StringBuilder();
        text.chars().forEach(c -> read.append(plain.indexOf(c) >= 0 ? other.charAt(plain.indexOf(c)) : (char) c));
        return read.toString();
    }

    private static Map<Integer, String> map(String... pairs) {
        var map = new HashMap<Integer, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(Integer.parseInt(pairs[i], 16), pairs[i + 1]);
        }
        return map;
    }
}
