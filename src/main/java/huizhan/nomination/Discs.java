package huizhan.nomination;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import huizhan.audit.Audit;
import huizhan.database.DataFolder;
import huizhan.database.Jobs;
import huizhan.kernel.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Disc images of a sign-off (B9): asked for on the receipt, made by a job, kept in the data folder for downloading. */
@Service
class Discs {
    static final TaskDescriptor<String> TASK = TaskDescriptor.of("nomination.disc", String.class);
    private final DiscSql sql;
    private final Jobs jobs;
    private final Audit audit;
    private final Path folder;
    /** Only until the next try or start: a refusal is told to whoever waits for the image. */
    private final Map<UUID, String> faults = new ConcurrentHashMap<>();

    Discs(DiscSql sql, Jobs jobs, Audit audit, DataFolder data) {
        this.sql = sql;
        this.jobs = jobs;
        this.audit = audit;
        this.folder = data.resolve("discs");
    }

    /** @param fault why the last try failed, else empty */
    record State(List<DiscSql.Image> images, boolean working, String fault) {}

    @Transactional(readOnly = true)
    State state(UUID revision) {
        var waits = jobs.isPlanned(TASK.instanceId(revision.toString()));
        return new State(sql.images(revision), waits, waits ? "" : faults.getOrDefault(revision, ""));
    }

    /** Has the images made anew in the background; asked twice it is done once. */
    @Transactional
    void make(Actor me, UUID revision) {
        faults.remove(revision);
        jobs.soon(TASK.instance(revision.toString()).data(revision.toString()).build());
        audit.record(me, "disc.asked", "revision:" + revision, Map.of());
    }

    void failed(UUID revision, String why) {
        faults.put(revision, why);
    }

    /** Images that may not be. */
    void remove(UUID revision) throws java.io.IOException {
        Traces.delete(folder(revision));
    }

    /** Where a revision's images lie. */
    Path folder(UUID revision) {
        return folder.resolve(revision.toString());
    }

    /** One image's file, if it is made and still there. */
    @Transactional(readOnly = true)
    Optional<Path> file(UUID revision, int number) {
        return sql.images(revision).stream().filter(each -> each.number() == number).map(each -> folder(revision).resolve(each.fileName()))
            .filter(Files::isRegularFile).findFirst();
    }
}
