package huizhan.opening;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.mail.Outbox;
import huizhan.opening.Decision.Kind;
import huizhan.web.Dates;
import huizhan.web.HomeNotice;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Shows a department's people on their first page what was decided about it, until each has read it (B18, B24). */
class Decisions implements HomeNotice.Source {
    private final DecisionSql sql;
    private final OpenCall open;
    private final Outbox outbox;
    private final Audit audit;

    Decisions(DecisionSql sql, OpenCall open, Outbox outbox, Audit audit) {
        this.sql = sql;
        this.open = open;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override public Optional<HomeNotice> of(Actor me, Lang lang) {
        if (!me.ofDepartment()) return Optional.empty();
        return sql.unread(me.owner(), open.call().id(), me.account()).stream().findFirst()
            .map(each -> new HomeNotice(outbox.say("opening.decision." + each.kind().code()).in(lang), text(each, me.owner()).in(lang), Dates.moment(lang, each.at()),
                "/decisions/" + each.kind().code() + "/" + each.id() + "/reading"));
    }

    private Text text(Decision decision, UUID department) {
        var key = "opening.decision." + decision.kind().code() + ".text";
        return switch (decision.kind()) {
            case PERMIT -> outbox.say(key, last(decision.until().orElseThrow()), decision.reason());
            case PERMIT_BACK -> outbox.say(key, last(open.end(department)), decision.reason());
            case EXCEPTION, EXCEPTION_BACK -> outbox.say(key, outbox.say("opening.rule." + decision.rule()), decision.reason());
        };
    }

    /** The last moment before an end, as people read it. */
    static Text last(Instant end) {
        return new Text(Dates.moment(Lang.ZH, end.minusMillis(1)), Dates.moment(Lang.EN, end.minusMillis(1)));
    }

    /** @throws Faults.NotThere where nothing such waits to be read by the person */
    @Transactional
    public void read(Actor me, Kind kind, UUID id) {
        var decision = sql.unread(me.owner(), open.call().id(), me.account()).stream().filter(each -> each.kind() == kind && each.id().equals(id)).findFirst()
            .orElseThrow(Faults.NotThere::new);
        sql.read(decision, me.account(), open.arrived());
        audit.record(me, "decision.read", "department:" + me.owner(), Map.of("kind", kind.code(), "decision", id.toString()));
    }
}
