package huizhan.ferry;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import huizhan.audit.Audit;
import huizhan.database.Jobs;
import huizhan.ferry.WaitingDiscSql.Stay;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Faults;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.media.Farewell;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.media.UploadTarget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Disc images that were sent up and wait to be checked and taken in. */
@Service
class WaitingDiscs implements UploadTarget {
    static final String SLOT = "discs:waiting";
    static final TaskDescriptor<Void> LOOK = TaskDescriptor.of("waiting-disc-look");
    /** A Blu-ray disc. */
    static final long LARGEST = 25_025_315_816L;
    private final WaitingDiscSql sql;
    private final MediaFiles media;
    private final Clocks clocks;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Zone zone;
    private final Later later;

    WaitingDiscs(WaitingDiscSql sql, MediaFiles media, Clocks clocks, Audit audit, TransactionTemplate transaction, Zone zone, Later later) {
        this.sql = sql;
        this.media = media;
        this.clocks = clocks;
        this.audit = audit;
        this.transaction = transaction;
        this.zone = zone;
        this.later = later;
    }

    /** What is done in the background. The jobs are looked up late: they know this one. */
    @Component
    record Later(Farewell farewell, ObjectProvider<Jobs> jobs) {}

    static boolean receives(Actor me) {
        return me.isAny(Role.ORGANIZER, Role.CLERK, Role.CONFIDENTIALITY);
    }

    List<WaitingDiscSql.Waiting> all() {
        return sql.all();
    }

    /** Those of the ids that wait, ready to be opened. */
    List<Deliveries.Input> inputs(List<UUID> ids) {
        return sql.all().stream().filter(each -> ids.contains(each.id()) && each.stay() == Stay.MAY)
            .flatMap(each -> media.find(each.file()).map(file -> new Deliveries.Input(media.path(file), each.name())).stream()).toList();
    }

    @Override public boolean knows(Actor me, String slot) {
        return slot.equals(SLOT) && (receives(me) || zone == Zone.DESK && me.ofDepartment());
    }

    @Override public Optional<Text> refusal(Actor me, String slot, String filename, long size) {
        return Optional.empty();
    }

    /** Its files are looked at one by one when it is taken in, of a sealed one those inside. */
    @Override public boolean lookedIntoLater(String slot) {
        return true;
    }

    @Override public long largest(String slot) {
        return LARGEST;
    }

    @Override public Optional<Text> arrived(Actor me, String slot, StoredFile file) {
        var id = UUID.randomUUID();
        sql.insert(new WaitingDiscSql.Waiting(id, file.id(), file.originalName(), file.size(), clocks.business().instant(), Stay.MAY), me.account());
        audit.record(me, "disc.sent-up", "file:" + file.id(), Map.of("bytes", file.size()));
        if (zone == Zone.OPEN) later.jobs().getObject().first(LOOK.instance(id.toString()).build());
        return Optional.empty();
    }

    /** Nobody reads a byte of one before it was checked. */
    @Override public boolean mayRead(Actor me, UUID file) {
        return false;
    }

    /** @throws Faults.NotThere where it doesn't wait any more */
    void remove(Actor me, UUID id) throws IOException {
        var waiting = sql.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
        transaction.executeWithoutResult(status -> {
            sql.delete(id);
            later.farewell().file(waiting.file());
            audit.record(me, "disc.put-aside", "file:" + waiting.file(), Map.of());
        });
        media.remove(waiting.file());
    }

    /** It may not lie here, whoever has sent it: it goes at once, and its row tells why (A4). */
    void goes(Actor me, UUID id, Stay why) {
        transaction.executeWithoutResult(status -> sql.all().stream().filter(each -> each.id().equals(id) && sql.gone(id, why)).forEach(each -> {
            later.farewell().file(each.file());
            audit.refused(me, why == Stay.UNTOLD ? "disc.untold" : "disc.misplaced", "file:" + each.file(), Map.of());
        }));
    }

    /** Takes away those that are no longer needed; whoever was faster has done it. */
    void clear(List<UUID> ids) throws IOException {
        for (var each : sql.all().stream().filter(one -> ids.contains(one.id())).toList()) {
            transaction.executeWithoutResult(status -> {
                sql.delete(each.id());
                later.farewell().file(each.file());
            });
            media.remove(each.file());
        }
    }
}
