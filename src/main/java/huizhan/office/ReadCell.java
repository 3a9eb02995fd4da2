package huizhan.office;

import huizhan.kernel.Text;
import java.util.List;

/**
 * One cell of a form as it was understood.
 *
 * @param field  an id of {@code call.yaml}; {@code statement.CODE}; {@code department.ID} in the head of annex 1; {@code disclosure} in its rows
 * @param name   what the call names the field
 * @param label  the words before the answer, as they stand in the file
 * @param text   the answer as it stands in the file
 * @param values what it means, in the form of {@link huizhan.material.Values}: codes for choices and countries; empty where it was not understood
 * @param where  its place in the file
 */
public record ReadCell(String field, Text name, String label, String text, List<String> values, Text where) {

    /** The value as a draft keeps it: several values on a line each. */
    public String draft() {
        return String.join("\n", values);
    }
}
