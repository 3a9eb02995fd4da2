package huizhan.turning;

import huizhan.achievement.Achievements;
import huizhan.achievement.Erasing;
import huizhan.achievement.Filled;
import huizhan.achievement.Outcome;
import huizhan.disc.Capacity;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.keys.PublicKeys;
import huizhan.material.Material;
import huizhan.turning.TurningSql.Disc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Service;

/** Sends an achievement away from the open network: first as sealed discs, then every word of it is erased (A4, C2). */
@Service
class Turnings {
    private final Achievements achievements;
    private final Erasing erasing;
    private final Sealing sealing;
    /** One at a time: a disc takes minutes and the disk's room, and nothing may be sent away while its discs are made anew. */
    private final ReentrantLock one = new ReentrantLock(true);

    Turnings(Achievements achievements, Erasing erasing, Sealing sealing) {
        this.achievements = achievements;
        this.erasing = erasing;
        this.sealing = sealing;
    }

    /**
     * How far it is.
     *
     * @param closed why it can't be sent away now
     * @param card   of the next addressee, empty until that has given one
     * @param discs  those that were made
     * @param fresh  whether they hold the content as it stands, and are sealed to the card in force
     */
    record State(String name, Optional<Text> closed, Optional<PublicKeys> card, List<Disc> discs, boolean fresh) {}

    /** @throws Faults.NotThere where the person doesn't see it */
    State state(Actor me, UUID id) {
        var closed = achievements.unturnable(me, id);
        var material = material(filled(me, id));
        var card = sealing.card(me);
        return new State(material.achievements().get(0).name(), closed, card, sealing.discs(id), sealing.fresh(id, material, card));
    }

    private Filled filled(Actor me, UUID id) {
        return achievements.materialOf(me.owner(), id, huizhan.material.Achievement.folder(1));
    }

    private Material material(Filled filled) {
        return new Filled(filled.achievement().shownAs(Disclosure.NON_PUBLIC), filled.facts(), filled.files(), filled.exceptions()).part(sealing.open().call().id());
    }

    /** Makes the sealed discs anew; earlier ones are gone. A refusal leaves those that were there. */
    Optional<Text> make(Actor me, UUID id, Capacity capacity) {
        one.lock();
        try {
            var state = state(me, id);
            if (state.closed().isPresent()) return sealing.refused(me, MADE, id, state.closed().get());
            if (state.card().isEmpty()) return sealing.refused(me, MADE, id, me.ofDepartment() ? NO_ORGANIZER : NO_DEPARTMENT);
            var filled = filled(me, id);
            return sealing.make(me, id, material(filled), filled.files(), state.card().get(), capacity, MADE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            one.unlock();
        }
    }

    private static final String MADE = "turning.disc-made";
    private static final Text NO_ORGANIZER = new Text("组织单位还没有给出公钥卡，现在不能封装。可以先请组织单位给卡；材料急需离开本系统的，回到成果页清除。",
        "The organizer has not given a key card yet, so nothing can be sealed now. Ask for it; if the content must leave this system at once, erase it on its page.");
    private static final Text NO_DEPARTMENT = new Text("贵部门还没有给出公钥卡，现在不能封装。请部门经办人在“密钥”页给卡；材料急需离开本系统的，回到成果页清除。",
        "Your department has not given a key card yet, so nothing can be sealed now. Ask it to put one on its Keys page; if the content must leave this system at once, erase it on its page.");
    private static final Text NOT_FRESH = new Text("没有现在这份内容的封装光盘：还没有生成，或者生成之后内容又改了。请先生成并保存，再移出。内容没有清除。",
        "There are no sealed discs of the content as it stands: they were not made yet, or it was changed since. Make and save them first. Nothing was erased.");
    private static final Text NOT_SAVED = new Text("请先保存封装光盘并在“已经保存”前打勾。内容没有清除。", "Save the sealed discs first and tick that you have them. Nothing was erased.");

    /** One of the images, for whoever may still send it away. */
    Optional<Path> image(Actor me, UUID id, int number) {
        if (state(me, id).closed().isPresent()) return Optional.empty();
        return sealing.image(id, number);
    }

    /**
     * Erases it here.
     *
     * @param saved whether the person says that the discs are in hand
     * @return why not; empty when it is gone
     */
    Optional<Text> turn(Actor me, UUID id, boolean saved) {
        one.lock();
        try {
            var outcome = erasing.turn(me, id, filled -> objection(me, id, filled, saved));
            if (outcome instanceof Outcome.Refused no) return Optional.of(no.why());
            sealing.forget(id);
            return Optional.empty();
        } finally {
            one.unlock();
        }
    }

    /** Asked in the transaction that erases: what a colleague has written since the discs were made is on none of them. */
    private Optional<Text> objection(Actor me, UUID id, Filled filled, boolean saved) {
        if (!sealing.fresh(id, material(filled), sealing.card(me))) return sealing.refused(me, "achievement.turned", id, NOT_FRESH);
        return saved ? Optional.empty() : sealing.refused(me, "achievement.turned", id, NOT_SAVED);
    }
}
