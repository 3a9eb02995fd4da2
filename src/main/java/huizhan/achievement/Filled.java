package huizhan.achievement;

import huizhan.material.Achievement;
import huizhan.material.FileFacts;
import huizhan.material.GrantedException;
import huizhan.material.Material;
import huizhan.media.StoredFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One achievement as the material that is checked, digested and packed (C3).
 *
 * @param achievement its paths begin with the folder that was asked for
 * @param facts       of each file, by that path
 * @param files       the stored files, by that path
 * @param exceptions  those that concern it (B24)
 */
public record Filled(Achievement achievement, Map<String, FileFacts> facts, Map<String, StoredFile> files, List<GrantedException> exceptions) {

    /** The unit's part alone, as it stands before anybody ranks it. */
    public Material part(String call) {
        return new Material(call, Material.Shape.PART, achievement.id(), achievement.revision(), exceptions,
            huizhan.material.Values.NONE, Optional.empty(), List.of(achievement), facts, Set.of(), List.of(), List.of());
    }
}
