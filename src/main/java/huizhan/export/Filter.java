package huizhan.export;

import huizhan.material.Achievement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which achievements are taken out; an empty text filters nothing.
 *
 * @param department the department's code
 * @param kind       a code of the call, as the others are; a stub has none and is left out where one is asked for
 * @param direction  one of an achievement's directions, the main one or another
 * @param form       one of its forms of exhibition
 * @param disclosure public or non-public
 */
record Filter(String department, String kind, String direction, String form, String disclosure) {

    boolean takes(Achievement each) {
        var values = each.values();
        return (kind.isEmpty() || values.text("kind").equals(kind)) && (direction.isEmpty() || values.codes("directions").contains(direction))
            && (form.isEmpty() || each.ticked(form)) && (disclosure.isEmpty() || each.disclosure().equals(disclosure));
    }

    boolean takes(String code) {
        return department.isEmpty() || department.equals(code);
    }

    /** What is asked for, for the trail and for the page's form. */
    Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        asked.put("department", department);
        asked.put("kind", kind);
        asked.put("direction", direction);
        asked.put("form", form);
        asked.put("disclosure", disclosure);
        asked.values().removeIf(String::isEmpty);
        return asked;
    }
}
