package huizhan.disc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What speaks against writing a plan, before its first byte is read. */
final class PlanCheck {
    private static final int DEEPEST = 8;
    private static final int LONGEST_PATH = 240;
    private static final List<String> OURS = List.of("bagit.txt", "bag-info.txt", BagTags.MANIFEST, BagTags.TAG_MANIFEST);

    private final Map<String, String> seen = new HashMap<>();

    PlanCheck() {
        OURS.forEach(name -> seen.put(name, name));
    }

    List<Defect> plan(Plan plan, Capacity capacity) {
        var defects = new ArrayList<Defect>();
        if (!plan.label().matches("[A-Z0-9_]{1,16}")) {
            defects.add(DefectKind.PLAN_NAME.at(plan.label(), "A-Z 0-9 _, 1-16"));
        }
        for (var line : plan.info()) {
            if (!line.label().matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
                defects.add(DefectKind.PLAN_NAME.at("bag-info.txt", line.label()));
            }
        }
        defects.addAll(items(plan.payload(), true));
        defects.addAll(room(plan, capacity));
        return defects;
    }

    /** Names and sizes of some of the files; remembers them, so that later ones can't have the same name. */
    List<Defect> items(List<Plan.Item> items, boolean payload) {
        var defects = new ArrayList<Defect>();
        for (var item : items) {
            check(item, payload, defects);
        }
        return defects;
    }

    private void check(Plan.Item item, boolean payload, List<Defect> defects) {
        var path = item.path();
        var names = path.split("/", -1);
        if (path.startsWith("data/") != payload || names.length > DEEPEST || path.length() > LONGEST_PATH) {
            defects.add(DefectKind.PLAN_NAME.at(path, path));
        }
        for (var name : names) {
            Naming.objection(name).ifPresent(why -> defects.add(DefectKind.PLAN_NAME.at(path, why)));
        }
        var other = seen.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (other != null) {
            defects.add(DefectKind.PLAN_DUPLICATE.at(path, other));
        }
        if (item.size() > IsoLayout.LARGEST_FILE) {
            defects.add(DefectKind.PLAN_TOO_LARGE.at(path, item.size()));
        }
    }

    private static List<Defect> room(Plan plan, Capacity capacity) {
        var defects = new ArrayList<Defect>();
        for (var item : plan.payload()) {
            if (item.size() > capacity.bytes()) {
                defects.add(tooSmall(item.path(), item.size(), capacity));
            }
        }
        if (defects.isEmpty() && plan.leastBytes() > capacity.bytes()) {
            defects.add(tooSmall(plan.label(), plan.leastBytes(), capacity));
        }
        return defects;
    }

    static Defect tooSmall(String place, long bytes, Capacity capacity) {
        var fits = Capacity.fitting(bytes).map(each -> " → --capacity " + each.name()).orElse("");
        return DefectKind.PLAN_OVER_CAPACITY.at(place, bytes, capacity.bytes() + fits);
    }
}
