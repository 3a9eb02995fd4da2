package huizhan.material;

import huizhan.call.Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was typed, by field id (C4: the call decides which fields exist). A field with several values holds one string each;
 * statement sections are fields too, {@code statement.background}. A field that nobody touched is simply not there.
 */
public record Values(Map<String, List<String>> all) {
    /** The head of the ids of statement sections. */
    public static final String STATEMENT = "statement.";
    public static final Values NONE = new Values(Map.of());

    public Values {
        all = Collections.unmodifiableMap(new TreeMap<>(all));
    }

    /** A draft's rows, where a field with several values has one on each line. */
    public static Values ofDraft(Call call, Map<String, String> rows) {
        var values = new LinkedHashMap<String, List<String>>();
        rows.forEach((id, value) -> {
            boolean several = call.field(id).map(field -> field.several()).orElse(false);
            var parts = several ? value.lines().map(String::strip).filter(each -> !each.isEmpty()).toList() : List.of(value);
            values.put(id, parts);
        });
        return new Values(values);
    }

    /** The text of a field, as typed; the empty string where there is none. */
    public String text(String id) {
        return String.join("\n", codes(id));
    }

    /** The values of a field with several; empty where there is none. */
    public List<String> codes(String id) {
        return all.getOrDefault(id, List.of());
    }

    /** Nothing there but blanks. */
    public boolean blank(String id) {
        return text(id).isBlank();
    }

    public boolean blank() {
        return all.keySet().stream().allMatch(this::blank);
    }

    public Values with(String id, String... values) {
        var more = new LinkedHashMap<>(all);
        more.put(id, List.of(values));
        return new Values(more);
    }

    public Values without(String id) {
        var fewer = new LinkedHashMap<>(all);
        fewer.remove(id);
        return new Values(fewer);
    }

    /** The values whose id starts with a head. */
    public Values under(String head) {
        var some = new LinkedHashMap<>(all);
        some.keySet().removeIf(id -> !id.startsWith(head));
        return new Values(some);
    }

    /** All texts, for rules that look at every word. */
    public List<Map.Entry<String, String>> texts() {
        var texts = new ArrayList<Map.Entry<String, String>>();
        all.keySet().forEach(id -> texts.add(Map.entry(id, text(id))));
        return texts;
    }
}
