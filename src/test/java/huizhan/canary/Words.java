package huizhan.canary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which word went to which door: no two have the same, so that a leak tells its door. */
final class Words {
    private final Map<Integer, String> doors = new LinkedHashMap<>();

    /** A new word for a door. */
    int number(String door) {
        doors.put(doors.size() + 1, door);
        return doors.size();
    }

    String of(String door) {
        return Scan.word(number(door));
    }

    int count() {
        return doors.size();
    }

    String door(int number) {
        return doors.getOrDefault(number, "a word that was planted");
    }

    /** Doors whose words are not among those that were found. */
    Set<String> missing(Set<Integer> found, int after) {
        var missing = new TreeSet<String>();
        doors.forEach((number, door) -> {
            if (number > after && !found.contains(number)) missing.add(door);
        });
        return missing;
    }
}
