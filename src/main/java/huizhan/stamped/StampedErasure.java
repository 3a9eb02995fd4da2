package huizhan.stamped;

import huizhan.achievement.Frozen;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.media.Farewell;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** When an achievement is erased, its stamped board form goes with it: every step at once, the scans once that is on the disk (A4). */
@Component
class StampedErasure implements Frozen {
    private final StampedSql sql;
    private final Farewell farewell;

    StampedErasure(StampedSql sql, Farewell farewell) {
        this.sql = sql;
        this.farewell = farewell;
    }

    /** What became of a paper freezes nothing. */
    @Override public Optional<Text> frozen(UUID department, UUID achievement) {
        return Optional.empty();
    }

    @Override public void erased(Actor me, UUID achievement) {
        var files = sql.files(achievement);
        sql.erase(achievement);
        files.forEach(farewell::file);
    }
}
