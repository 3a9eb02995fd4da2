package huizhan.nomination;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.web.util.UriUtils;

/**
 * What the organizer looks for among the achievements that came in, as asked in the address; an empty one doesn't narrow.
 *
 * @param words a part of a name, of a unit's, a partner's or a department's name
 * @param sort  one of {@link #SORTS}
 */
record ReceivedFilter(String words, String direction, String form, String kind, String field, String disclosure, String sort) {
    /** By department and rank, which is the departments' own order; the others fall back on it. */
    static final String DEPARTMENT = "department";
    static final List<String> SORTS = List.of(DEPARTMENT, "rank", "name", "direction", "form", "kind", "disclosure");

    static ReceivedFilter of(Map<String, String> asked) {
        var sort = asked.getOrDefault("sort", "");
        return new ReceivedFilter(plain(asked, "q"), plain(asked, "direction"), plain(asked, "form"), plain(asked, "kind"), plain(asked, "field"),
            plain(asked, "disclosure"), SORTS.contains(sort) ? sort : DEPARTMENT);
    }

    private static String plain(Map<String, String> asked, String name) {
        return asked.getOrDefault(name, "").strip();
    }

    /** Whether anything narrows the list. */
    public boolean narrows() {
        return !(words + direction + form + kind + field + disclosure).isEmpty();
    }

    String folded() {
        return ReceivedAchievement.folded(words);
    }

    /** Whether a name has what is looked for. */
    boolean in(String name) {
        return !words.isEmpty() && ReceivedAchievement.folded(name).contains(folded());
    }

    /** The list with these conditions in another order. */
    String sortedBy(String other) {
        return new ReceivedFilter(words, direction, form, kind, field, disclosure, other).address();
    }

    String address() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", words);
        fields.put("direction", direction);
        fields.put("form", form);
        fields.put("kind", kind);
        fields.put("field", field);
        fields.put("disclosure", disclosure);
        fields.put("sort", sort.equals(DEPARTMENT) ? "" : sort);
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) query.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8));
        });
        return "/nominations/achievements" + query;
    }
}
