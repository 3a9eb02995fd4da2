package huizhan.ferry;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.material.Digests;
import huizhan.media.MediaBatch;
import huizhan.media.MediaFiles;
import huizhan.nomination.Receiving;
import huizhan.opening.OpenCall;
import huizhan.organization.Department;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/**
 * Takes discs in (C1, C3): first everything that is wrong is told, then all of it comes in or none, and the same disc twice is one import.
 * A stop at any moment leaves it as if it had not begun, or complete: bytes first, without a row that knows of them, then all rows at once.
 */
@Service
public class Imports {
    private static final String SUPERSEDED = "由后来的光盘补齐或更新";
    private final ArrivalSql sql;
    private final Arrivals arrivals;
    private final Addressing addressing;
    private final Receiving receiving;
    private final MediaFiles media;
    private final Desk desk;

    /** Which call, where, and what is written down of it. */
    @Component
    record Desk(OpenCall open, Zone zone, Audit audit) {}

    Imports(ArrivalSql sql, Arrivals arrivals, Addressing addressing, Receiving receiving, MediaFiles media, Desk desk) {
        this.sql = sql;
        this.arrivals = arrivals;
        this.addressing = addressing;
        this.receiving = receiving;
        this.media = media;
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

    /** What was found: either objections, and then nothing may come in, or each set. */
    public record Look(List<Seen> seen, List<Objection> objections) {}

    /** What a department's nomination is after the import. */
    public record Merged(Department department, int lines, List<Gap> gaps, Optional<UUID> revision) {}

    /** What became of it. */
    public record Outcome(List<Objection> objections, List<Merged> merged) {}

    /**
     * Looks without taking in.
     *
     * @param said the department's code where somebody gave one
     */
    public Look look(Deliveries deliveries, Optional<String> said) {
        if (holdsNonPublic(deliveries)) {
            return new Look(List.of(), List.of(new Objection("import.zone", "", new Text("这些光盘上有非公开内容，公开网服务器不接收，什么都没有留下。请按规定渠道报送，在限定网络的服务器上接收。",
                "There is non-public content on these discs. A server on the open network doesn't take it, and has kept nothing of it. Send them by the prescribed channel, to the restricted server."))));
        }
        var objections = new ArrayList<>(deliveries.objections());
        var seen = new ArrayList<Seen>();
        for (var delivery : deliveries.all()) {
            var sender = addressing.of(delivery, said);
            sender.objection().ifPresent(objections::add);
            sender.department().ifPresent(department -> seen.add(seen(delivery, department, objections)));
        }
        return new Look(objections.isEmpty() ? seen : List.of(), objections);
    }

    private boolean holdsNonPublic(Deliveries deliveries) {
        return deliveries.all().stream().anyMatch(each -> Rules.findings(each.material(), desk.open().call(), Optional.of(desk.zone())).stream().anyMatch(one -> one.rule().equals("A4.zone")));
    }

    private Seen seen(Delivery delivery, Department department, List<Objection> objections) {
        var findings = Rules.findings(delivery.material(), desk.open().call(), Optional.of(desk.zone()));
        findings.stream().filter(each -> each.rule().equals("A4.mark") && each.stops()).map(each -> new Text(each.message(huizhan.kernel.Lang.ZH), each.message(huizhan.kernel.Lang.EN)))
            .forEach(text -> objections.add(new Objection("import.mark", delivery.name(), text)));
        boolean known = known(delivery);
        if (!known && sql.of(department.id(), desk.open().call()).isEmpty() && receiving.begun(department.id())) {
            objections.add(new Objection("import.online", delivery.name(), new Text("该部门已在这台服务器上填报，以其在线签发的为准，光盘不再导入。请让部门在线补充，或到限定网络的服务器上接收。",
                "This department fills in on this server, and what it signs off here counts; discs of it are not taken in. Let it complete its nomination here, or take the disc in on the restricted server.")));
        }
        return new Seen(delivery, department, known, findings);
    }

    private boolean known(Delivery delivery) {
        return !sql.known(delivery.volumes().stream().map(Delivery.Volume::identity).toList()).isEmpty();
    }

    /** Takes all of it in, or nothing. */
    public Outcome take(Actor me, Deliveries deliveries, Optional<String> said, Progress progress) throws IOException {
        var look = look(deliveries, said);
        if (!look.objections().isEmpty()) {
            desk.audit().refused(me, "disc.imported", "call:" + desk.open().call().id(), Map.of("reasons", look.objections().stream().map(Objection::code).distinct().collect(Collectors.joining(" "))));
            return new Outcome(look.objections(), List.of());
        }
        var fresh = look.seen().stream().filter(each -> !each.known()).toList();
        var departments = new LinkedHashSet<>(look.seen().stream().map(Seen::department).toList());
        try (var batch = media.batch()) {
            var arrivals = stored(fresh, batch, progress);
            progress.at("writing");
            var merged = batch.record(me, () -> {
                arrivals.forEach(arrival -> write(me, arrival));
                return departments.stream().map(each -> merge(me, each)).toList();
            });
            progress.at("written");
            return new Outcome(List.of(), merged);
        }
    }

    /** An arrival with the discs it came on. */
    private record Come(Arrival arrival, List<Delivery.Volume> discs) {}

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
                Digests.nomination(delivery.material(), desk.open().call()), files, at.plusMillis(come.size())), delivery.volumes()));
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
        desk.audit().record(me, "disc.imported", "department:" + arrival.department(), Map.of("arrival", arrival.id().toString(), "digest", arrival.digest().hex(),
            "discs", come.discs().size(), "achievements", arrival.material().achievements().size(), "sealed", arrival.sealed()));
    }

    private Merged merge(Actor me, Department department) {
        var merged = arrivals.merged(department.id()).orElseThrow();
        var revision = receiving.put(me, department.id(), merged.material(), merged.files(), SUPERSEDED);
        sql.replace(department.id(), desk.open().call().id(), merged.gaps());
        return new Merged(department, merged.material().achievements().size(), merged.gaps(), revision);
    }
}
