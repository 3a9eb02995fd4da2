package huizhan.nomination;

import huizhan.material.Material;
import huizhan.media.StoredFile;
import java.util.List;
import java.util.Map;

/**
 * A whole nomination as material, and the stored file behind each of its paths.
 *
 * @param waiting ranks of lines that are back with their units: their content is not the department's to see, and not in the material
 */
public record Content(Material material, Map<String, StoredFile> files, List<Integer> waiting) {}
