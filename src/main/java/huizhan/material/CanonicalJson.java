package huizhan.material;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Canonicalization Scheme (RFC 8785) over maps, lists, strings, booleans, integers and decimals: the one spelling of a
 * content, so that its digest is the same wherever it is computed.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    public static String of(Object value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> map) {
            object(map, text);
        } else if (value instanceof Collection<?> list) {
            var separator = "[";
            for (var each : list) {
                text.append(separator);
                write(each, text);
                separator = ",";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) {
            string(string, text);
        } else if (value instanceof Double number) {
            text.append(number(number));
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            text.append(value);
        } else if (value == NULL) {
            text.append("null");
        } else {
            throw new IllegalArgumentException("no JSON value: " + value.getClass());
        }
    }

    /** Stands for {@code null}, which the maps of the JDK don't hold. */
    public static final Object NULL = new Object();

    private static void object(Map<?, ?> map, StringBuilder text) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        text.append('{');
        var separator = "";
        for (var entry : sorted.entrySet()) {
            text.append(separator);
            string(entry.getKey(), text);
            text.append(':');
            write(entry.getValue(), text);
            separator = ",";
        }
        text.append('}');
    }

    /** Whole numbers without a point, as ECMAScript prints them; sizes and weights never need an exponent. */
    private static String number(double number) {
        if (!Double.isFinite(number) || Math.abs(number) >= 1e21 || number != 0 && Math.abs(number) < 1e-6) {
            throw new IllegalArgumentException("a number outside the range of sizes and weights: " + number);
        }
        var plain = new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        return plain.equals("-0") ? "0" : plain;
    }

    private static void string(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
