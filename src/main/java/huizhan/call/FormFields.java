package huizhan.call;

import huizhan.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.Set;

/** Which fields a cell may name: those of an achievement, of the list's head ({@code department.…}), of a picture or a figure. */
final class FormFields {
    static final String HEAD = "department.";
    private static final Map<String, List<String>> PARTS = Map.of(
            "pictures", List.of("file", "originalName", "caption"), "figures", List.of("file", "caption"));

    private FormFields() {}

    static Optional<Text> label(String id, Call call) {
        return (id.startsWith(HEAD) ? call.headField(id.substring(HEAD.length())) : call.field(id)).map(Field::label);
    }

    static boolean lists(String repeat) {
        return repeat.equals("achievements") || PARTS.containsKey(repeat);
    }

    static String lists() {
        return "achievements, " + String.join(", ", new TreeSet<>(PARTS.keySet()));
    }

    /** All that may be named in a row; {@code repeat} is empty for a single row. */
    static Set<String> known(String repeat, Call call) {
        var ids = new TreeSet<String>();
        if (PARTS.containsKey(repeat)) {
            ids.addAll(PARTS.get(repeat));
            return ids;
        }
        call.fields().forEach(field -> ids.add(field.id()));
        ids.add("disclosure");
        if (repeat.isEmpty()) {
            call.head().forEach(field -> ids.add(HEAD + field.id()));
        }
        return ids;
    }
}
