package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.Digests;
import huizhan.media.StoredFile;
import huizhan.opening.OpenCall;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Achievements that came on discs become drafts under the ids they came with (C1), which the department fills in from then on: through the same
 * doors as if each field had been typed, so that every word before and after stays in the history (B4).
 */
public class Bringing {
    private final EntrySql sql;
    private final Drafts drafts;
    private final Guard guard;
    private final Achievements achievements;
    private final Overwriting overwriting;
    private final Desk desk;

    /** Which call, the fields as they are filled for the first time, and the trail. */
    record Desk(OpenCall open, Intake intake, Audit audit) {}

    Bringing(EntrySql sql, Drafts drafts, Guard guard, Achievements achievements, Overwriting overwriting, Desk desk) {
        this.sql = sql;
        this.drafts = drafts;
        this.guard = guard;
        this.achievements = achievements;
        this.overwriting = overwriting;
        this.desk = desk;
    }

    /**
     * One that is here.
     *
     * @param digest of its content as it stands
     */
    public record Here(String name, Disclosure disclosure, Sha256 digest) {}

    /** Those of the ids that are here, whatever their state. */
    @Transactional(readOnly = true)
    public Map<UUID, Here> here(UUID department, Collection<UUID> ids) {
        var here = new LinkedHashMap<UUID, Here>();
        var entries = sql.some(department, desk.open().call().id(), ids);
        for (var draft : drafts.of(department, entries)) {
            var filled = achievements.filled(draft);
            here.put(draft.entry().id(), new Here(draft.text("name"), draft.entry().disclosure(),
                Digests.achievement(filled.achievement(), filled.part(desk.open().call().id()), desk.open().call())));
        }
        return here;
    }

    /** What the fields and places would not take of one, everything at once. */
    public List<Text> unfit(Achievement from) {
        return overwriting.unfit(from);
    }

    /**
     * Begins one, fills it in and hands it to the list where it has no errors. Part of the caller's transaction.
     *
     * @param unit  whose it is, where that is known
     * @param files the stored file behind each path that it names
     * @throws Intake.Unfit where something of it is refused
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Actor me, Achievement from, Optional<UUID> unit, Map<String, StoredFile> files) {
        var id = from.id().orElseThrow();
        var disclosure = from.shownTo().orElseThrow();
        sql.insert(new Entry(id, me.owner(), unit, true, disclosure, desk.open().arrived(), Optional.empty(), 1), desk.open().call().id(), me.account());
        desk.audit().record(me, "achievement.brought", Guard.subject(id), Map.of("disclosure", disclosure.code()));
        desk.intake().fill(me, id, from, path -> Optional.ofNullable(files.get(path)));
        achievements.handOver(me, id);
    }

    /** Puts another version in the place of the one that is here, as {@link #begin} does; what stood here before is in the history. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(Actor me, Achievement from, Map<String, StoredFile> files) {
        var id = from.id().orElseThrow();
        if (guard.see(me, id).away() && achievements.takeBack(me, id) instanceof Outcome.Refused no) throw new Intake.Unfit(no.why());
        show(me, id, from.shownTo().orElseThrow());
        overwriting.overwrite(me, id, from, files);
        achievements.handOver(me, id);
    }

    /** The newest list says that it isn't for the public, whatever an earlier one said (A4). Part of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hide(Actor me, UUID id) {
        show(me, id, Disclosure.NON_PUBLIC);
    }

    private void show(Actor me, UUID id, Disclosure disclosure) {
        var entry = guard.see(me, id);
        if (entry.disclosure() == disclosure) return;
        sql.show(entry, disclosure);
        desk.audit().record(me, "achievement.shown", Guard.subject(id), Map.of("disclosure", disclosure.code()));
    }
}
