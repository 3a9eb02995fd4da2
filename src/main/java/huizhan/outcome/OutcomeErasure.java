package huizhan.outcome;

import huizhan.achievement.Frozen;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.kernel.Disclosure;
import huizhan.nomination.SignOffTold;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** When an achievement is erased, or a list comes into force in which it isn't public, what was said of it goes (A4). */
@Component
class OutcomeErasure implements Frozen, SignOffTold {
    private final VerdictSql sql;
    private final SignOffs signOffs;
    private final OpenCall open;

    OutcomeErasure(VerdictSql sql, SignOffs signOffs, OpenCall open) {
        this.sql = sql;
        this.signOffs = signOffs;
        this.open = open;
    }

    @Override public Optional<Text> frozen(UUID department, UUID achievement) {
        return Optional.empty();
    }

    @Override public void erased(Actor me, UUID achievement) {
        sql.erase(achievement, open.arrived(), me.account());
    }

    @Override public void told(UUID revision, boolean holds) {
        if (!holds) return;
        signOffs.content(revision).stream().flatMap(each -> each.material().achievements().stream()).filter(OutcomeErasure::hidden)
            .forEach(each -> sql.erase(each.id().orElseThrow(), open.arrived(), Actor.PROGRAM));
    }

    private static boolean hidden(Achievement each) {
        return each.stub() || each.shownTo().filter(Disclosure.PUBLIC::equals).isEmpty();
    }
}
