package huizhan.outcome;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.keys.PrivateKeys;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.organization.cards.KeyCards;
import huizhan.outcome.SheetCode.Part;
import huizhan.outcome.VerdictSql.Said;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * On the restricted server: what became of each achievement that is for the public, and the sheets on which that goes to the open server
 * (B29). Of others nothing stands here: their results go by letter.
 */
@Service
class Outcomes {
    private static final Text FASTER = new Text("同事刚改过其中的结果，没有保存。下面是最新的情况，请看过再定。",
        "A colleague has just changed some of these results, so nothing was saved. Look at what stands below before you decide.");
    private static final Text NOTHING = new Text("没有新的结果可上表。", "There is no new result to put on a sheet.");
    private static final Text WAITS = new Text("上一份结果表还没有核对。请先请同事核对签发，或者作废。", "The sheet before this one waits to be looked through. Have a colleague sign it, or discard it.");
    private static final Text CHANGED = new Text("制表以后有结果改过，或者有成果不再公开，这份表不能签发、也不能带出。请作废重做。",
        "Since the sheet was made a result was changed, or an achievement is no longer public. It can't be signed or carried out; discard it and make a new one.");
    private static final Text OWN = new Text("这份表是你做的，或者其中有你登记的结果，要由另一位同事核对签发。", "You made this sheet or said some of what stands on it, so a colleague must look it through and sign it.");
    private static final Text MOVED = new Text("这份表刚有变动，没有办理。下面是现在的情况，请看过再定。", "This sheet has just moved on, so nothing was done. Look at how it stands now.");
    private static final Text NO_CARD = new Text("这台服务器上还没有组织单位的公钥卡，无法核对密钥。请先在“公钥卡”页启用。", "There is no card of the organizer's in force on this server, so the key can't be compared. Put it on the “Key cards” page first.");
    private static final Text OTHER_KEY = new Text("这不是组织单位现用的密钥，开放端不会认。请用现用的密钥文件。", "This isn't the organizer's key in force; the open server wouldn't accept it. Take the key file in force.");
    private static final String VERDICTS = "outcome.verdicts";
    private static final String SHEET = "outcome.sheet-made";
    private static final String SIGNED = "outcome.sheet-signed";
    private static final String ASIDE = "outcome.sheet-put-aside";
    private final VerdictSql sql;
    private final SheetSql sheets;
    private final SignOffs signOffs;
    private final Desk desk;

    /** The call, people, keys, the trail and where this is. */
    @Component("outcomeDesk")
    record Desk(OpenCall open, Departments departments, KeyCards cards, Audit audit, Zone zone) {
        String call() {
            return open.call().id();
        }
    }

    Outcomes(VerdictSql sql, SheetSql sheets, SignOffs signOffs, Desk desk) {
        this.sql = sql;
        this.sheets = sheets;
        this.signOffs = signOffs;
        this.desk = desk;
    }

    /** A public achievement and what became of it. */
    record Line(Department department, int rank, UUID achievement, String name, Said said) {}

    /** @throws Faults.NotThere elsewhere than on the restricted server */
    void require() {
        if (desk.zone() != Zone.RESTRICTED) throw new Faults.NotThere();
    }

    /** By department and rank. */
    @Transactional(readOnly = true)
    List<Line> lines() {
        var said = sql.last(desk.call());
        var departments = desk.departments().all().stream().collect(Collectors.toMap(Department::id, each -> each));
        return PublicLines.of(signOffs.lines()).stream()
            .map(each -> new Line(java.util.Objects.requireNonNull(departments.get(each.department())), each.rank(), each.achievement(), each.name(), said.getOrDefault(each.achievement(), Said.NOTHING)))
            .sorted(Comparator.comparing((Line each) -> each.department().code()).thenComparing(Line::rank)).toList();
    }

    /** Which of them differ from what the sheets so far say. */
    @Transactional(readOnly = true)
    List<Line> due() {
        return due(lines(), sheets.all(desk.call()));
    }

