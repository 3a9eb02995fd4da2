package huizhan.nomination;

import huizhan.material.Material;
import huizhan.media.StoredFile;
import java.util.Map;

/** A whole nomination as material, and the stored file behind each of its paths. */
record Content(Material material, Map<String, StoredFile> files) {}
