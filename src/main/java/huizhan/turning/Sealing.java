package huizhan.turning;

import huizhan.achievement.Achievements;
import huizhan.audit.Audit;
import huizhan.disc.Capacity;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.keys.PublicKeys;
import huizhan.material.Digests;
import huizhan.material.Material;
import huizhan.media.StoredFile;
import huizhan.opening.OpenCall;
import huizhan.organization.cards.KeyCards;
import huizhan.turning.TurningSql.Disc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the sealed discs of one achievement for the next addressee, and knows whether those that were made still tell what stands there (C2). */
@Component
class Sealing {
    private final Achievements achievements;
    private final SealedCopies copies;
    private final TurningSql sql;
    private final Desk desk;

    /** The call, the cards, the trail, the clocks and one transaction at a time. */
    @Component
    record Desk(OpenCall open, KeyCards cards, Audit audit, Clocks clocks, TransactionTemplate transaction) {}

    Sealing(Achievements achievements, SealedCopies copies, TurningSql sql, Desk desk) {
        this.achievements = achievements;
        this.copies = copies;
        this.sql = sql;
        this.desk = desk;
    }

    OpenCall open() {
        return desk.open();
    }

    /** To whom it goes next: from a unit to its department, from a department to the organizer. */
    Optional<PublicKeys> card(Actor me) {
        return me.ofDepartment() ? desk.cards().organizers() : desk.cards().departments(me.owner());
    }

    List<Disc> discs(UUID id) {
        return sql.discs(id);
    }

    /** Whether the discs are of this material, sealed to this card, and still there. */
    boolean fresh(UUID id, Material material, Optional<PublicKeys> card) {
        var discs = sql.discs(id);
        var content = content(material);
        return !discs.isEmpty() && discs.stream().allMatch(each -> each.content().equals(content) && card.filter(to -> to.id().equals(each.addressee())).isPresent()
            && Files.isRegularFile(copies.image(id, each.name())));
    }

    private String content(Material material) {
        return Digests.achievement(material.achievements().get(0), material, desk.open().call()).hex();
    }

    /**
     * Makes them anew; earlier ones are gone. A refusal leaves those that were there.
     *
     * @param what how the trail calls it
     * @throws Faults.NotThere where it was erased meanwhile: then not even its discs may stay
     */
    Optional<Text> make(Actor me, UUID id, Material material, Map<String, StoredFile> files, PublicKeys card, Capacity capacity, String what) throws IOException {
        var made = copies.write(id, material, files, card, me, capacity);
        if (made.refusal().isPresent()) return refused(me, what, id, made.refusal().get());
        boolean kept = Boolean.TRUE.equals(desk.transaction().execute(status -> {
            if (!achievements.seen(me, id)) return false;
            sql.forget(id);
            made.discs(content(material), card.id(), desk.clocks().business().instant()).forEach(each -> sql.insert(id, each, me.account()));
            desk.audit().record(me, what, "achievement:" + id, Map.of("discs", made.images().size(), "key", card.id()));
            return true;
        }));
        if (!kept) {
            copies.forget(id);
            throw new Faults.NotThere();
        }
        copies.keepOnly(id, made.images());
        return Optional.empty();
    }

    Optional<Text> refused(Actor me, String what, UUID id, Text why) {
        desk.audit().refused(me, what, "achievement:" + id, Map.of("reason", why.en()));
        return Optional.of(why);
    }

    Optional<Path> image(UUID id, int number) {
        return sql.discs(id).stream().filter(each -> each.number() == number).map(each -> copies.image(id, each.name())).filter(Files::isRegularFile).findFirst();
    }

    void forget(UUID id) {
        copies.forget(id);
    }
}