    /** A signed sheet that was put aside may have been scanned before, so that what stands on it is told again by the next one. */
    static List<Line> due(List<Line> lines, List<Sheet> sheets) {
        var told = new LinkedHashMap<UUID, Verdict>();
        var doubtful = new HashSet<UUID>();
        for (var sheet : sheets) {
            if (sheet.voided().isEmpty()) sheet.lines().forEach(told::putIfAbsent);
            else if (sheet.signature().isPresent()) sheet.lines().keySet().stream().filter(each -> !told.containsKey(each)).forEach(doubtful::add);
        }
        return lines.stream().filter(each -> doubtful.contains(each.achievement()) || each.said().verdict() != told.getOrDefault(each.achievement(), Verdict.NONE)).toList();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Sheet> sheets() {
        return sheets.all(desk.call());
    }

    /** @throws Faults.NotThere for a number that isn't there */
    @Transactional(readOnly = true)
    Sheet sheet(int number) {
        return sheets().stream().filter(each -> each.number() == number).findFirst().orElseThrow(Faults.NotThere::new);
    }

    /** @throws Faults.NotThere before it is signed */
    @Transactional(readOnly = true)
    List<String> codes(Sheet sheet) {
        require();
        if (!sheet.valid()) throw new Faults.NotThere();
        return sheets.codes(desk.call(), sheet.number());
    }

    /**
     * Says what became of some of them.
     *
     * @param seen by achievement, the number of the decision that the person has before him
     * @return why not; empty where it was done
     */
    @Transactional
    Optional<Text> say(Actor me, Map<UUID, Long> seen, Verdict verdict) {
        require();
        var lines = lines().stream().collect(Collectors.toMap(Line::achievement, each -> each));
        for (var each : seen.entrySet()) {
            var line = Optional.ofNullable(lines.get(each.getKey()));
            if (line.filter(there -> there.said().number() == each.getValue()).isEmpty()) return refused(me, VERDICTS, "call:" + desk.call(), FASTER);
        }
        for (var each : seen.entrySet()) {
            if (java.util.Objects.requireNonNull(lines.get(each.getKey())).said().verdict() == verdict) continue;
            if (!sql.insert(desk.call(), each.getKey(), new Said(verdict, each.getValue() + 1, me.account()), desk.open().arrived())) throw new huizhan.kernel.StaleData("the result of " + each.getKey());
            desk.audit().record(me, "outcome.verdict", "achievement:" + each.getKey(), Map.of("verdict", verdict.code(), "number", each.getValue() + 1));
        }
        return Optional.empty();
    }

    private Optional<Text> refused(Actor me, String action, String subject, Text why) {
        desk.audit().refused(me, action, subject, Map.of("reason", why.en()));
        return Optional.of(why);
    }

    private String subject(int sheet) {
        return "result-sheet:" + desk.call() + ":" + sheet;
    }

    /** What came of the wish for a sheet. */
    record Made(Optional<Integer> sheet, Optional<Text> refusal) {}

    /** Puts everything that is due on a sheet. */
    @Transactional
    Made make(Actor me) {
        require();
        var all = sheets();
        int number = all.stream().map(Sheet::number).max(Comparator.naturalOrder()).orElse(0) + 1;
        var due = due(lines(), all).stream().limit((long) SheetCode.MOST * SheetCode.MOST_PARTS).toList();
        var no = all.stream().anyMatch(Sheet::waits) ? Optional.of(WAITS) : due.isEmpty() ? Optional.of(NOTHING) : Optional.<Text>empty();
        if (no.isPresent()) return new Made(Optional.empty(), refused(me, SHEET, subject(number), no.get()));
        var lines = new LinkedHashMap<UUID, Verdict>();
        due.forEach(each -> lines.put(each.achievement(), each.said().verdict()));
        var sheet = new Sheet(number, desk.open().arrived().truncatedTo(ChronoUnit.SECONDS), me.account(), me.name(), lines, Optional.empty(), Optional.empty());
        if (!sheets.insert(desk.call(), sheet)) return new Made(Optional.empty(), refused(me, SHEET, subject(number), WAITS));
        desk.audit().record(me, SHEET, subject(number), Map.of("results", lines.size()));
        return new Made(Optional.of(number), Optional.empty());
    }

    /** Why a sheet can't leave this server as it is. */
    @Transactional(readOnly = true)
    Optional<Text> stale(Sheet sheet) {
        if (sheet.voided().isPresent()) return Optional.empty();
        var now = lines().stream().collect(Collectors.toMap(Line::achievement, each -> each.said().verdict()));
        boolean right = sheet.lines().entrySet().stream().allMatch(each -> sheet.valid() ? now.containsKey(each.getKey()) : each.getValue() == now.get(each.getKey()));
        return right && !sheet.lines().isEmpty() ? Optional.empty() : Optional.of(CHANGED);
    }

    /** Whether this person may sign it: nobody who made it, or said any of what stands on it. */
    @Transactional(readOnly = true)
    boolean mayBeSignedBy(Actor me, Sheet sheet) {
        return sheet.waits() && me.isAny(Role.ORGANIZER, Role.CONFIDENTIALITY) && !own(me, sheet);
    }

    private boolean own(Actor me, Sheet sheet) {
        var said = sql.last(desk.call());
        return sheet.by().equals(me.account()) || sheet.lines().keySet().stream().anyMatch(id -> said.getOrDefault(id, Said.NOTHING).by().equals(me.account()));
    }

    /**
     * The second person has looked it through and signs its codes.
     *
     * @param seen what that person had on the screen, as {@link Sheet#seen()}
     * @return why not; empty where it was done
     */
    @Transactional
    Optional<Text> sign(Actor me, int number, String seen, PrivateKeys key) {
        require();
        var sheet = sheet(number);
        var no = !sheet.waits() || !sheet.seen().equals(seen) ? Optional.of(MOVED) : own(me, sheet) ? Optional.of(OWN) : unfit(key).or(() -> stale(sheet));
        if (no.isPresent()) return refused(me, SIGNED, subject(number), no.get());
        if (!sheets.sign(desk.call(), number, new Sheet.Signature(desk.open().arrived(), me.account(), me.name()), codes(sheet, key))) return refused(me, SIGNED, subject(number), MOVED);
        desk.audit().record(me, SIGNED, subject(number), Map.of("key", key.card().id(), "results", sheet.lines().size()));
        return Optional.empty();
    }

    /** The open server takes the organizer's card in force alone. */
    private Optional<Text> unfit(PrivateKeys key) {
        return desk.cards().organizers().map(card -> card.id().equals(key.card().id()) ? Optional.<Text>empty() : Optional.of(OTHER_KEY)).orElse(Optional.of(NO_CARD));
    }

    /** A key file that could not be used, in the trail: it was the organizer's key that somebody tried. */
    @Transactional
    void unusable(Actor me, int number, Text why) {
        refused(me, SIGNED, subject(number), why);
    }

    private List<SheetCode> codes(Sheet sheet, PrivateKeys key) {
        var ids = new ArrayList<>(sheet.lines().keySet());
        int parts = sheet.parts();
        return IntStream.rangeClosed(1, parts).mapToObj(part -> {
            var entries = new LinkedHashMap<UUID, Verdict>();
            ids.subList((part - 1) * SheetCode.MOST, Math.min(ids.size(), part * SheetCode.MOST)).forEach(id -> entries.put(id, java.util.Objects.requireNonNull(sheet.lines().get(id))));
            return new Part(desk.call(), sheet.number(), part, parts, sheet.made(), entries).signed(key);
        }).toList();
    }

    /**
     * Puts a sheet aside, signed or not: what it says stands on no sheet again.
     *
     * @param seen what the person had on the screen
     * @return why not; empty where it was done
     */
    @Transactional
    Optional<Text> putAside(Actor me, int number, String seen) {
        require();
        boolean done = sheet(number).seen().equals(seen) && sheets.putAside(desk.call(), number, desk.open().arrived(), me.account());
        if (!done) return refused(me, ASIDE, subject(number), MOVED);
        desk.audit().record(me, ASIDE, subject(number), Map.of());
        return Optional.empty();
    }

    /** It is printed to be carried out. */
    @Transactional
    void printed(Actor me, Sheet sheet) {
        desk.audit().record(me, "outcome.sheet-printed", subject(sheet.number()), Map.of());
    }
}
