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
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing off: the approver declares, everything is checked once more, and the content is frozen under its digest (B8, B17, B26). */
@Service
public class SignOff {
    private static final int LONGEST_REASON = 300;
    private final NominationSql sql;
    private final Nominations nominations;
    private final Readiness readiness;
    private final Approvals approvals;
    private final Freezing freezing;
    private final Desk desk;

    /** When, and who is told of it. */
    @Component
    record Desk(OpenCall open, Audit audit, ReceiptLetters letters) {}

    SignOff(NominationSql sql, Nominations nominations, Readiness readiness, Approvals approvals, Freezing freezing, Desk desk) {
        this.sql = sql;
        this.nominations = nominations;
        this.readiness = readiness;
        this.approvals = approvals;
        this.freezing = freezing;
        this.desk = desk;
    }

    /**
     * Signs off exactly the content that the approver saw.
     *
     * @param seen     the digest of that content
     * @param declared the lines for which the approver declares that they hold no state secret; all of them must be there
     */
    @Transactional
    Outcome sign(Actor me, String seen, Set<UUID> declared) {
        if (!me.is(Role.APPROVER)) {
            desk.audit().refused(me, "nomination.signed", "department:" + me.owner(), Map.of("reason", "role"));
            throw new Faults.NotThere();
        }
        var list = nominations.of(me.owner());
        var content = readiness.content(list);
        var no = nominations.refusal(me, "nomination.signed").or(() -> readiness.unready(list, content, seen)).or(() -> undeclared(list, declared))
            .or(() -> approvals.unapproved(me, list, seen));
        if (no.isPresent()) {
            return new Outcome.Refused(no.get());
        }
        var findings = readiness.findings(content);
        return findings.stream().anyMatch(Finding::stops) ? new Outcome.Unfinished(findings) : new Outcome.Signed(freeze(me, list, content));
    }

    /**
     * Signs off what stands now, all of it declared: for a program that fills a folder.
     *
     * @return the sign-off's id, or empty where it was refused
     */
    @Transactional
    public Optional<UUID> sign(Actor me) {
        var list = nominations.of(me.owner());
        var declared = list.lines().stream().map(Line::id).collect(java.util.stream.Collectors.toSet());
        return sign(me, readiness.digest(readiness.content(list)), declared) instanceof Outcome.Signed signed ? Optional.of(signed.revision()) : Optional.empty();
    }

    private static Optional<Text> undeclared(RankedList list, Set<UUID> declared) {
        return declared.containsAll(list.lines().stream().map(Line::id).toList()) ? Optional.empty()
            : Optional.of(new Text("请逐项声明不含国家秘密，再签发。", "Declare for each achievement that it holds no state secret, then sign off."));
    }

    private UUID freeze(Actor me, RankedList list, Content content) {
        var signature = freezing.freeze(me, list, content, "nomination.signed");
        list.lines().forEach(line -> sql.insertDeclaration(signature.revision(), line.id(), signature.at(), me.account()));
        approvals.signed(me, list, signature.digest().hex());
        desk.letters().put(me, signature, list.lines().size());
        return signature.revision();
    }

    /** Takes a sign-off back before the deadline; the receipt is kept and says so. */
    @Transactional
    Optional<Text> withdraw(Actor me, String reason) {
        var late = desk.open().refusal(me, "nomination.withdrawn", "department:" + me.owner());
        if (late.isPresent()) {
            return late;
        }
        var plain = Plain.text(reason).strip();
        if (SecrecyMark.in(plain).isPresent() || plain.codePointCount(0, plain.length()) > LONGEST_REASON) {
            return Optional.of(new Text("理由最多 %d 个字符，且不得含密级标志。".formatted(LONGEST_REASON),
                "The reason has at most %d characters and carries no secrecy mark.".formatted(LONGEST_REASON)));
        }
        if (plain.isEmpty()) {
            return Optional.of(new Text("请写明撤回的理由。", "Give a reason for the withdrawal."));
        }
        var list = nominations.of(me.owner());
        if (list.signature().isEmpty()) {
            return Optional.of(new Text("名单还没有签发，不需要撤回。", "The list has not been signed off; there is nothing to withdraw."));
        }
        sql.withdraw(list, list.signature().get(), new Signature.Withdrawal(plain, desk.open().arrived()), me.account());
        desk.audit().record(me, "nomination.withdrawn", Nominations.subject(list), Map.of("receipt", list.signature().get().receipt().text()));
        freezing.tell(list.signature().get().revision(), false);
        return Optional.empty();
    }
}
