package huizhan.nomination;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Plain;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.material.CanonicalJson;
import huizhan.material.Digests;
import huizhan.material.NominationWriter;
import huizhan.opening.OpenCall;
import huizhan.organization.Departments;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import huizhan.rules.SecrecyMark;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing off: the approver declares, everything is checked once more, and the content is frozen under its digest (B8, B17, B26). */
@Service
class SignOff {
    private static final int LONGEST_REASON = 300;
    private final NominationSql sql;
    private final Nominations nominations;
    private final Contents contents;
    private final Departments departments;
    private final OpenCall open;
    private final Audit audit;
    private final Zone zone;

    SignOff(NominationSql sql, Nominations nominations, Contents contents, Departments departments, OpenCall open, Audit audit, Zone zone) {
        this.sql = sql;
        this.nominations = nominations;
        this.contents = contents;
        this.departments = departments;
        this.open = open;
        this.audit = audit;
        this.zone = zone;
    }

    /** Everything that is to be said before the sign-off, of the list as it stands. */
    @Transactional(readOnly = true)
    List<Finding> findings(RankedList list) {
        return findings(contents.of(list));
    }

    List<Finding> findings(Content content) {
        var findings = Rules.findings(content.material(), nominations.call(), Optional.of(zone));
        // a line that waits for its unit leaves a gap in the ranks, which is no fault of the order
        return content.waiting().isEmpty() ? findings : findings.stream().filter(each -> !each.rule().equals("A3.order")).toList();
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
            audit.refused(me, "nomination.signed", "department:" + me.owner(), Map.of("reason", "role"));
            throw new Faults.NotThere();
        }
        var list = nominations.of(me.owner());
        var content = contents.of(list);
        var no = nominations.refusal(me, "nomination.signed").or(() -> unready(list, content, seen, declared));
        if (no.isPresent()) {
            return new Outcome.Refused(no.get());
        }
        var findings = findings(content);
        return findings.stream().anyMatch(Finding::stops) ? new Outcome.Unfinished(findings) : new Outcome.Signed(freeze(me, list, content));
    }

    /** The digest of what would be signed now. */
    String digest(Content content) {
        return Digests.nomination(content.material(), nominations.call()).hex();
    }

    private Optional<Text> unready(RankedList list, Content content, String seen, Set<UUID> declared) {
        if (!content.waiting().isEmpty()) {
            return Optional.of(new Text("第 %s 项已退回单位或被单位取回，没有签发。请等单位重新提交，或把它移出名单。".formatted(places(content)),
                "No. %s is back with its unit, so nothing was signed off. Wait until it is handed over again, or take it off the list.".formatted(places(content))));
        }
        if (!digest(content).equals(seen)) {
            return Optional.of(new Text("内容在你查看之后改过，没有签发。请核对最新的内容后再签发。",
                "The content has changed since you looked at it, so it was not signed off. Check the newest content, then sign off."));
        }
        if (list.lines().isEmpty()) {
            return Optional.of(new Text("名单是空的，没有可签发的内容。请先从备选中选取。", "The list is empty. Pick candidates first."));
        }
        return declared.containsAll(list.lines().stream().map(Line::id).toList()) ? Optional.empty()
            : Optional.of(new Text("请逐项声明不含国家秘密，再签发。", "Declare for each achievement that it holds no state secret, then sign off."));
    }

    private static String places(Content content) {
        return content.waiting().stream().map(String::valueOf).collect(java.util.stream.Collectors.joining("、"));
    }

    private UUID freeze(Actor me, RankedList list, Content content) {
        var at = open.arrived().truncatedTo(ChronoUnit.MILLIS);
        int sequence = sql.signed(me.owner(), nominations.call().id()) + 1;
        var digest = Digests.nomination(content.material(), nominations.call());
        var receipt = ReceiptNumber.of(zone, departments.find(me.owner()).orElseThrow().code(), sequence);
        var signature = new Signature(UUID.randomUUID(), sequence, receipt, digest, audit.head().toString(), at, me.name(), Optional.empty());
        sql.insert(list.id(), signature, CanonicalJson.of(NominationWriter.tree(content.material(), nominations.call())), me.account());
        content.files().forEach((path, file) -> sql.insertFile(signature.revision(), path, file.id()));
        list.lines().forEach(line -> sql.insertDeclaration(signature.revision(), line.id(), at, me.account()));
        audit.record(me, "nomination.signed", Nominations.subject(list),
            Map.of("receipt", receipt.text(), "digest", digest.hex(), "lines", list.lines().size()));
        return signature.revision();
    }

    /** Takes a sign-off back before the deadline; the receipt is kept and says so. */
    @Transactional
    Optional<Text> withdraw(Actor me, String reason) {
        var late = open.refusal(me, "nomination.withdrawn", "department:" + me.owner());
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
        sql.withdraw(list, list.signature().get(), new Signature.Withdrawal(plain, open.arrived()), me.account());
        audit.record(me, "nomination.withdrawn", Nominations.subject(list), Map.of("receipt", list.signature().get().receipt().text()));
        return Optional.empty();
    }
}
