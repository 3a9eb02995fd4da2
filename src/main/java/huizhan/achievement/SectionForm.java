package huizhan.achievement;

import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** A section as a browser without script posts it: {@code version:FIELD} names each field that stood in it. */
final class SectionForm {
    private SectionForm() {}

    /** The values of a field, the main one first where one was marked; a group with nothing ticked is not posted at all. */
    static List<String> values(String field, MultiValueMap<String, String> form) {
        var boxes = field.equals(Controls.ORDERED) ? field + ".pick" : field;
        var values = new ArrayList<>(form.getOrDefault(boxes, List.of()));
        var main = form.getFirst("main." + field);
        if (main != null && values.remove(main)) values.add(0, main);
        return values;
    }

    /** A version that is no number was never one of ours: it can only be overtaken. */
    static long version(String text) {
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : -1;
    }
}
