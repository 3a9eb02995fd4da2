package huizhan.ferry;

import huizhan.achievement.Frozen;
import huizhan.ferry.DraftedSql.Drafted;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.media.Farewell;
import huizhan.opening.OpenCall;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What is erased at a desk goes out of what came on discs, too: each version of it, word and file (A4). */
@Component
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class ErasedAtDesk implements Frozen {
    private final ArrivalSql sql;
    private final DraftedSql drafted;
    private final Farewell farewell;
    private final OpenCall open;

    ErasedAtDesk(ArrivalSql sql, DraftedSql drafted, Farewell farewell, OpenCall open) {
        this.sql = sql;
        this.drafted = drafted;
        this.farewell = farewell;
        this.open = open;
    }

    @Override public Optional<Text> frozen(UUID department, UUID achievement) {
        return Optional.empty();
    }

    @Override public void erased(Actor me, UUID achievement) {
        var gone = new ArrayList<UUID>();
        for (var arrival : sql.of(me.owner(), open.call())) {
            arrival.telling(achievement).ifPresent(each -> {
                gone.addAll(arrival.filesOf(each));
                sql.rewrite(arrival.without(each), open.call(), arrival.filesOf(each));
            });
        }
        // a list that comes again must not bring its line back
        drafted.put(me.owner(), open.call().id(), achievement, Drafted.STUB, open.arrived());
        gone.forEach(farewell::file);
    }
}
