package huizhan.achievement;

import huizhan.material.GrantedException;
import huizhan.media.StoredFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One achievement with everything in it, as it stands now.
 *
 * @param fields  what was typed, by field id
 * @param files   in the order of their slots
 * @param objects ids, oldest first
 * @param stored  the files themselves, by their id
 * @param granted the exceptions that concern it (B24)
 */
record Draft(Entry entry, Map<String, Written> fields, List<Placed> files, List<UUID> objects, Map<UUID, StoredFile> stored,
             List<GrantedException> granted) {

    Written field(String id) {
        return fields.getOrDefault(id, Written.NEVER);
    }

    String text(String id) {
        return field(id).value();
    }

    List<Placed> in(Slot slot) {
        return files.stream().filter(each -> each.slot() == slot).toList();
    }

    List<Placed> photos(UUID object) {
        return in(Slot.PHOTO).stream().filter(each -> each.object().equals(Optional.of(object))).toList();
    }

    Optional<Placed> placed(UUID id) {
        return files.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<StoredFile> file(Placed placed) {
        return Optional.ofNullable(stored.get(placed.file()));
    }

    Stream<String> lines(String id) {
        return text(id).lines().filter(line -> !line.isBlank());
    }

    /** The same with some fields as they were typed just now, kept or not. */
    Draft with(Map<String, Written> typed) {
        var all = new java.util.LinkedHashMap<>(fields);
        all.putAll(typed);
        return new Draft(entry, all, files, objects, stored, granted);
    }
}
