package huizhan.disc;

import huizhan.disc.DiscVerifier.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Discs that belong together ({@code Bag-Group-Identifier}, {@code Bag-Count}), held against one another (B9, C2). */
final class DiscSet {

    private DiscSet() {}

    /** What is wrong with the sets that these discs make up: a volume is missing, is there twice, or belongs elsewhere. */
    static List<Defect> defects(List<Verdict> verdicts) {
        var sets = new LinkedHashMap<String, Map<Integer, List<Verdict>>>();
        for (var verdict : verdicts) {
            verdict.group().ifPresent(group -> sets.computeIfAbsent(group.identifier() + " / " + group.count(), any -> new TreeMap<>())
                    .computeIfAbsent(group.number(), any -> new ArrayList<>()).add(verdict));
        }
        var largest = sets.entrySet().stream().max(Comparator.comparingInt(set -> set.getValue().size())).map(Map.Entry::getKey).orElse("");
        var defects = new ArrayList<Defect>();
        sets.forEach((name, volumes) -> defects.addAll(set(name, volumes, name.equals(largest))));
        return defects;
    }

    private static List<Defect> set(String name, Map<Integer, List<Verdict>> volumes, boolean largest) {
        var group = volumes.values().iterator().next().get(0).group().orElseThrow();
        var defects = new ArrayList<Defect>();
        volumes.values().stream().filter(same -> same.size() > 1).forEach(same -> defects.add(DefectKind.SET_DOUBLE.at(same.get(1).path().toString(), same.get(0).path())));
        var missing = IntStream.rangeClosed(1, group.count()).filter(number -> !volumes.containsKey(number)).boxed().toList();
        if (!missing.isEmpty() && largest) {
            missing.forEach(number -> defects.add(DefectKind.SET_MISSING.at(group.identifier(), number, group.count())));
        } else if (!missing.isEmpty()) {
            volumes.values().forEach(same -> defects.add(DefectKind.SET_FOREIGN.at(same.get(0).path().toString(), name)));
        }
        return defects;
    }
}
