package huizhan.disc;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that another system would take for one another, or that would leave the bag (RFC 8493 sections 5.1 and 6). */
final class BagNames {
    private final Profile profile;
    private final Map<String, String> byFolded = new HashMap<>();
    private final List<Defect> defects = new ArrayList<>();

    private BagNames(Profile profile) {
        this.profile = profile;
    }

    static List<Defect> defects(Tree tree, Profile profile) {
        var names = new BagNames(profile);
        tree.files().forEach(file -> names.look(file.path()));
        return names.defects;
    }

    private void look(String path) {
        if (profile == Profile.HUIZHAN && List.of(path.split("/")).stream().anyMatch(IsoReader::unsafe)) {
            defects.add(DefectKind.NAME_UNSAFE.at(path, path));
        }
        var other = byFolded.putIfAbsent(folded(path), path);
        if (other != null) {
            var kind = normalized(path).equals(normalized(other)) ? DefectKind.NAME_NORMALIZATION : DefectKind.NAME_CASE;
            defects.add(profile == Profile.HUIZHAN ? kind.at(path, other) : kind.warning(path, other));
        }
    }

    static String normalized(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /** What a file system that ignores case and normalization sees. */
    static String folded(String path) {
        return normalized(path).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
