package huizhan.ferry;

import huizhan.audit.Audit;
import huizhan.database.ErasedTraces;
import huizhan.folder.Identified;
import huizhan.folder.RecordReader;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.Digests;
import huizhan.material.Material;
import huizhan.media.MediaBatch;
import huizhan.media.MediaFiles;
import huizhan.media.VirusFault;
import huizhan.nomination.Receiving;
import huizhan.opening.OpenCall;
import huizhan.organization.Department;
import huizhan.reception.Receptions;
import huizhan.rules.Finding;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes discs in (C1, C3): first everything that is wrong is told, then all of it comes in or none, and the same disc twice is one import.
 * A stop at any moment leaves it as if it had not begun, or complete: bytes first, without a row that knows of them, then all rows at once.
 */
@Service
public class Imports {
    static final String ZONE = "import.zone";
    private static final String SUPERSEDED = "由后来的光盘补齐或更新";
    private final ArrivalSql sql;
    private final Arrivals arrivals;
    private final Addressing addressing;
    private final Gate gate;
    private final MediaFiles media;
    private final Ferries ferries;
    private final Desk desk;

    /** Which call, where, what becomes of it, and what is written down of it. */
    @Component
    record Desk(OpenCall open, Zone zone, Audit audit, Receiving receiving, ErasedTraces traces, Receptions receptions) {}

    Imports(ArrivalSql sql, Arrivals arrivals, Addressing addressing, Gate gate, MediaFiles media, Ferries ferries, Desk desk) {
        this.sql = sql;
        this.arrivals = arrivals;
        this.addressing = addressing;
        this.gate = gate;
        this.media = media;
        this.ferries = ferries;
        this.desk = desk;
    }

    /** Told of each step, in the words of a log: {@code storing 3/57}. */
    @FunctionalInterface
    public interface Progress {
        void at(String step);
    }

    /**
     * What one set of discs is to this server.
     *
     * @param known    it was taken in before
     * @param findings what the call's rules say of it; none of them keeps it out
     */
    public record Seen(Delivery delivery, Department department, boolean known, List<Finding> findings) {}

    /**
     * What was found: either objections, and then nothing may come in, or each set.
     *
     * @param left  what keeps single departments of a ferry out
     * @param discs every disc with its signature
     */
    public record Look(List<Seen> seen, List<Objection> objections, List<Objection> left, List<Deliveries.Seen> discs) {
        static final Look NOTHING = new Look(List.of(), List.of(), List.of(), List.of());
    }

    /** What a department's nomination is after the import. */
    public record Merged(Department department, int lines, List<Gap> gaps, Optional<UUID> revision) {}

    /** What became of it; {@code left} as in {@link Look}. */
    public record Outcome(List<Objection> objections, List<Merged> merged, List<Objection> left) {
        static final Outcome NOTHING = new Outcome(List.of(), List.of(), List.of());

        public static Outcome none(Look look) {
            return new Outcome(look.objections(), List.of(), look.left());
        }
    }

    /**
     * Looks without taking in. On the open network what isn't public is refused before anything else is said of it.
     *
     * @param said the department's code where somebody gave one
     */
    public Look look(Deliveries deliveries, Optional<String> said) throws IOException {
        if (!desk.zone().mayHold(Disclosure.NON_PUBLIC) && deliveries.more()) {
            return new Look(List.of(), List.of(new Objection(ZONE, "", new Text("这些光盘中有封装光盘，或有没有标明公开的内容。公开网服务器不接收，也不保留。请按规定渠道报送，在限定网络的服务器上接收。",
                "Some of these discs are sealed, or hold content that doesn't say it is public. A server on the open network neither takes nor keeps it. Send them by the prescribed channel, to the restricted server."))), List.of(), List.of());
        }
        var objections = new ArrayList<>(deliveries.objections());
        var left = new ArrayList<>(deliveries.left());
        var seen = new ArrayList<Seen>();
        for (var delivery : deliveries.all()) {
            var wrong = new ArrayList<Objection>();
            var sender = addressing.of(delivery, said);
            sender.objection().ifPresent(wrong::add);
            sender.department().ifPresent(department -> seen.add(seen(delivery, department, wrong)));
            wrong.forEach(each -> delivery.ferried().ifPresentOrElse(told -> left.add(each.of(told)), () -> objections.add(each)));
        }
        seen.removeIf(each -> each.delivery().ferried().filter(told -> left.stream().anyMatch(no -> no.place().startsWith(told.department() + " "))).isPresent());
        return new Look(objections.isEmpty() ? seen : List.of(), objections, left, deliveries.seen());
    }

