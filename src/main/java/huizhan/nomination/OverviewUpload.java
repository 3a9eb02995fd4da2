package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.media.StoredFile;
import huizhan.media.UploadTarget;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where the overview film arrives; its disclosure is part of the slot, so it is asked before the first byte. */
@Component
class OverviewUpload implements UploadTarget {
    static final String SLOT = "nomination:overview:";
    private final Heads heads;

    OverviewUpload(Heads heads) {
        this.heads = heads;
    }

    @Override public boolean knows(Actor me, String slot) {
        return me.isAny(Role.DRAFTER, Role.APPROVER) && me.department().isPresent() && disclosure(slot).isPresent();
    }

    @Override public Optional<Text> refusal(Actor me, String slot, String filename, long size) {
        return heads.filmRefusal(me, disclosure(slot).orElseThrow());
    }

    @Override public Optional<Text> arrived(Actor me, String slot, StoredFile file) {
        return heads.film(me, disclosure(slot).orElseThrow(), file);
    }

    /** A department sees its own; the organizer what was signed off. */
    @Override public boolean mayRead(Actor me, UUID file) {
        return me.isAny(Role.DRAFTER, Role.APPROVER) && me.department().isPresent() && heads.holds(me.owner(), file)
            || me.is(Role.ORGANIZER) && heads.signed(file);
    }

    private static Optional<Disclosure> disclosure(String slot) {
        return slot.startsWith(SLOT) ? Disclosure.of(slot.substring(SLOT.length())) : Optional.empty();
    }
}
