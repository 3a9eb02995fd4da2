package huizhan.reception;

import huizhan.achievement.Frozen;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** When an achievement is erased, what was found of its papers goes with it (A4). */
@Component
class ReceptionErasure implements Frozen {
    private final ReceptionSql sql;
    private final SlipSql slips;

    ReceptionErasure(ReceptionSql sql, SlipSql slips) {
        this.sql = sql;
        this.slips = slips;
    }

    /** What lies at reception freezes nothing. */
    @Override public Optional<Text> frozen(UUID department, UUID achievement) {
        return Optional.empty();
    }

    @Override public void erased(Actor me, UUID achievement) {
        sql.erase(achievement);
        slips.erase(achievement);
    }
}
