package huizhan.nomination;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Plain;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import huizhan.rules.Finding;
import huizhan.rules.SecrecyMark;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From whoever drafts to whoever approves and back (B16): put before the approver, taken back, sent back with a word. */
@Service
class Approvals {
    private static final int LONGEST_NOTE = 300;
    private final ApprovalSql sql;
    private final Nominations nominations;
    private final Readiness readiness;
    private final OpenCall open;
    private final Audit audit;

    Approvals(ApprovalSql sql, Nominations nominations, Readiness readiness, OpenCall open, Audit audit) {
        this.sql = sql;
        this.nominations = nominations;
        this.readiness = readiness;
        this.open = open;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    Approval of(RankedList list) {
        return new Approval(list.begun() ? sql.last(list.id()) : Optional.empty(), sql.twoPeople(list.department()));
    }

    /** How many things wait for a person here: a list to approve, or one that was sent back. */
    @Transactional(readOnly = true)
    int waitingFor(Actor me) {
        var wanted = me.is(Role.APPROVER) ? Approval.Kind.SUBMITTED : Approval.Kind.SENT_BACK;
        return sql.stands(me.owner(), nominations.call().id()).filter(wanted::equals).isPresent() ? 1 : 0;
    }

    /**
     * Puts exactly the content that the person saw before the approver.
     *
     * @param seen the digest of that content
     */
    @Transactional
    Outcome submit(Actor me, String seen, String note) {
        var list = nominations.of(me.owner());
        var content = readiness.content(list);
        var no = nominations.refusal(me, "nomination.submitted").or(() -> readiness.unready(list, content, seen)).or(() -> unfit(note));
        if (no.isPresent()) {
            return new Outcome.Refused(no.get());
        }
        var findings = readiness.findings(content);
        if (findings.stream().anyMatch(Finding::stops)) {
            return new Outcome.Unfinished(findings);
        }
        step(me, list, Approval.Kind.SUBMITTED, seen, note);
        return new Outcome.Done(list.version());
    }

    /** Takes back what waits for the approver. */
    @Transactional
    Optional<Text> takeBack(Actor me) {
        return back(me, Approval.Kind.TAKEN_BACK, "");
    }

    /**
     * The approver sends it back to be worked on, with a word.
     *
     * @param step the number of the step that the approver has read
     */
    @Transactional
    Optional<Text> sendBack(Actor me, String note, long step) {
        if (!me.is(Role.APPROVER)) {
            throw new Faults.NotThere();
        }
        return note.isBlank() ? Optional.of(new Text("请写明退回的理由，经办人才知道改什么。", "Say why, so that whoever drafts knows what to change."))
            : unfit(note).or(() -> sql.last(nominations.of(me.owner()).id()).filter(each -> each.number() == step).isPresent() ? back(me, Approval.Kind.SENT_BACK, note)
                : Optional.of(new Text("名单在你查看之后又有变动，没有退回。请看过现在的内容再定。", "The list has moved on since you looked, so it was not sent back. Look at it as it stands now.")));
    }

    private Optional<Text> back(Actor me, Approval.Kind kind, String note) {
        var no = nominations.refusal(me, "nomination." + kind.code());
        if (no.isPresent()) {
            return no;
        }
        var list = nominations.of(me.owner());
        var waiting = of(list).waiting();
        waiting.ifPresent(step -> step(me, list, kind, step.digest(), note));
        return waiting.isPresent() ? Optional.empty()
            : Optional.of(new Text("现在没有送审的名单，可能刚被取回或退回。", "Nothing waits for approval now; it may just have been taken back or sent back."));
    }

    private static Optional<Text> unfit(String note) {
        var plain = Plain.text(note);
        return SecrecyMark.in(plain).isPresent() || plain.codePointCount(0, plain.length()) > LONGEST_NOTE
            ? Optional.of(new Text("附言最多 %d 个字符，且不得含密级标志。".formatted(LONGEST_NOTE), "The note has at most %d characters and carries no secrecy mark.".formatted(LONGEST_NOTE)))
            : Optional.empty();
    }

    /** Why a person can't sign off this content, where the department wants two people; a refusal stands in the trail. */
    Optional<Text> unapproved(Actor me, RankedList list, String digest) {
        var approval = of(list);
        // whoever has said that one is enough may not be that one
        boolean two = approval.twoPeople() || sql.loosenedBy(list.department(), me.account());
        if (!two || approval.putUpByAnother(me, digest)) {
            return Optional.empty();
        }
        audit.refused(me, "nomination.signed", Nominations.subject(list), Map.of("reason", "two people"));
        return Optional.of(approval.waitsFor(digest)
            ? new Text("这份名单是你送审的。本部门要求经办与审签为两人，请另一位审签人签发。",
                "You put this list up for approval yourself. Your department wants two people, so another approver must sign it off.")
            : new Text("本部门要求经办与审签为两人：请经办人先把现在的内容送审，再签发。",
                "Your department wants two people: whoever drafts must first put the present content up for approval."));
    }

    /** Ends the waiting: what was put before the approver is signed. */
    void signed(Actor me, RankedList list, String digest) {
        step(me, list, Approval.Kind.SIGNED, digest, "");
    }

    private void step(Actor me, RankedList list, Approval.Kind kind, String digest, String note) {
        var next = new Approval.Step(of(list).next(), kind, digest, Plain.text(note).strip(), open.arrived(), me.account(), me.name());
        sql.insert(list.id(), next);
        if (kind != Approval.Kind.SIGNED) {
            audit.record(me, "nomination." + kind.code(), Nominations.subject(list), Map.of("step", next.number(), "digest", digest));
        }
    }

    /** Whether the department wants two people from now on; the approver's to say. */
    @Transactional
    void twoPeople(Actor me, boolean wanted) {
        UUID department = me.owner();
        if (!me.is(Role.APPROVER)) {
            throw new Faults.NotThere();
        }
        if (sql.twoPeople(department) != wanted) {
            sql.twoPeople(department, wanted, open.arrived(), me.account());
            audit.record(me, "approval.two-people", "department:" + department, Map.of("wanted", wanted));
        }
    }
}