    private Seen seen(Delivery delivery, Department department, List<Objection> objections) {
        var findings = gate.findings(delivery.material());
        gate.said(delivery.material(), findings, delivery.name()).forEach(objections::add);
        boolean known = known(delivery);
        if (!known) gate.online(department.id(), delivery.name()).ifPresent(objections::add);
        return new Seen(delivery, department, known, findings);
    }

    /**
     * Takes in what was read from a disc made by hand; its files are stored. Part of the caller's transaction.
     *
     * @return the files that may no longer lie here, to be given to {@link #forget(List)} after it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> receive(Actor me, UUID department, Material read, Map<String, UUID> files) {
        var material = whole(Identified.of(read));
        var named = files.entrySet().stream().filter(each -> RecordReader.named(material).contains(each.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        write(me, new Come(new Arrival(UUID.randomUUID(), department, material, false, false, Digests.nomination(material, desk.open().call()), named,
            desk.open().arrived().truncatedTo(ChronoUnit.MILLIS)), List.of(), 0));
        var gone = new ArrayList<UUID>();
        merge(me, addressing.department(department), gone);
        return gone;
    }

    /** Forms alone are a nomination once somebody has said what each of them is. */
    private static Material whole(Material read) {
        return new Material(read.call(), Material.Shape.WHOLE, read.id(), read.revision(), read.exceptions(), read.department(), read.overview(), read.achievements(),
            read.files(), read.formFiles(), read.readings(), read.unread());
    }

    private boolean known(Delivery delivery) {
        return !sql.known(delivery.volumes().stream().map(Delivery.Volume::identity).toList()).isEmpty();
    }

    /** That discs were looked at, with a key or without (B15). */
    @Transactional
    public void inspected(Actor me, int discs, boolean key, int objections) {
        desk.audit().record(me, "disc.inspected", "call:" + desk.open().call().id(), Map.of("discs", discs, "key", key, "objections", objections));
    }

    /** Takes all of it in, or nothing; of a ferry each department by itself. */
    public Outcome take(Actor me, Deliveries deliveries, Optional<String> said, Progress progress) throws IOException {
        var look = look(deliveries, said);
        if (!look.objections().isEmpty()) {
            desk.audit().refused(me, "disc.imported", "call:" + desk.open().call().id(), Map.of("reasons", look.objections().stream().map(Objection::code).distinct().collect(Collectors.joining(" "))));
            return Outcome.none(look);
        }
        var left = new ArrayList<>(look.left());
        var merged = new ArrayList<Merged>();
        for (var unit : units(look.seen())) {
            var no = taken(me, unit, progress, merged);
            if (no.isPresent() && unit.get(0).delivery().ferried().isEmpty()) return new Outcome(List.of(no.get()), List.of(), left);
            no.ifPresent(each -> left.add(each.of(unit.get(0).delivery().ferried().orElseThrow())));
        }
        ferries.came(me, look.discs());
        return new Outcome(List.of(), merged, left);
    }

    /** What comes in together or not at all: everything that came by itself, and of a ferry each department. */
    private static Collection<List<Seen>> units(List<Seen> seen) {
        var units = new TreeMap<String, List<Seen>>();
        seen.stream().filter(each -> !each.known()).forEach(each -> units.computeIfAbsent(each.delivery().ferried().map(told -> told.department()).orElse(""), any -> new ArrayList<>()).add(each));
        return units.values();
    }

    /** @return why not; empty where it was taken in */
    private Optional<Objection> taken(Actor me, List<Seen> fresh, Progress progress, List<Merged> became) throws IOException {
        var departments = new LinkedHashSet<>(fresh.stream().map(Seen::department).toList());
        var gone = new ArrayList<UUID>();
        try (var batch = media.batch()) {
            var arrivals = stored(fresh, batch, progress);
            progress.at("writing");
            became.addAll(batch.record(me, () -> {
                departments.forEach(each -> gate.online(each.id(), each.name().zh()).ifPresent(no -> {
                    throw new Meanwhile(no);
                }));
                arrivals.forEach(arrival -> write(me, arrival));
                return departments.stream().map(each -> merge(me, each, gone)).toList();
            }));
            progress.at("written");
            forget(gone);
            return Optional.empty();
        } catch (Meanwhile e) {
            return Optional.of(e.objection);
        } catch (VirusFault no) {
            desk.audit().refused(me, "disc.infected", "call:" + desk.open().call().id(), Map.of("virus", no.virus(), "reason", no.text().en()));
            return Optional.of(new Objection(no.infected() ? "import.virus" : "import.unchecked", fresh.get(0).delivery().name(), no.text()));
        }
    }

