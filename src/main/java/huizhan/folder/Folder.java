package huizhan.folder;

import huizhan.material.Material;
import java.nio.file.Path;
import java.util.Map;

/**
 * A folder of material that has been read.
 *
 * @param material what it says
 * @param sources  where the bytes of each of the material's files lie, by the path under which the material knows it
 */
public record Folder(Path root, Material material, Map<String, Path> sources) {}
