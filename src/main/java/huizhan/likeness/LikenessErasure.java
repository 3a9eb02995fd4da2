package huizhan.likeness;

import huizhan.achievement.Frozen;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the organizer has written about a pair tells of both: it goes with either of them (A4). */
@Component
class LikenessErasure implements Frozen {
    private final LikenessSql sql;

    LikenessErasure(LikenessSql sql) {
        this.sql = sql;
    }

    /** A likeness freezes nothing. */
    @Override public Optional<Text> frozen(UUID department, UUID achievement) {
        return Optional.empty();
    }

    @Override public void erased(Actor me, UUID achievement) {
        sql.erase(achievement);
    }
}
