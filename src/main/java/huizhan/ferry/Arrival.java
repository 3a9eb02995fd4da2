package huizhan.ferry;

import huizhan.kernel.Sha256;
import huizhan.material.Material;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A delivery that was taken in; never changed.
 *
 * @param material as it lay on the discs, without the facts of its files
 * @param digest   the nomination's; of a part likewise over what it has
 * @param files    the stored files by their paths in the material
 */
public record Arrival(UUID id, UUID department, Material material, boolean sealed, boolean draft, Sha256 digest, Map<String, UUID> files, Instant at) {

    boolean whole() {
        return !material.part();
    }
}
