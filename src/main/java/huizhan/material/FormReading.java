package huizhan.material;

import java.util.List;

/**
 * What a Word or Excel form says.
 *
 * @param file        its path
 * @param achievement the folder of the achievement it speaks of; empty where it is about the department
 * @param values      what was understood, by field id
 * @param unread      the labels of cells that could not be read
 */
public record FormReading(String file, String achievement, Values values, List<String> unread) {}
