package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** All places that files can have, asked in turn. They are looked up late, because they themselves use this module. */
final class UploadTargets {
    private final Supplier<List<UploadTarget>> all;
    private final Supplier<List<NameCheck>> names;

    UploadTargets(Supplier<List<UploadTarget>> all, Supplier<List<NameCheck>> names) {
        this.all = all;
        this.names = names;
    }

    /** Why no file of this name may come, wherever it is to go. */
    Optional<Text> named(Actor me, String slot, String filename) {
        return names.get().stream().flatMap(each -> each.refusal(me, slot, filename).stream()).findFirst();
    }

    Optional<UploadTarget> of(Actor me, String slot) {
        return all.get().stream().filter(each -> each.knows(me, slot)).findFirst();
    }

    boolean mayRead(Actor me, UUID file) {
        return all.get().stream().anyMatch(each -> each.mayRead(me, file));
    }
}
