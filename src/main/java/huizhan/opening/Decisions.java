package huizhan.opening;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.mail.Outbox;
import huizhan.opening.Decision.Kind;
import huizhan.organization.Accounts;
import huizhan.rules.Rules;
import huizhan.web.Dates;
import huizhan.web.HomeNotice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;

/** Shows a department's people on their first page what was decided about it, until each has read it (B18, B24). */
class Decisions implements HomeNotice.Source {
    /** More of them at once nobody reads. */
    private static final int MOST = 5;
    private final DecisionSql sql;
    private final Accounts accounts;
    private final OpenCall open;
    private final Outbox outbox;
    private final Audit audit;

    Decisions(DecisionSql sql, Accounts accounts, OpenCall open, Outbox outbox, Audit audit) {
        this.sql = sql;
        this.accounts = accounts;
        this.open = open;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override public Optional<HomeNotice> of(Actor me, Lang lang) {
        if (!me.ofDepartment()) return Optional.empty();
        var all = unread(me);
        if (all.isEmpty()) return Optional.empty();
        var shown = all.stream().limit(MOST).toList();
        var last = shown.get(shown.size() - 1);
        var title = all.size() == 1 ? title(last) : outbox.say(all.size() > MOST ? "opening.decisions.oldest" : "opening.decisions", all.size(), shown.size());
        var text = shown.size() == 1 ? text(last, me.owner()).in(lang)
            : shown.stream().map(each -> Dates.moment(lang, each.at()) + "\n" + title(each).in(lang) + "\n" + text(each, me.owner()).in(lang)).collect(Collectors.joining("\n\n"));
        return Optional.of(new HomeNotice(title.in(lang), text, Dates.moment(lang, last.at()), "/decisions/" + last.kind().code() + "/" + last.id() + "/reading"));
    }

    private List<Decision> unread(Actor me) {
        var since = accounts.find(me.account()).orElseThrow(Faults.NotThere::new).createdAt();
        return sql.unread(me.owner(), open.call().id(), me.account(), since);
    }

    private Text title(Decision decision) {
        return outbox.say("opening.decision." + decision.kind().code());
    }

    private Text text(Decision decision, UUID department) {
        var key = "opening.decision." + decision.kind().code() + ".text";
        return switch (decision.kind()) {
            case PERMIT -> outbox.say(key, last(decision.until().orElseThrow()), decision.reason());
            case PERMIT_BACK -> outbox.say(key, last(open.end(department)), decision.reason());
            case EXCEPTION, EXCEPTION_BACK -> outbox.say(key, Rules.title(decision.rule()), unended(decision.reason()));
        };
    }

    /** A reason in the midst of sentences: its full stop stands there already. */
    private static String unended(String reason) {
        return reason.replaceAll("[。．.\\s]+$", "");
    }

    /** An end, as people read it. */
    static Text last(Instant end) {
        return new Text(Dates.moment(Lang.ZH, Dates.last(end)), Dates.moment(Lang.EN, Dates.last(end)));
    }

    /**
     * What a notice showed has been read, up to the one it names; where that was read before, or taken back since, there is nothing to do.
     *
     * @throws Faults.NotThere where nothing such was decided about the person's department
     */
    @Transactional
    public void read(Actor me, Kind kind, UUID id) {
        if (!sql.isOf(me.owner(), open.call().id(), id)) {
            audit.refused(me, "decision.read", "decision:" + id, Map.of());
            throw new Faults.NotThere();
        }
        var unread = unread(me);
        var shown = unread.stream().map(each -> each.kind() == kind && each.id().equals(id)).toList().indexOf(true) + 1;
        unread.stream().limit(shown).forEach(each -> {
            sql.read(each, me.account(), open.arrived());
            audit.record(me, "decision.read", "department:" + me.owner(), Map.of("kind", each.kind().code(), "decision", each.id().toString()));
        });
    }
}
