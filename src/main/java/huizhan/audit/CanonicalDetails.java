package huizhan.audit;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Details as JSON in the one spelling of RFC 8785 (keys sorted, nothing escaped that need not be). Numbers are whole numbers;
 * anything that isn't a JSON type stands as its text.
 */
final class CanonicalDetails {
    private CanonicalDetails() {}

    static String json(@Nullable Object value) {
        var to = new StringBuilder();
        write(value, to);
        return to.toString();
    }

    private static void write(@Nullable Object value, StringBuilder to) {
        if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            to.append(value);
        } else if (value instanceof Map<?, ?> map) {
            object(map, to);
        } else if (value instanceof Collection<?> list) {
            var comma = "";
            to.append('[');
            for (var each : list) {
                to.append(comma);
                write(each, to);
                comma = ",";
            }
            to.append(']');
        } else {
            string(value.toString(), to);
        }
    }

    private static void object(Map<?, ?> map, StringBuilder to) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put(key.toString(), value));
        var comma = "";
        to.append('{');
        for (var each : sorted.entrySet()) {
            to.append(comma);
            string(each.getKey(), to);
            to.append(':');
            write(each.getValue(), to);
            comma = ",";
        }
        to.append('}');
    }

    private static void string(String text, StringBuilder to) {
        to.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var special = "\b\t\n\f\r\"\\".indexOf(c);
            if (special >= 0) to.append('\\').append("btnfr\"\\".charAt(special));
            else if (c < 0x20) to.append(String.format("\\u%04x", (int) c));
            else to.append(c);
        }
        to.append('"');
    }
}
