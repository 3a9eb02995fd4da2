package huizhan.ferry;

import huizhan.achievement.Intake;
import huizhan.audit.Audit;
import huizhan.database.ErasedTraces;
import huizhan.disc.FerryList;
import huizhan.folder.Identified;
import huizhan.folder.RecordReader;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.material.Material;
import huizhan.media.Farewell;
import huizhan.media.MediaFiles;
import huizhan.media.VirusFault;
import huizhan.opening.OpenCall;
import huizhan.organization.Department;
import huizhan.rules.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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
    private static final Text UNCHECKED = new Text("光盘里的文件没有经过病毒检查（检查程序没有应答，或文件超过它一次能查的大小），没有导入。请稍后再检查、导入一次；总是这样，请系统管理员查看。",
        "Files of the disc went unchecked: the virus checker doesn't answer, or a file is larger than it takes. Nothing was taken in. Check and import it again in a while; if it stays so, ask the administrator.");
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    static final String ZONE = "import.zone";
    private final Storing storing;
    private final Keeping keeping;
    private final Addressing addressing;
    private final Gate gate;
    private final MediaFiles media;
    private final Ferries ferries;
    private final Desk desk;

    /** Which call, where, what becomes of it, and what is written down of it. */
    @Component
    record Desk(OpenCall open, Zone zone, Audit audit, ErasedTraces traces, Farewell farewell, ServerKeeping server, ObjectProvider<DeskKeeping> drafting) {
        Keeping keeping() {
            Keeping drafts = drafting.getIfAvailable();
            return drafts == null ? server : drafts;
        }
    }

    Imports(Storing storing, Addressing addressing, Gate gate, MediaFiles media, Ferries ferries, Desk desk) {
        this.storing = storing;
        this.keeping = desk.keeping();
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
     * @param left   what keeps single departments of a ferry out
     * @param discs  every disc with its signature
     * @param coming at a department's desk: what would become of each achievement and of the list
     * @param gaps   at a desk: what would not fit together then
     */
    public record Look(List<Seen> seen, List<Objection> objections, List<Objection> left, List<Deliveries.Seen> discs, List<Coming> coming, List<Gap> gaps) {
        static final Look NOTHING = refused(List.of(), List.of(), List.of());

        static Look refused(List<Objection> objections, List<Objection> left, List<Deliveries.Seen> discs) {
            return new Look(List.of(), objections, left, discs, List.of(), List.of());
        }

        /** Whether there is nothing in it that wasn't taken in before, and nothing to decide. */
        boolean old() {
            return seen.stream().allMatch(Seen::known) && coming.stream().noneMatch(Coming::asks);
        }
    }

    /**
     * What a department's nomination is after the import.
     *
     * @param changed whether anything is other than before
     * @param coming  at a desk: how what came stands to what is here now
     */
    public record Merged(Department department, int lines, List<Gap> gaps, boolean changed, List<Coming> coming) {}

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
        if (!desk.zone().mayHold(Disclosure.NON_PUBLIC) && deliveries.told() == Deliveries.Told.MORE) {
            return Look.refused(List.of(new Objection(ZONE, "", new Text("这些光盘中有封装光盘，或有没有标明公开的内容。公开网服务器不接收，也不保留。请按规定渠道报送，在限定网络的服务器上接收。",
                "Some of these discs are sealed, or hold content that doesn't say it is public. A server on the open network neither takes nor keeps it. Send them by the prescribed channel, to the restricted server."))), List.of(), List.of());
        }
        var objections = new ArrayList<>(deliveries.objections());
        var left = new ArrayList<>(deliveries.left());
        var seen = new ArrayList<Seen>();
        var own = keeping.own();
        if (desk.zone() == Zone.DESK) keeping.closed(own.map(Department::id), "").ifPresent(objections::add);
        for (var delivery : deliveries.all()) {
            var wrong = new ArrayList<Objection>();
            var sender = own.isPresent() ? addressing.own(delivery, own.get()) : addressing.of(delivery, said);
            sender.objection().ifPresent(wrong::add);
            sender.department().ifPresent(department -> seen.add(seen(delivery, department, wrong)));
            wrong.forEach(each -> delivery.ferried().ifPresentOrElse(told -> left.add(each.of(told)), () -> objections.add(each)));
        }
        seen.removeIf(each -> each.delivery().ferried().filter(told -> left.stream().anyMatch(no -> no.place().startsWith(told.department() + " "))).isPresent());
        if (!objections.isEmpty()) return Look.refused(objections, left, deliveries.seen());
        var fresh = new ArrayList<Arrival>();
        seen.stream().filter(each -> !each.known()).forEach(each -> fresh.add(storing.arrival(each, Map.of(), desk.open().arrived().plusMillis(fresh.size()))));
        var ahead = own.map(each -> keeping.look(each.id(), fresh)).orElse(Keeping.Ahead.NONE);
        return new Look(seen, objections, left, deliveries.seen(), ahead.coming(), ahead.gaps());
    }

    private Seen seen(Delivery delivery, Department department, List<Objection> objections) {
        var findings = gate.findings(delivery.material());
        gate.said(delivery.material(), findings, delivery.name()).forEach(objections::add);
        boolean known = known(delivery);
        if (!known) keeping.unfit(delivery).forEach(objections::add);
        if (!known && desk.zone() != Zone.DESK) keeping.closed(Optional.of(department.id()), delivery.name()).ifPresent(objections::add);
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
        storing.write(me, department, material, named);
        var gone = new ArrayList<UUID>();
        keeping.keep(me, addressing.department(department), any -> false, gone);
        return gone;
    }

    /** Forms alone are a nomination once somebody has said what each of them is. */
    private static Material whole(Material read) {
        return new Material(read.call(), Material.Shape.WHOLE, read.id(), read.revision(), read.exceptions(), read.department(), read.overview(), read.achievements(),
            read.files(), read.formFiles(), read.readings(), read.unread());
    }

    private boolean known(Delivery delivery) {
        return storing.known(delivery.volumes().stream().map(Delivery.Volume::identity).toList());
    }

    /** That discs were looked at, with a key or without (B15). */
    @Transactional
    public void inspected(Actor me, int discs, boolean key, int objections) {
        desk.audit().record(me, "disc.inspected", "call:" + desk.open().call().id(), Map.of("discs", discs, "key", key, "objections", objections));
    }

    /** Takes all of it in, or nothing; of a ferry each department by itself; at a desk what nobody has changed there gives way to what came. */
    public Outcome take(Actor me, Deliveries deliveries, Optional<String> said, Progress progress) throws IOException {
        return take(me, deliveries, said, each -> each.how() == Coming.How.NEWER, progress);
    }

    /** @param yes at a desk: whether what came takes the place of what is there */
    public Outcome take(Actor me, Deliveries deliveries, Optional<String> said, Predicate<Coming> yes, Progress progress) throws IOException {
        var look = look(deliveries, said);
        if (!look.objections().isEmpty()) {
            desk.audit().refused(me, "disc.imported", "call:" + desk.open().call().id(), Map.of("reasons", look.objections().stream().map(Objection::code).distinct().collect(Collectors.joining(" "))));
            return Outcome.none(look);
        }
        if (keeping.own().isPresent() && look.old()) return Outcome.NOTHING;
        var left = new ArrayList<>(look.left());
        var merged = new ArrayList<Merged>();
        for (var unit : units(look.seen())) {
            var no = taken(me, unit, yes, progress, merged);
            if (no.isPresent() && unit.ferried().isEmpty()) return new Outcome(List.of(no.get()), List.of(), left);
            no.ifPresent(each -> left.add(each.of(unit.ferried().orElseThrow())));
        }
        ferries.came(me, look.discs());
        return new Outcome(List.of(), merged, left);
    }

    /** What comes in together or not at all: everything that came by itself, and of a ferry each department. */
    private record Unit(List<Seen> all) {
        List<Seen> fresh() {
            return all.stream().filter(each -> !each.known()).toList();
        }

        Optional<FerryList.Nomination> ferried() {
            return all.get(0).delivery().ferried();
        }

        Set<Department> departments() {
            return new LinkedHashSet<>(all.stream().map(Seen::department).toList());
        }
    }

    /** At a desk what came before may be decided anew. */
    private List<Unit> units(List<Seen> seen) {
        var units = new TreeMap<String, List<Seen>>();
        seen.stream().filter(each -> !each.known() || keeping.own().isPresent())
            .forEach(each -> units.computeIfAbsent(each.delivery().ferried().map(told -> told.department()).orElse(""), any -> new ArrayList<>()).add(each));
        return units.values().stream().map(Unit::new).toList();
    }

    /** @return why not; empty where it was taken in */
    private Optional<Objection> taken(Actor me, Unit unit, Predicate<Coming> yes, Progress progress, List<Merged> became) throws IOException {
        var departments = unit.departments();
        var gone = new ArrayList<UUID>();
        try (var batch = media.batch()) {
            var come = storing.files(unit.fresh(), batch, progress);
            progress.at("writing");
            became.addAll(batch.record(me, () -> {
                departments.forEach(each -> keeping.closed(Optional.of(each.id()), each.name().zh()).ifPresent(no -> {
                    throw new Meanwhile(no);
                }));
                come.forEach(each -> storing.write(me, each));
                var kept = departments.stream().map(each -> keeping.keep(me, each, yes, gone)).toList();
                gone.forEach(desk.farewell()::file);
                return kept;
            }));
            progress.at("written");
            forget(gone);
            return Optional.empty();
        } catch (Intake.Unfit e) {
            return Optional.of(new Objection("import.unfit", "", e.why()));
        } catch (Meanwhile e) {
            return Optional.of(e.objection);
        } catch (VirusFault no) {
            desk.audit().refused(me, "disc.infected", "call:" + desk.open().call().id(), Map.of("virus", no.virus()));
            return Optional.of(new Objection(no.infected() ? "import.virus" : "import.unchecked", unit.all().get(0).delivery().name(), no.infected() ? infected(no.virus()) : UNCHECKED));
        }
    }

    private static Text infected(String virus) {
        return new Text("光盘里有一个文件查出病毒 " + virus + "，没有导入。请移除这份映像，请部门杀毒后另做一张。",
            "The virus " + virus + " was found in a file on the disc; it wasn't taken in. Remove this image, and ask the department for a clean disc.");
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

    /** At once; what can't be done now the job does that was planned with the change. */
    void forget(List<UUID> files) {
        try {
            for (var file : files) {
                media.remove(file);
            }
            if (!files.isEmpty()) desk.traces().sweep();
        } catch (IOException e) {
            LOG.warn("files that left could not be removed at once", e);
        }
    }
}
