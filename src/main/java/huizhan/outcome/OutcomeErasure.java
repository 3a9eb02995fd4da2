package huizhan.outcome;

import huizhan.achievement.Frozen;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** When an achievement is erased, what was said of it goes too (A4). */
@Component
class OutcomeErasure implements Frozen {
    private final VerdictSql sql;

    OutcomeErasure(VerdictSql sql) {
        this.sql = sql;
    }

    @Override public Optional<Text> frozen(UUID department, UUID achievement) {
        return Optional.empty();
    }

    @Override public void erased(Actor me, UUID achievement) {
        sql.erase(achievement);
    }
}
