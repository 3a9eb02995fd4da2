package huizhan.media;

import huizhan.kernel.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** All places that files can have, asked in turn. They are looked up late, because they themselves use this module. */
final class UploadTargets {
    private final Supplier<List<UploadTarget>> all;

    UploadTargets(Supplier<List<UploadTarget>> all) {
        this.all = all;
    }

    Optional<UploadTarget> of(Actor me, String slot) {
        return all.get().stream().filter(each -> each.knows(me, slot)).findFirst();
    }

    boolean mayRead(Actor me, UUID file) {
        return all.get().stream().anyMatch(each -> each.mayRead(me, file));
    }
}
