package huizhan.outcome;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.nomination.SignOffs;
import huizhan.outcome.Scan.Outcome;
import huizhan.outcome.ScannedSql.Scanned;
import huizhan.outcome.VerdictSql.Said;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** On the open server: results come back as codes on paper, and count once a sheet is complete and somebody has released it (B29). */
@Service
class Homecoming {
    private static final String SCANNED = "outcome.scanned";
    private static final String RELEASED = "outcome.released";
    private static final Text INCOMPLETE = new Text("这份结果表还没有扫全，或者已经公布。请看过现在的情况再定。", "Not every code of this sheet is scanned yet, or it is released already. Look at how it stands now.");
    private static final Text OLD_KEY = new Text("扫描以后组织单位的公钥卡换过或者停用了，这份表不能公布。请移除它，由内网端用现用的密钥另做一份。",
        "The organizer's card was replaced or withdrawn since these codes were scanned, so the sheet can't be released. Remove it; another is made on the restricted server with the key in force.");
    private static final String REMOVED = "outcome.removed";
    private final ScannedSql sql;
    private final VerdictSql verdicts;
    private final SignOffs signOffs;
    private final Outcomes.Desk desk;

    Homecoming(ScannedSql sql, VerdictSql verdicts, SignOffs signOffs, Outcomes.Desk desk) {
        this.sql = sql;
        this.verdicts = verdicts;
        this.signOffs = signOffs;
        this.desk = desk;
    }

    /** @throws Faults.NotThere elsewhere than on the open server */
    void require() {
        if (desk.zone() != Zone.OPEN) throw new Faults.NotThere();
    }

    /** Whether codes can be proved here at all. */
    boolean known() {
        return desk.cards().organizers().isPresent();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Scanned> sheets() {
        return sql.all(desk.call());
    }

    /** Public achievements that came in here. */
    @Transactional(readOnly = true)
    Map<UUID, SignOffs.Line> lines() {
        return PublicLines.of(signOffs.lines()).stream().collect(Collectors.toMap(SignOffs.Line::achievement, each -> each));
    }

    /** What became of each of a department's public achievements, of those that are signed off. */
    @Transactional(readOnly = true)
    Map<SignOffs.Line, Verdict> of(UUID department) {
        if (!sql.any(desk.call())) return Map.of();
        var said = verdicts.last(desk.call());
        return lines().values().stream().filter(each -> each.department().equals(department) && said.getOrDefault(each.achievement(), Said.NOTHING).verdict() != Verdict.NONE)
            .collect(Collectors.toMap(each -> each, each -> said.getOrDefault(each.achievement(), Said.NOTHING).verdict()));
    }

    /** Takes a code as a hand scanner or a camera gives it. */
    @Transactional
    Scan scan(Actor me, String text) {
        require();
        // a scanner in a Chinese input method types wide letters
        var code = SheetCode.read(Normalizer.normalize(text, Normalizer.Form.NFKC));
        var no = code.map(this::refusal).orElse(Optional.of(Outcome.NOT_OURS));
        if (no.isPresent()) {
            desk.audit().refused(me, SCANNED, code.map(each -> subject(each.sheet())).orElse("call:" + desk.call()), Map.of("reason", no.get().code()));
            return code.map(each -> Scan.of(no.get(), each)).orElse(Scan.of(Outcome.NOT_OURS));
        }
        var read = code.orElseThrow();
        var entries = kept(read.entries());
        if (!sql.insert(desk.call(), read, entries, desk.open().arrived(), me.account())) return Scan.of(Outcome.BEFORE, read);
        desk.audit().record(me, SCANNED, subject(read.sheet()), Map.of("code", read.part(), "of", read.parts(), "results", entries.size()));
        return Scan.of(entries.size() < read.entries().size() ? Outcome.NON_PUBLIC : Outcome.READ, read);
    }

    /** Of what is a rank and a word here nothing is kept, even where it was public when the sheet was made (A4). */
    private Map<UUID, Verdict> kept(Map<UUID, Verdict> entries) {
        var hidden = signOffs.lines().stream().filter(PublicLines::hidden).map(SignOffs.Line::achievement).collect(Collectors.toSet());
        var stubs = signOffs.stubs();
        var kept = new LinkedHashMap<>(entries);
        kept.keySet().removeIf(id -> hidden.contains(id) || stubs.contains(id));
        return kept;
    }

    private String subject(int sheet) {
        return "result-sheet:" + desk.call() + ":" + sheet;
    }

    private Optional<Outcome> refusal(SheetCode code) {
        if (!known()) return Optional.of(Outcome.NO_CARD);
        if (desk.cards().organizers().filter(code::by).isEmpty()) return Optional.of(Outcome.SIGNATURE);
        if (!code.call().equals(SheetCode.callMark(desk.call()))) return Optional.of(Outcome.OTHER_CALL);
        return sheets().stream().filter(each -> each.number() == code.sheet() && (!each.made().equals(code.made()) || each.parts() != code.parts())).findFirst().map(each -> Outcome.OTHER_SHEET);
    }

    /**
     * What a complete sheet says counts from now on; of two sheets the one with the higher number, whichever is released first.
     *
     * @return why not; empty where it was done
     */
    @Transactional
    Optional<Text> release(Actor me, int number) {
        require();
        var sheet = sheets().stream().filter(each -> each.number() == number).findFirst().orElseThrow(Faults.NotThere::new);
        if (sheet.complete() && !sql.keys(desk.call(), number).equals(desk.cards().organizers().map(card -> Set.of(card.id())).orElse(Set.of()))) {
            desk.audit().refused(me, RELEASED, subject(number), Map.of("reason", OLD_KEY.en()));
            return Optional.of(OLD_KEY);
        }
        if (!sheet.complete() || sheet.released().isPresent() || !sql.release(desk.call(), number, desk.open().arrived(), me.account())) {
            desk.audit().refused(me, RELEASED, subject(number), Map.of("reason", INCOMPLETE.en()));
            return Optional.of(INCOMPLETE);
        }
        kept(sheet.entries()).forEach((id, verdict) -> verdicts.insert(desk.call(), id, new Said(verdict, number, me.account()), desk.open().arrived()));
        desk.audit().record(me, RELEASED, subject(number), Map.of("results", sheet.entries().size()));
        return Optional.empty();
    }

    /** A sheet that is not to count: abandoned, or of another than it says. What was released stays. */
    @Transactional
    boolean remove(Actor me, int number) {
        require();
        if (!sql.forget(desk.call(), number)) {
            desk.audit().refused(me, REMOVED, subject(number), Map.of());
            return false;
        }
        desk.audit().record(me, REMOVED, subject(number), Map.of());
        return true;
    }
}
