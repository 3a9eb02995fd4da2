package huizhan.ferry;

import huizhan.audit.Audit;
import huizhan.ferry.Imports.Progress;
import huizhan.ferry.Imports.Seen;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Sha256;
import huizhan.kernel.Zone;
import huizhan.material.Digests;
import huizhan.material.Material;
import huizhan.media.MediaBatch;
import huizhan.opening.OpenCall;
import huizhan.reception.Receptions;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores what came: the bytes of its files first, and in one transaction all that knows of them. */
@Component
class Storing {
    private final ArrivalSql sql;
    private final OpenCall open;
    private final Receptions receptions;
    private final Audit audit;
    private final Zone zone;

    Storing(ArrivalSql sql, OpenCall open, Receptions receptions, Audit audit, Zone zone) {
        this.sql = sql;
        this.open = open;
        this.receptions = receptions;
        this.audit = audit;
        this.zone = zone;
    }

    /** An arrival with the discs it came on; {@code own} of them the department sent itself. */
    record Come(Arrival arrival, List<Delivery.Volume> discs, int own) {}

    /** Whether any of these discs was taken in before. */
    boolean known(List<Sha256> discs) {
        return !sql.known(discs).isEmpty();
    }

    /** The bytes of all files, of which no row knows yet. */
    List<Come> files(List<Seen> fresh, MediaBatch batch, Progress progress) throws IOException {
        var at = now();
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
            come.add(new Come(arrival(each, files, at.plusMillis(come.size())), each.delivery().volumes(), own(each.delivery())));
        }
        return come;
    }

    private Instant now() {
        return open.arrived().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A ferry's images the open server has made, and at a desk nothing is received. */
    private int own(Delivery delivery) {
        return delivery.ferried().isPresent() || zone == Zone.DESK ? 0 : delivery.volumes().size();
    }

    Arrival arrival(Seen seen, Map<String, UUID> files, Instant at) {
        var delivery = seen.delivery();
        return new Arrival(UUID.randomUUID(), seen.department().id(), delivery.material(), delivery.sealed(), delivery.draft(), Digests.nomination(delivery.material(), open.call()), files, at);
    }

    /** A picture has the name that its maker gave it, everything else the one on the disc. */
    private static String name(Delivery delivery, String path) {
        return delivery.material().achievements().stream().flatMap(each -> each.pictures().stream()).filter(each -> each.file().equals(path) && !each.originalName().isBlank())
            .map(each -> each.originalName()).findFirst().orElse(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Part of a transaction: what was read from a disc made by hand, whose files are stored. */
    void write(Actor me, UUID department, Material material, Map<String, UUID> files) {
        write(me, new Come(new Arrival(UUID.randomUUID(), department, material, false, false, Digests.nomination(material, open.call()), files, now()), List.of(), 0));
    }

    /** Part of a transaction. */
    void write(Actor me, Come come) {
        var arrival = come.arrival();
        sql.insert(arrival, open.call(), me.account());
        come.discs().forEach(disc -> sql.insert(arrival.id(), disc));
        receptions.discs(me, arrival.department(), new Receptions.DiscsFound(arrival.sealed() || zone.mayHold(Disclosure.NON_PUBLIC) && !Openly.all(arrival.material()), come.own(), arrival.id(), true));
        audit.record(me, "disc.imported", "department:" + arrival.department(), Map.of("arrival", arrival.id().toString(), "digest", arrival.digest().hex(),
            "discs", come.discs().size(), "achievements", arrival.material().achievements().size(), "sealed", arrival.sealed()));
    }
}
