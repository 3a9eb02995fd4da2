package huizhan.rules;

import huizhan.material.Material;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The order of the material: the nomination itself first, then one achievement after the other; within one, the order of the rules. */
final class InOrderOf implements Comparator<Finding> {
    private final Map<String, Integer> position = new HashMap<>();

    InOrderOf(Material material) {
        material.achievements().forEach(each -> position.putIfAbsent(each.folder(), position.size() + 1));
    }

    @Override public int compare(Finding one, Finding other) {
        return Integer.compare(position(one), position(other));
    }

    private int position(Finding finding) {
        return position.getOrDefault(finding.place().folder(), 0);
    }
}
