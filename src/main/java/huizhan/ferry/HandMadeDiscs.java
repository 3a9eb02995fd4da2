package huizhan.ferry;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import huizhan.audit.Audit;
import huizhan.database.Jobs;
import huizhan.folder.HandMade;
import huizhan.folder.HandMade.Place;
import huizhan.folder.Sorting;
import huizhan.folder.Sorting.Named;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Faults;
import huizhan.kernel.Role;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.material.Material;
import huizhan.media.Farewell;
import huizhan.opening.OpenCall;
import huizhan.reception.Receptions;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Discs that were made by hand (B25): their files come up as they lie, are sorted, read, and taken in as what the department sent. */
@Service
class HandMadeDiscs {
    static final Text MISPLACED = new Text("表格上标明这张光盘里有非公开成果，公开网服务器不接收，它的文件已全部清除。请把光盘转到限定网络接收。",
        "A form says that there are non-public achievements on this disc. A server on the open network doesn't take them; all its files were erased. Hand the disc to the restricted server.");
    private static final Text READING = new Text("映像里的文件还没有取出来，请稍候再接收。", "The files of its image haven’t been taken out yet; take it in when they have.");
    static final Text GONE = new Text("这张光盘的登记已经移除，不能再添文件。", "This disc's entry was removed; no file can be added.");
    static final TaskDescriptor<Void> LOOK = TaskDescriptor.of("hand-made-look");
    private static final String AGAIN = ":again";
    private static final Duration LATER = Duration.ofMinutes(1);
    private final HandMadeSql sql;
    private final HandMadeReadings readings;
    private final Imports imports;
    private final Gate gate;
    private final OpenCall open;
    private final Desk desk;

    /** Where, and what is written down of it. */
    @Component("handMadeDesk")
    record Desk(Zone zone, HandMadeNames names, Audit audit, TransactionTemplate transaction, Farewell farewell, ObjectProvider<Jobs> jobs, Receptions receptions, Clocks clocks) {}

    HandMadeDiscs(HandMadeSql sql, HandMadeReadings readings, Imports imports, Gate gate, OpenCall open, Desk desk) {
        this.sql = sql;
        this.readings = readings;
        this.imports = imports;
        this.gate = gate;
        this.open = open;
        this.desk = desk;
    }

    /** On the restricted network such a disc may hold what is not public, and a clerk has no part in it (B27). */
    boolean receives(Actor me) {
        return me.isAny(Role.ORGANIZER, Role.CONFIDENTIALITY) || me.is(Role.CLERK) && desk.zone() == Zone.OPEN;
    }

    /** @throws Faults.NotThere for whom there is nothing to see */
    void require(Actor me) {
        if (!receives(me)) throw new Faults.NotThere();
    }

    List<HandMadeSql.Disc> waiting() {
        return sql.waiting(open.call().id());
    }

    HandMadeSql.Disc find(UUID id) {
        return sql.find(open.call().id(), id).orElseThrow(Faults.NotThere::new);
    }

    List<HandMadeSql.Lying> files(UUID id) {
        return sql.files(id);
    }

    /** What was wrong with images, and with how many. */
    Map<String, Integer> imageFaults(UUID id) {
        return sql.faults(id);
    }

    static String subject(UUID id) {
        return "hand-made:" + id;
    }

