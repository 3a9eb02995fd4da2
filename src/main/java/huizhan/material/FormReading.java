package huizhan.material;

import huizhan.kernel.Text;
import java.util.List;

/**
 * What a Word or Excel form says.
 *
 * @param file        its path
 * @param achievement the folder of the achievement it speaks of; empty where it is about the department
 * @param values      what was understood, by field id
 * @param unread      the labels of cells that could not be read
 * @param told        what else of it wants a look
 */
public record FormReading(String file, String achievement, Values values, List<Text> unread, List<Told> told) {

    /** @param sentence with its place, and what to do about it */
    public record Told(Text sentence, Text remedy) {}
}