    /** While the discs were read the department has begun to work here. */
    private static final class Meanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Objection objection;

        Meanwhile(Objection objection) {
            super(objection.code(), null, false, false);
            this.objection = objection;
        }
    }

    void forget(List<UUID> files) throws IOException {
        for (var file : files) {
            media.remove(file);
        }
        if (!files.isEmpty()) desk.traces().sweep();
    }

    /** An arrival with the discs it came on; {@code own} of them the department sent itself. */
    private record Come(Arrival arrival, List<Delivery.Volume> discs, int own) {}

    private List<Come> stored(List<Seen> fresh, MediaBatch batch, Progress progress) throws IOException {
        var at = desk.open().arrived().truncatedTo(ChronoUnit.MILLIS);
        long all = fresh.stream().mapToLong(each -> each.delivery().files().size()).sum();
        long done = 0;
        var come = new ArrayList<Come>();
        for (var each : fresh) {
            var files = new LinkedHashMap<String, UUID>();
            for (var file : each.delivery().files().entrySet()) {
                progress.at("storing %d/%d".formatted(++done, all));
                try (var in = file.getValue().open()) {
                    files.put(file.getKey(), batch.put(name(each.delivery(), file.getKey()), file.getValue().sha256(), in).id());
                }
            }
            var delivery = each.delivery();
            come.add(new Come(new Arrival(UUID.randomUUID(), each.department().id(), delivery.material(), delivery.sealed(), delivery.draft(),
                Digests.nomination(delivery.material(), desk.open().call()), files, at.plusMillis(come.size())), delivery.volumes(), delivery.ferried().isPresent() ? 0 : delivery.volumes().size()));
        }
        return come;
    }

    /** A picture has the name that its maker gave it, everything else the one on the disc. */
    private static String name(Delivery delivery, String path) {
        return delivery.material().achievements().stream().flatMap(each -> each.pictures().stream()).filter(each -> each.file().equals(path) && !each.originalName().isBlank())
            .map(each -> each.originalName()).findFirst().orElse(path.substring(path.lastIndexOf('/') + 1));
    }

    private void write(Actor me, Come come) {
        var arrival = come.arrival();
        sql.insert(arrival, desk.open().call(), me.account());
        come.discs().forEach(disc -> sql.insert(arrival.id(), disc));
        desk.receptions().discs(me, arrival.department(), new Receptions.DiscsFound(arrival.sealed(), come.own(), arrival.id(), true));
        desk.audit().record(me, "disc.imported", "department:" + arrival.department(), Map.of("arrival", arrival.id().toString(), "digest", arrival.digest().hex(),
            "discs", come.discs().size(), "achievements", arrival.material().achievements().size(), "sealed", arrival.sealed()));
    }

    private Merged merge(Actor me, Department department, List<UUID> gone) {
        var merged = arrivals.merged(department.id()).orElseThrow();
        var revision = desk.receiving().put(me, department.id(), merged.material(), merged.files(), SUPERSEDED);
        revision.ifPresent(made -> sql.made(made, department.id()));
        if (!desk.zone().mayHold(Disclosure.NON_PUBLIC)) {
            merged.material().achievements().stream().filter(Achievement::stub).forEach(stub -> gone.addAll(turned(department.id(), stub.id().orElseThrow())));
        }
        var gaps = merged.gaps().stream().filter(gap -> desk.zone().mayHold(Disclosure.NON_PUBLIC) || gap.kind() != Gap.Kind.STUB_WITHOUT_DISC).toList();
        sql.replace(department.id(), desk.open().call().id(), gaps);
        return new Merged(department, merged.material().achievements().size(), gaps, revision);
    }

    /** What an earlier list showed to everybody and the newest one doesn't any more goes from here, word and file (A4). */
    private List<UUID> turned(UUID department, UUID achievement) {
        var gone = new ArrayList<UUID>();
        for (var arrival : sql.of(department, desk.open().call())) {
            var told = arrival.material().achievements().stream().filter(each -> !each.stub() && each.id().filter(achievement::equals).isPresent()).findFirst();
            told.ifPresent(each -> {
                var files = each.files().stream().flatMap(path -> Optional.ofNullable(arrival.files().get(path)).stream()).toList();
                sql.rewrite(arrival.without(each), desk.open().call(), files);
                desk.receiving().forget(department, achievement);
                gone.addAll(files);
            });
        }
        return gone;
    }
}