    /** Begins one for a department; the day is that on which the disc came. */
    UUID begin(Actor me, UUID department, LocalDate day) {
        var disc = new HandMadeSql.Disc(UUID.randomUUID(), department, day, open.arrived(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
        desk.transaction().executeWithoutResult(status -> {
            sql.insert(disc, open.call().id(), me.account());
            desk.audit().record(me, "hand-made.begun", subject(disc.id()), Map.of("department", department.toString(), "day", day));
        });
        return disc.id();
    }

    /** Where files go whose names were told, or why they may not come. */
    record Announced(Map<String, String> slots, Optional<Text> refusal) {}

    /** Notes the names of files that will come up, with a guess of what each is for. On the open network no name tells that it isn't public. */
    Announced announce(Actor me, UUID id, List<Named> files) {
        var over = over(find(id));
        if (over.isPresent()) return new Announced(Map.of(), over);
        var clean = HandMadeNames.clean(files);
        var refusal = desk.names().refusal(clean);
        if (refusal.isPresent()) {
            if (!refusal.get().trail().isEmpty()) desk.audit().refused(me, "hand-made.announced", subject(id), Map.of("reason", refusal.get().trail(), "files", refusal.get().files()));
            return new Announced(Map.of(), refusal.map(HandMadeNames.Refusal::text));
        }
        var guessed = guessed(clean);
        return new Announced(desk.transaction().execute(status -> noted(me, id, guessed)), Optional.empty());
    }

    /** Why nothing more may come of it. */
    static Optional<Text> over(HandMadeSql.Disc disc) {
        return disc.misplaced().isPresent() ? Optional.of(MISPLACED)
            : disc.taken().isPresent() ? Optional.of(new Text("这张光盘已经接收，不能再添文件。", "This disc has been taken in; no file can be added.")) : Optional.empty();
    }

    /** Files, and what each may be for. */
    record Guessed(List<Named> files, Map<String, Optional<Place>> places) {}

    /** @param files with names that are {@link HandMadeNames#clean} */
    static Guessed guessed(List<Named> files) {
        return new Guessed(files, HandMade.guess(files));
    }

    /** Part of a transaction: the place of each file by its path. */
    private Map<String, String> noted(Actor me, UUID id, Guessed guessed) {
        var before = sql.files(id).stream().collect(Collectors.toMap(HandMadeSql.Lying::path, HandMadeSql.Lying::number));
        var slots = new LinkedHashMap<String, String>();
        int next = before.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (var file : guessed.files()) {
            if (slots.containsKey(file.path())) continue;
            var known = before.get(file.path());
            int number = known != null ? known : ++next;
            if (known == null) sql.insert(id, number, file.path(), file.size(), guessed.places().get(file.path()));
            slots.put(file.path(), HandMadeUpload.slot(id, number));
        }
        desk.audit().record(me, "hand-made.announced", subject(id), Map.of("files", guessed.files().size()));
        return slots;
    }

    /**
     * Part of a transaction: files that lie stored already, which is how those of an image come.
     *
     * @param come the files by their paths
     */
    void came(Actor me, UUID id, Guessed guessed, Map<String, UUID> come) {
        var sizes = guessed.files().stream().collect(Collectors.toMap(Named::path, Named::size, (one, other) -> one));
        noted(me, id, guessed).forEach((path, slot) -> arrives(id, HandMadeUpload.number(slot), come.get(path), sizes.get(path)));
        lookSoon(id);
    }

    /** Part of a transaction: a file takes its place, and one that lay there goes; false where the place is gone. */
    boolean arrives(UUID id, int number, UUID file, long size) {
        sql.file(id, number).filter(before -> !before.equals(file)).ifPresent(before -> {
            desk.farewell().file(before);
            sql.replaced(id, number, size);
        });
        return sql.arrived(id, number, file);
    }

    /** What the person has said of each file by its number. */
    record Said(Optional<Place> place, boolean looked) {}

    void sort(Actor me, UUID id, Map<Integer, Said> said) {
        if (over(find(id)).isPresent()) return;
        desk.transaction().executeWithoutResult(status -> {
            var files = sql.files(id).stream().collect(Collectors.toMap(HandMadeSql.Lying::number, each -> each));
            said.forEach((number, each) -> Optional.ofNullable(files.get(number)).ifPresent(before -> {
                if (!before.place().equals(each.place())) sql.place(id, number, each.place());
                if (before.looked() != each.looked()) sql.looked(id, number, each.looked() ? Optional.of(open.arrived()) : Optional.empty(), me.account());
            }));
            desk.audit().record(me, "hand-made.sorted", subject(id), Map.of("files", said.size()));
        });
    }

    /** Takes it in as what the department sent; the reasons where it can't be. */
    List<Objection> take(Actor me, UUID id) throws IOException {
        var disc = find(id);
        var seen = sql.files(id);
        if (strays(me, id)) return List.of(new Objection(Imports.ZONE, "", MISPLACED));
        if (disc.images() > 0) return List.of(new Objection("import.hand-made", "", READING));
        var reading = readings.read(id);
        if (reading.material().isEmpty()) return List.of(new Objection("import.hand-made", "", reading.fault().orElseThrow()));
        var material = told(reading.material().get());
        var objections = Stream.concat(gate.said(material, gate.findings(material), ""), gate.online(disc.department(), "").stream()).toList();
        if (!objections.isEmpty()) {
            desk.audit().refused(me, "hand-made.taken", subject(id), Map.of("reasons", objections.stream().map(Objection::code).distinct().collect(Collectors.joining(" "))));
            return objections;
        }
        var gone = desk.transaction().execute(status -> {
            // what came after the reading nobody has looked at
            if (!sql.hold(id) || !sql.files(id).equals(seen) || find(id).images() > 0) throw new StaleData("hand-made disc " + id);
            var left = imports.receive(me, disc.department(), material, reading.files());
            sql.taken(id, open.arrived(), me.account());
            desk.audit().record(me, "hand-made.taken", subject(id), Map.of("department", disc.department().toString(), "files", reading.files().size()));
            left.forEach(desk.farewell()::file);
            tick(me, disc, !Openly.all(material), true);
            return left;
        });
        imports.forget(java.util.Objects.requireNonNull(gone));
        return List.of();
    }

    /** What a form leaves open counts as non-public where that may lie; elsewhere the department is asked. */
    private Material told(Material read) {
        if (!desk.zone().mayHold(Disclosure.NON_PUBLIC)) return read;
        return read.with(read.achievements().stream().map(each -> each.shownTo().isPresent() ? each : each.shownAs(Disclosure.NON_PUBLIC)).toList());
    }

    /** The disc can't be read and is asked for again: what has come of it goes, its first day stays. */
    void unreadable(Actor me, UUID id) {
        clear(id, () -> {
            sql.empty(id);
            sql.unreadable(id, open.arrived());
            tick(me, find(id), desk.zone().mayHold(Disclosure.NON_PUBLIC), false);
            desk.audit().record(me, "hand-made.unreadable", subject(id), Map.of());
        });
    }

    /** On the open network a whole list may have stubs, and still lies in the open parcel. */
    private void tick(Actor me, HandMadeSql.Disc disc, boolean prescribed, boolean readable) {
        desk.receptions().discs(me, disc.department(), new Receptions.DiscsFound(prescribed && desk.zone().mayHold(Disclosure.NON_PUBLIC), 1, disc.id(), readable));
    }

    /** It was begun by mistake. */
    void erase(Actor me, UUID id) {
        clear(id, () -> {
            sql.delete(id);
            desk.audit().record(me, "hand-made.erased", subject(id), Map.of());
        });
    }

    private void clear(UUID id, Runnable work) {
        desk.transaction().executeWithoutResult(status -> {
            if (!sql.hold(id)) throw new Faults.NotThere();
            goes(id);
            work.run();
        });
    }

    /** Part of a transaction: all that has come of it, and what is on its way. */
    private void goes(UUID id) {
        sql.files(id).stream().flatMap(each -> each.file().stream()).forEach(desk.farewell()::file);
        sql.images(id).forEach(desk.farewell()::file);
        desk.farewell().uploads(HandMadeUpload.slots(id));
    }

    /** Part of a transaction: a file that came when all others had to go. */
    void late(UUID id, UUID file) {
        desk.farewell().file(file);
        desk.farewell().uploads(HandMadeUpload.slots(id));
    }

    /** Part of a transaction. Whoever sends files may never open the page, so what has come is looked at without him. */
    void lookSoon(UUID id) {
        if (desk.zone() != Zone.OPEN) return;
        desk.jobs().getObject().first(LOOK.instance(id.toString()).build());
        // one that ends just now has not seen this file, and keeps another from being planned
        desk.jobs().getObject().at(LOOK.instance(id + AGAIN).build(), desk.clocks().system().instant().plus(LATER));
    }

    /** The job; again for what came in the meantime, since one that runs keeps a second from being planned. */
    void look(String instance) {
        var id = UUID.fromString(instance.replace(AGAIN, ""));
        long seen = -1;
        for (long come = come(id); come != seen && !strays(Actor.program(), id); come = come(id)) {
            seen = come;
        }
    }

    private long come(UUID id) {
        return sql.files(id).stream().filter(each -> each.file().isPresent()).count();
    }

    /** Whether it may not lie here. What has come of it goes as soon as that is known, before anybody has seen it (A4). */
    boolean strays(Actor me, UUID id) {
        var disc = sql.find(open.call().id(), id);
        if (disc.isEmpty() || disc.get().taken().isPresent()) return false;
        if (disc.get().misplaced().isPresent()) return true;
        if (!readings.misplaced(id)) return false;
        desk.transaction().executeWithoutResult(status -> {
            if (sql.misplaced(id, open.arrived())) {
                goes(id);
                sql.empty(id);
                desk.audit().record(me, "hand-made.misplaced", subject(id), Map.of());
            }
        });
        return true;
    }
}
