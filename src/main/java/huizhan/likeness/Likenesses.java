package huizhan.likeness;

import huizhan.audit.Audit;
import huizhan.audit.Personal;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.likeness.LikenessSql.Key;
import huizhan.likeness.LikenessSql.Show;
import huizhan.opening.OpenCall;
import huizhan.opening.Typed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pairs that look alike, for the organizer: seen, dismissed with a reason, taken up again (B20). */
@Service
class Likenesses {
    private static final int LONGEST_REASON = 300;
    private final LikenessSql sql;
    private final OpenCall open;
    private final Audit audit;
    private final Clocks clocks;

    Likenesses(LikenessSql sql, OpenCall open, Audit audit, Clocks clocks) {
        this.sql = sql;
        this.open = open;
        this.audit = audit;
        this.clocks = clocks;
    }

    /** A pair with all that was said about it, the newest first. */
    record Known(Pair pair, List<Step> steps) {
        boolean dismissed() {
            return !steps.isEmpty() && steps.get(0).dismissed();
        }

        long step() {
            return steps.isEmpty() ? 0 : steps.get(0).number();
        }
    }

    @Transactional(readOnly = true)
    long count(Show show) {
        return sql.count(open.call().id(), show);
    }

    @Transactional(readOnly = true)
    List<Pair> page(Show show, int size, long offset) {
        return sql.page(open.call().id(), show, size, offset);
    }

    /** @throws Faults.NotThere where the two are not alike, or one of them was withdrawn */
    @Transactional(readOnly = true)
    Known of(Key key) {
        return new Known(sql.find(open.call().id(), key).orElseThrow(Faults.NotThere::new), sql.steps(key));
    }

    /**
     * Says that it is no duplicate, and why. What was said stays when the pair goes, and holds when it comes back.
     *
     * @param seen the number of the last step that the person has seen
     * @return why not, and what to do; empty where it was done
     */
    @Transactional
    Optional<Text> dismiss(Actor me, Key key, String reason, long seen) {
        var typed = Typed.of(reason, LONGEST_REASON, new Text("请写明为什么不是重复，别人以后也能看懂。", "Say why it is no duplicate, so that others understand it later."));
        if (typed.refusal().isPresent()) {
            if (Typed.mark(reason).isPresent()) audit.refused(me, "likeness.dismissed", subject(key), Map.of("reason", "secrecy mark"));
            return typed.refusal();
        }
        return step(me, key, "likeness.dismissed", new Step(seen + 1, true, typed.text(), clocks.business().instant(), me.account()));
    }

    /** Takes the newest dismissal back; it stays as a dated fact. */
    @Transactional
    Optional<Text> takeBack(Actor me, Key key, long seen) {
        return step(me, key, "likeness.taken-back", new Step(seen + 1, false, "", clocks.business().instant(), me.account()));
    }

    private Optional<Text> step(Actor me, Key key, String what, Step next) {
        var known = sql.find(open.call().id(), key);
        if (known.isEmpty()) {
            audit.refused(me, what, subject(key), Map.of("reason", "not there"));
            throw new Faults.NotThere();
        }
        var before = new Known(known.get(), sql.steps(key));
        if (before.step() != next.number() - 1 || before.dismissed() == next.dismissed()) {
            return Optional.of(new Text("同事刚刚处理过这一对。下面是最新的情况，请看过再定。", "A colleague has just dealt with this pair. Look at what stands below before you decide."));
        }
        sql.insert(key, next);
        audit.record(me, what, subject(key), Map.of("step", next.number(), "reason", new Personal(next.reason())));
        return Optional.empty();
    }

    private static String subject(Key key) {
        return "likeness:" + key.one() + "+" + key.other();
    }
}
