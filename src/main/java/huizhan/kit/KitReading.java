package huizhan.kit;

import huizhan.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What reading a kit has shown.
 *
 * @param kit     as it describes itself, whether it holds or not; empty where it describes nothing
 * @param defects all that is wrong with it, in the order of the check
 * @param entries what was read, by name in the archive
 */
public record KitReading(Optional<Kit> kit, List<Text> defects, Map<String, byte[]> entries) {

    public KitReading {
        defects = List.copyOf(defects);
    }

    /** Whether a desk may work with it. Whose key the organizer's is, only a comparison of fingerprints tells. */
    public boolean holds() {
        return kit.isPresent() && defects.isEmpty();
    }

    /** The call's files by their names in its folder. */
    public Map<String, byte[]> call() {
        var files = new TreeMap<String, byte[]>();
        kit.ifPresent(known -> known.files().keySet().forEach(name -> {
            var bytes = entries.get(known.place(name));
            if (bytes != null) files.put(name, bytes);
        }));
        return files;
    }
}
