package huizhan.organization.cards;

import huizhan.kernel.Text;
import java.util.HashMap;
import java.util.Map;

/** What was sent can't be put in force; caught where it is put, and answered on the same page. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String key;
    private final transient Text why;

    /**
     * @param code what the trail says of it
     * @param key  the id of the card, or empty where none could be read
     */
    Unfit(String code, String key, Text why) {
        super(code);
        this.code = code;
        this.key = key;
        this.why = why;
    }

    Text why() {
        return why;
    }

    /** For the trail: never what was sent. */
    Map<String, String> details() {
        var details = new HashMap<>(Map.of("reason", code));
        if (!key.isEmpty()) details.put("key", key);
        return details;
    }
}
