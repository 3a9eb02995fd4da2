package huizhan.turning;

import huizhan.achievement.Achievements;
import huizhan.achievement.Erasing;
import huizhan.achievement.Filled;
import huizhan.achievement.Outcome;
import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.keys.PublicKeys;
import huizhan.material.Digests;
import huizhan.material.Material;
import huizhan.opening.OpenCall;
import huizhan.organization.cards.KeyCards;
import huizhan.turning.TurningSql.Disc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends an achievement away from the open network: first as sealed discs, then every word of it is erased (A4, C2). */
@Service
class Turnings {
    private final Achievements achievements;
    private final Erasing erasing;
    private final SealedCopies copies;
    private final TurningSql sql;
    private final Desk desk;

    /** The call, the cards, the trail, the clocks and one transaction at a time. */
    @org.springframework.stereotype.Component
    record Desk(OpenCall open, KeyCards cards, Audit audit, Clocks clocks, TransactionTemplate transaction) {}

    Turnings(Achievements achievements, Erasing erasing, SealedCopies copies, TurningSql sql, Desk desk) {
        this.achievements = achievements;
        this.erasing = erasing;
        this.copies = copies;
        this.sql = sql;
        this.desk = desk;
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
        var material = material(me, id);
        var card = card(me);
        var discs = sql.discs(id);
        return new State(material.achievements().get(0).name(), closed, card, discs, fresh(discs, content(material), card));
    }

    /** To whom it goes next: from a unit to its department, from a department to the organizer. */
    private Optional<PublicKeys> card(Actor me) {
        return me.ofDepartment() ? desk.cards().organizers() : desk.cards().departments(me.owner());
    }

    private static boolean fresh(List<Disc> discs, String content, Optional<PublicKeys> card) {
        return !discs.isEmpty() && discs.stream().allMatch(each -> each.content().equals(content) && card.filter(one -> one.id().equals(each.addressee())).isPresent());
    }

    private Filled filled(Actor me, UUID id) {
        return achievements.materialOf(me.owner(), id, huizhan.material.Achievement.folder(1));
    }

    private Material material(Actor me, UUID id) {
        var filled = filled(me, id);
        return new Filled(filled.achievement().shownAs(Disclosure.NON_PUBLIC), filled.facts(), filled.files(), filled.exceptions()).part(desk.open().call().id());
    }

    private String content(Material material) {
        return Digests.achievement(material.achievements().get(0), material, desk.open().call()).hex();
    }

    /** Makes the sealed discs anew; earlier ones are gone. A refusal leaves those that were there. */
    Optional<Text> make(Actor me, UUID id) {
        var state = state(me, id);
        if (state.closed().isPresent()) return refused(me, "turning.disc-made", id, state.closed().get());
        if (state.card().isEmpty()) return refused(me, "turning.disc-made", id, me.ofDepartment() ? NO_ORGANIZER : NO_DEPARTMENT);
        var material = material(me, id);
        try {
            var made = copies.write(id, material, filled(me, id).files(), state.card().get(), me);
            if (made.refusal().isPresent()) return refused(me, "turning.disc-made", id, made.refusal().get());
            desk.transaction().executeWithoutResult(status -> {
                sql.forget(id);
                made.discs(content(material), state.card().get().id(), desk.clocks().business().instant()).forEach(each -> sql.insert(id, each, me.account()));
                desk.audit().record(me, "turning.disc-made", "achievement:" + id, Map.of("discs", made.images().size(), "key", state.card().get().id()));
            });
            copies.keepOnly(id, made.images());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Text NO_ORGANIZER = new Text("组织单位还没有给出公钥卡，现在不能封装。可以先请组织单位给卡；材料急需离开本系统的，回到成果页清除。",
        "The organizer has not given a key card yet, so nothing can be sealed now. Ask for it; if the content must leave this system at once, erase it on its page.");
    private static final Text NO_DEPARTMENT = new Text("贵部门还没有给出公钥卡，现在不能封装。请部门经办人在“密钥”页给卡；材料急需离开本系统的，回到成果页清除。",
        "Your department has not given a key card yet, so nothing can be sealed now. Ask it to put one on its Keys page; if the content must leave this system at once, erase it on its page.");
    private static final Text NOT_FRESH = new Text("没有现在这份内容的封装光盘：还没有生成，或者生成之后内容又改了。请先生成并保存，再移出。内容没有清除。",
        "There are no sealed discs of the content as it stands: they were not made yet, or it was changed since. Make and save them first. Nothing was erased.");
    private static final Text NOT_SAVED = new Text("请先保存封装光盘并在“已经保存”前打勾。内容没有清除。", "Save the sealed discs first and tick that you have them. Nothing was erased.");

    private Optional<Text> refused(Actor me, String what, UUID id, Text why) {
        desk.audit().refused(me, what, "achievement:" + id, Map.of("reason", why.en()));
        return Optional.of(why);
    }

    /** One of the images, for whoever may still send it away. */
    Optional<Path> image(Actor me, UUID id, int number) {
        state(me, id);
        return sql.discs(id).stream().filter(each -> each.number() == number).map(each -> copies.image(id, each.name())).filter(Files::isRegularFile).findFirst();
    }

    /**
     * Erases it here.
     *
     * @param saved whether the person says that the discs are in hand
     * @return why not; empty when it is gone
     */
    Optional<Text> turn(Actor me, UUID id, boolean saved) {
        var state = state(me, id);
        if (state.closed().isEmpty() && !state.fresh()) return refused(me, "achievement.turned", id, NOT_FRESH);
        if (state.closed().isEmpty() && !saved) return refused(me, "achievement.turned", id, NOT_SAVED);
        var outcome = erasing.turn(me, id);
        if (outcome instanceof Outcome.Refused no) return Optional.of(no.why());
        copies.forget(id);
        return Optional.empty();
    }
}
