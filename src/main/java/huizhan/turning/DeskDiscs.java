package huizhan.turning;

import huizhan.achievement.Achievements;
import huizhan.achievement.Filled;
import huizhan.disc.Capacity;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.keys.PublicKeys;
import huizhan.material.Material;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import huizhan.turning.TurningSql.Disc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/** From a unit's desk an achievement goes to its department on sealed discs; it stays here, readable and to be filled in further (C1, C2). */
@Service
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class DeskDiscs {
    private static final String MADE = "desk.disc-made";
    private static final Text NO_CARD = new Text("这个工作台的征集包里没有推荐部门的公钥卡，不能封装。请向推荐部门要一个写明本单位名称的征集包，在“本机工作台”页换上。",
        "This desk's call kit has no key card of the department, so nothing can be sealed. Ask the department for a kit made out to your unit, and take it in on the desk's page.");
    private final Achievements achievements;
    private final Sealing sealing;
    /** One at a time: a disc takes minutes and the disk's room. */
    private final ReentrantLock one = new ReentrantLock(true);

    DeskDiscs(Achievements achievements, Sealing sealing) {
        this.achievements = achievements;
        this.sealing = sealing;
    }

    /**
     * How far it is.
     *
     * @param errors how many of the call's rules it breaks; discs of such a one are drafts, and say so
     * @param fresh  whether the discs tell what stands here
     */
    record State(String name, int errors, Optional<PublicKeys> card, List<Disc> discs, boolean fresh) {}

    /** @throws Faults.NotThere where the person doesn't see it */
    State state(Actor me, UUID id) {
        var material = material(filled(me, id));
        var card = sealing.card(me);
        var errors = (int) Rules.findings(material, sealing.open().call(), Optional.empty()).stream().filter(Finding::stops).count();
        return new State(material.achievements().get(0).name(), errors, card, sealing.discs(id), sealing.fresh(id, material, card));
    }

    private Filled filled(Actor me, UUID id) {
        if (!achievements.seen(me, id)) throw new Faults.NotThere();
        return achievements.materialOf(me.owner(), id, huizhan.material.Achievement.folder(1));
    }

    private Material material(Filled filled) {
        return filled.part(sealing.open().call().id());
    }

    /** Makes the discs anew; earlier ones are gone. */
    Optional<Text> make(Actor me, UUID id, Capacity capacity) {
        one.lock();
        try {
            var filled = filled(me, id);
            var card = sealing.card(me);
            if (card.isEmpty()) return sealing.refused(me, MADE, id, NO_CARD);
            return sealing.make(me, id, material(filled), filled.files(), card.get(), capacity, MADE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            one.unlock();
        }
    }

    /** @throws Faults.NotThere where the person doesn't see it */
    Optional<Path> image(Actor me, UUID id, int number) {
        filled(me, id);
        return sealing.image(id, number);
    }
}
