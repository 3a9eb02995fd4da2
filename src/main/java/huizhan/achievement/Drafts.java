package huizhan.achievement;

import huizhan.material.GrantedException;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.opening.exceptions.Exceptions;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads drafts whole, any number of them in five statements. */
final class Drafts {
    private final FieldSql fields;
    private final SlotSql slots;
    private final MediaFiles media;
    private final Exceptions exceptions;

    Drafts(FieldSql fields, SlotSql slots, MediaFiles media, Exceptions exceptions) {
        this.fields = fields;
        this.slots = slots;
        this.media = media;
        this.exceptions = exceptions;
    }

    /** The exceptions that concern one achievement. */
    List<GrantedException> granted(Entry entry) {
        return Exceptions.of(exceptions.standing(entry.department()), entry.id()).toList();
    }

    Draft of(Entry entry) {
        return of(entry.department(), List.of(entry)).get(0);
    }

    /** In the order of the entries, which are all of one department. */
    List<Draft> of(UUID department, List<Entry> entries) {
        var ids = entries.stream().map(Entry::id).toList();
        var typed = fields.all(department, ids);
        var files = slots.files(department, ids);
        var objects = slots.objects(department, ids);
        var stored = media.find(files.stream().map(Placed::file).distinct().toList()).stream()
            .collect(Collectors.toMap(StoredFile::id, Function.identity()));
        var standing = exceptions.standing(department);
        return entries.stream().map(entry -> new Draft(entry, typed.get(entry.id()),
            files.stream().filter(each -> each.achievement().equals(entry.id())).toList(),
            objects.stream().filter(each -> each.achievement().equals(entry.id())).map(SlotSql.Thing::id).toList(), stored,
            Exceptions.of(standing, entry.id()).toList())).toList();
    }
}
