package huizhan.ferry;

import huizhan.ferry.Imports.Merged;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.nomination.Receiving;
import huizhan.opening.OpenCall;
import huizhan.organization.Department;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** On a server all that came of a department is merged into one list, which holds as a sign-off does. */
@Component
class ServerKeeping implements Keeping {
    private static final String SUPERSEDED = "由后来的光盘补齐或更新";
    private final ArrivalSql sql;
    private final Arrivals arrivals;
    private final Gate gate;
    private final Receiving receiving;
    private final OpenCall open;
    private final Zone zone;

    ServerKeeping(ArrivalSql sql, Arrivals arrivals, Gate gate, Receiving receiving, OpenCall open, Zone zone) {
        this.sql = sql;
        this.arrivals = arrivals;
        this.gate = gate;
        this.receiving = receiving;
        this.open = open;
        this.zone = zone;
    }

    @Override public Optional<Department> own() {
        return Optional.empty();
    }

    @Override public Optional<Objection> closed(Optional<UUID> department, String place) {
        return department.flatMap(id -> gate.online(id, place));
    }

    @Override public Stream<Objection> unfit(Delivery delivery) {
        return Stream.empty();
    }

    @Override public Ahead look(UUID department, List<Arrival> fresh) {
        return Ahead.NONE;
    }

    @Override public Merged keep(Actor me, Department department, Predicate<Coming> yes, List<UUID> gone) {
        var merged = arrivals.merged(department.id()).orElseThrow();
        var revision = receiving.put(me, department.id(), merged.material(), merged.files(), SUPERSEDED);
        revision.ifPresent(made -> sql.made(made, department.id()));
        if (!zone.mayHold(Disclosure.NON_PUBLIC)) {
            merged.material().achievements().stream().filter(Achievement::stub).forEach(stub -> gone.addAll(turned(department.id(), stub.id().orElseThrow())));
        }
        var gaps = merged.gaps().stream().filter(gap -> zone.mayHold(Disclosure.NON_PUBLIC) || gap.kind() != Gap.Kind.STUB_WITHOUT_DISC).toList();
        sql.replace(department.id(), open.call().id(), gaps);
        return new Merged(department, merged.material().achievements().size(), gaps, revision.isPresent(), List.of());
    }

    /** What an earlier list showed to everybody and the newest one doesn't any more goes from here, word and file (A4). */
    private List<UUID> turned(UUID department, UUID achievement) {
        var gone = new ArrayList<UUID>();
        for (var arrival : sql.of(department, open.call())) {
            arrival.telling(achievement).ifPresent(each -> {
                var files = arrival.filesOf(each);
                sql.rewrite(arrival.without(each), open.call(), files);
                receiving.forget(department, achievement);
                gone.addAll(files);
            });
        }
        return gone;
    }
}
