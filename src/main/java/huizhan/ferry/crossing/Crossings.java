package huizhan.ferry.crossing;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import huizhan.audit.Audit;
import huizhan.database.DataFolder;
import huizhan.database.Jobs;
import huizhan.disc.Capacity;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Faults;
import huizhan.kernel.Zone;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which sign-offs have not gone to the restricted server yet, and the ferries that were begun for them (C1). */
@Service
public class Crossings {
    static final TaskDescriptor<String> TASK = TaskDescriptor.of("ferry.crossing", String.class);
    private final CrossingSql sql;
    private final SignOffs signOffs;
    private final Desk desk;

    /** Where, which call, what is written down of it. */
    @Component("crossingDesk")
    record Desk(OpenCall open, Zone zone, Audit audit, Clocks clocks, Jobs jobs, DataFolder data) {}

    Crossings(CrossingSql sql, SignOffs signOffs, Desk desk) {
        this.sql = sql;
        this.signOffs = signOffs;
        this.desk = desk;
    }

    /** Only the open server sends; where nothing is sent there is nothing to see. */
    public boolean sends() {
        return desk.zone() == Zone.OPEN;
    }

    /** @throws Faults.NotThere on the restricted server, and at a desk */
    void require() {
        if (!sends()) throw new Faults.NotThere();
    }

    /** The sign-offs that hold and went with no ferry yet. */
    @Transactional(readOnly = true)
    public List<SignOffs.Standing> waiting() {
        var gone = sql.everCarried(call());
        return signOffs.all().stream().filter(each -> !gone.contains(each.revision())).toList();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Ferry> all() {
        return sql.all(call());
    }

    /** The one whose discs are not complete. */
    @Transactional(readOnly = true)
    public Optional<Ferry> unfinished() {
        return all().stream().filter(each -> each.ended().isEmpty()).findFirst();
    }

    /**
     * Begins a ferry; one that isn't finished goes on instead.
     *
     * @param whole every sign-off that holds, and not only what went with none before
     * @return empty where there is nothing to carry
     */
    @Transactional
    public Optional<Ferry> begin(Actor me, Capacity capacity, boolean whole) {
        require();
        var unfinished = unfinished();
        if (unfinished.isPresent()) return unfinished;
        var cargo = whole ? signOffs.all() : waiting();
        if (cargo.isEmpty()) return Optional.empty();
        int number = all().stream().map(Ferry::number).max(Comparator.naturalOrder()).orElse(0) + 1;
        var ferry = new Ferry(UUID.randomUUID(), number, capacity, desk.clocks().business().instant().truncatedTo(ChronoUnit.SECONDS), Optional.empty());
        sql.insert(ferry, call(), me.account());
        cargo.forEach(each -> sql.carry(ferry.id(), each.revision()));
        desk.audit().record(me, "ferry.begun", subject(ferry.id()), Map.of("number", number, "nominations", cargo.size(), "whole", whole));
        return Optional.of(ferry);
    }

    /** One that was lost, to be written again: what is still there isn't made anew. */
    @Transactional
    public Ferry again(Actor me, int number) {
        require();
        var ferry = all().stream().filter(each -> each.number() == number).findFirst().orElseThrow(Faults.NotThere::new);
        desk.audit().record(me, "ferry.again", subject(ferry.id()), Map.of("number", number));
        return ferry;
    }

    /** Has a ferry written in the background. */
    @Transactional
    void soon(Ferry ferry) {
        desk.jobs().soon(TASK.instance(ferry.id().toString()).data(ferry.id().toString()).build());
    }

    boolean works(Ferry ferry) {
        return desk.jobs().isPlanned(TASK.instanceId(ferry.id().toString()));
    }

    List<CrossingSql.Disc> discs(Ferry ferry) {
        return sql.discs(ferry.id());
    }

    int cargo(Ferry ferry) {
        return sql.carried(ferry.id()).size();
    }

    /** Where the server keeps a ferry's discs. */
    public Path folder(Ferry ferry) {
        return folder(ferry.id());
    }

    Path folder(UUID ferry) {
        return desk.data().resolve("ferry").resolve(ferry.toString());
    }

    static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }

    static String subject(UUID ferry) {
        return "ferry:" + ferry;
    }

    private String call() {
        return desk.open().call().id();
    }
}
