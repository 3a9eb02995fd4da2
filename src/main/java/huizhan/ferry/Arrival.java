package huizhan.ferry;

import huizhan.kernel.Sha256;
import huizhan.material.Achievement;
import huizhan.material.Material;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What it tells of an achievement, where that is more than a stub. */
    Optional<Achievement> telling(UUID achievement) {
        return material.achievements().stream().filter(each -> !each.stub() && each.id().filter(achievement::equals).isPresent()).findFirst();
    }

    /** The stored files of one of its achievements. */
    List<UUID> filesOf(Achievement each) {
        return each.files().stream().flatMap(path -> Optional.ofNullable(files.get(path)).stream()).toList();
    }

    /** The same with nothing of an achievement but its rank and that it isn't public. */
    Arrival without(Achievement gone) {
        var others = material.achievements().stream().map(each -> each == gone ? Achievement.stub(each.id().orElseThrow(), each.rank().orElse(0)) : each).toList();
        return new Arrival(id, department, material.with(others), sealed, draft, digest, files, at);
    }
}
