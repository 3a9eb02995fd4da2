package huizhan.ferry;

import huizhan.achievement.Intake;
import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import huizhan.organization.Department;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a department has gathered at its desk: its units' discs and the open list, and which versions stand here (C1, B4). */
@Service
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class Gathering {
    private final DeskKeeping keeping;
    private final Arrivals arrivals;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Gathering(DeskKeeping keeping, Arrivals arrivals, Audit audit, TransactionTemplate transaction) {
        this.keeping = keeping;
        this.arrivals = arrivals;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * How it stands.
     *
     * @param closed why nothing can be taken in now
     * @param came   the newest first
     * @param asks   versions that came and do not stand here
     */
    record State(Department own, Optional<Text> closed, List<ArrivalSql.Taken> came, List<Coming> asks, List<Gap> gaps) {}

    State state() {
        var own = keeping.own().orElseThrow(Faults.NotThere::new);
        var ahead = keeping.look(own.id(), List.of());
        return new State(own, keeping.closed(Optional.of(own.id()), "").map(Objection::text), arrivals.all(), ahead.coming().stream().filter(Coming::asks).toList(), ahead.gaps());
    }

    /**
     * Lets versions that came earlier take the place of what stands here; that stays in the history.
     *
     * @param marks of those that the person saw, and said yes to
     * @return why not
     */
    Optional<Text> settle(Actor me, List<String> marks) {
        var own = keeping.own().orElseThrow(Faults.NotThere::new);
        var no = keeping.closed(Optional.of(own.id()), "").map(Objection::text);
        if (no.isPresent()) {
            audit.refused(me, "disc.settled", "department:" + own.id(), Map.of("reason", no.get().en()));
            return no;
        }
        try {
            transaction.executeWithoutResult(status -> {
                keeping.closed(Optional.of(own.id()), "").ifPresent(late -> {
                    throw new StaleData("signed off meanwhile");
                });
                keeping.keep(me, own, each -> marks.contains(each.mark()), new ArrayList<>());
                audit.record(me, "disc.settled", "department:" + own.id(), Map.of("versions", marks.size()));
            });
            return Optional.empty();
        } catch (Intake.Unfit e) {
            return Optional.of(e.why());
        }
    }
}
