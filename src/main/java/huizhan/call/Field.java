package huizhan.call;

import huizhan.kernel.Text;
import java.util.Optional;

/**
 * One thing that an achievement (or the department's head of the list) is asked for.
 *
 * @param id       its path in {@code nomination.json}, e.g. {@code board.contact.telephone}
 * @param label    the annex's own words
 * @param list     the name of the call's choice list that its values come from; empty for free text
 * @param need     whether its absence stops the sign-off
 * @param rule     the rule that asks for it, e.g. {@code A7.required}
 * @param partner  another field that may stand for it: with one of the two there, the other's absence is a warning
 * @param sheet    the kind of attachment that may stand for it (可另附纸); such a field is only a warning in a unit's part
 * @param limit    most 字 where there is a limit
 * @param by       who fills it in: the unit or its department
 */
public record Field(String id, Text label, Text hint, Type type, String list, Need need, String rule, Optional<String> partner,
                    Optional<String> sheet, Optional<Integer> limit, By by) {

    public enum Type { LINE, LINES, ONE, MANY, COUNTRIES, MONTH, TELEPHONE, EMAIL }

    public enum Need { ERROR, WARNING, NONE }

    public enum By { UNIT, DEPARTMENT }

    /** Several values, each on a line of its own in a draft. */
    public boolean several() {
        return type == Type.MANY || type == Type.COUNTRIES;
    }
}
