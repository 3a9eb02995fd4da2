package huizhan.opening.exceptions;

import huizhan.audit.Audit;
import huizhan.audit.Personal;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.material.GrantedException;
import huizhan.opening.DecisionLetters;
import huizhan.opening.DecisionLetters.Readers;
import huizhan.opening.DecisionLetters.Said;
import huizhan.opening.OpenCall;
import huizhan.opening.Typed;
import huizhan.rules.Rules;
import huizhan.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;

/** Asking for an exception, and what the organizer says to it (B24). */
public class Exceptions {
    private static final Text NO_REASON = new Text("请写明理由：理由印在回执上。", "Give a reason; it is printed on the receipt.");
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern ITEM = Pattern.compile("|(" + ID + ")(/[0-9a-f]{64})?|[0-9a-f]{64}");
    private final ExceptionSql sql;
    private final OpenCall open;
    private final Audit audit;
    private final Texts texts;
    private final DecisionLetters letters;
    private final boolean asked;

    /** @param asked whether the organizer can be asked here, which it can't at a desk */
    Exceptions(ExceptionSql sql, OpenCall open, Audit audit, Texts texts, DecisionLetters letters, boolean asked) {
        this.sql = sql;
        this.open = open;
        this.audit = audit;
        this.texts = texts;
        this.letters = letters;
        this.asked = asked;
    }

    /** What is to be said beside the findings that a person reads; who is of a body between asks for nothing. */
    public Beside beside(Actor me, Lang lang) {
        return new Beside(() -> requests(me.owner()), () -> sql.revoked(me.owner(), open.call().id()), asked && open.isOpen(me.owner()) && me.middle().isEmpty(), texts, lang);
    }

    /** What a department may go by now. */
    public List<Grant> standing(UUID department) {
        return sql.standing(department, open.call().id());
    }

    /** A department's and its units' requests, the newest first. */
    public List<ExceptionRequest> requests(UUID department) {
        return sql.requests(department, open.call().id());
    }

    List<ExceptionRequest> requests() {
        return sql.requests(open.call().id());
    }

    List<Grant> all() {
        return sql.all(open.call().id());
    }

    int waiting() {
        return sql.waiting(open.call().id());
    }

    /**
     * Asks. One request for each rule and item waits at a time.
     *
     * @return why not and what to do; empty where it was done
     */
    @Transactional
    public Optional<Text> ask(Actor me, Asked what, String reason) {
        var subject = subject(me.owner(), what.achievement());
        var late = open.refusal(me, "exception.requested", subject);
        if (late.isPresent()) return late;
        if (!Rules.onRequest(what.rule())) {
            audit.refused(me, "exception.requested", subject, Map.of("rule", what.rule(), "reason", "not on request"));
            throw new Faults.NotThere();
        }
        if (requests(me.owner()).stream().anyMatch(each -> each.waits() && each.what().same(what))) {
            return Optional.of(new Text("已经申请过，正在等组织单位答复。", "This has been asked already and waits for the organizer’s answer."));
        }
        var typed = Typed.of(reason, Typed.REASON, new Text("请写明需要例外的理由。", "Say why an exception is needed."));
        if (typed.refusal().isPresent()) return typed.refusal();
        var request = new ExceptionRequest(UUID.randomUUID(), me.owner(), me.unit(), what, typed.text(), open.arrived(), me.account(), Optional.empty());
        sql.insert(request, open.call().id());
        audit.record(me, "exception.requested", subject, Map.of("request", request.id().toString(), "rule", what.rule(), "item", what.item()));
        return Optional.empty();
    }

    private static String subject(UUID department, Optional<UUID> achievement) {
        return achievement.map(id -> "achievement:" + id).orElse("department:" + department);
    }

    /** Grants what was asked. */
    @Transactional
    public Optional<Text> grant(Actor me, UUID id, String reason) {
        var request = find(id);
        var typed = Typed.of(reason, Typed.REASON, NO_REASON);
        var no = answered(me, request, "exception.granted").or(typed::refusal);
        if (no.isPresent()) return no;
        var exception = new GrantedException(request.what().rule(), request.what().item(), typed.text());
        answer(me, request, write(me, request.department(), request.what().achievement(), exception).toString(), typed.text());
        letters.put(me, request.department(), readers(request), Said.EXCEPTION, Rules.title(exception.rule()));
        return Optional.empty();
    }

    /** Refuses with a word. */
    @Transactional
    public Optional<Text> refuse(Actor me, UUID id, String word) {
        var request = find(id);
        var typed = Typed.of(word, Typed.REASON, new Text("请写明不同意的理由：对方会看到。", "Give a reason; whoever asked will read it."));
        var no = answered(me, request, "exception.refused").or(typed::refusal);
        if (no.isPresent()) return no;
        answer(me, request, "", typed.text());
        audit.record(me, "exception.refused", subject(request.department(), request.what().achievement()), Map.of("request", id.toString()));
        letters.put(me, request.department(), readers(request), Said.EXCEPTION_REFUSED, Rules.title(request.what().rule()));
        return Optional.empty();
    }

    private ExceptionRequest find(UUID id) {
        return requests().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
    }

    private static Readers readers(ExceptionRequest request) {
        return readers(request.unit(), request.what().achievement(), true);
    }

    /** Whoever asked sees the achievement; to others it may still be hidden, they read the reason on their first page. */
    private static Readers readers(Optional<UUID> unit, Optional<UUID> achievement, boolean asked) {
        if (achievement.isEmpty()) return new Readers(unit, "/nomination", "/achievements");
        var own = "/achievements/" + achievement.get();
        return new Readers(unit, asked && unit.isEmpty() ? own : "/", own);
    }

    private Optional<Text> answered(Actor me, ExceptionRequest request, String what) {
        if (request.waits()) return Optional.empty();
        audit.refused(me, what, subject(request.department(), request.what().achievement()), Map.of("request", request.id().toString(), "reason", "answered"));
        return Optional.of(new Text("这份申请已经答复过。", "This request has been answered already."));
    }

    private void answer(Actor me, ExceptionRequest request, String grant, String word) {
        sql.answer(request.id(), grant, word, open.arrived(), me.account());
    }

    /**
     * Grants unasked.
     *
     * @param department known to take part
     * @param item       an achievement's id, a file's SHA-256, or both with a stroke between them; empty for the whole nomination
     */
    @Transactional
    public Optional<Text> grant(Actor me, UUID department, String rule, String item, String reason) {
        if (!Rules.onRequest(rule)) return Optional.of(new Text("请选择一条规则。", "Choose a rule."));
        var named = ITEM.matcher(item.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s", ""));
        if (!named.matches()) {
            return Optional.of(new Text("对象应为成果编号，或文件的 SHA-256 摘要（回执和纸质件上都有），也可以不填。",
                "The item is an achievement’s id or a file’s SHA-256, as papers and receipts print them; or leave it empty."));
        }
        var typed = Typed.of(reason, Typed.REASON, NO_REASON);
        if (typed.refusal().isPresent()) return typed.refusal();
        write(me, department, Optional.ofNullable(named.group(1)).map(UUID::fromString), new GrantedException(rule, named.group(), typed.text()));
        letters.put(me, department, readers(Optional.empty(), Optional.ofNullable(named.group(1)).map(UUID::fromString), false), Said.EXCEPTION, Rules.title(rule));
        return Optional.empty();
    }

    private UUID write(Actor me, UUID department, Optional<UUID> achievement, GrantedException exception) {
        var grant = new Grant(UUID.randomUUID(), department, achievement, exception, open.arrived(), Optional.empty(), Optional.empty());
        sql.insert(grant, open.call().id(), me.account());
        audit.record(me, "exception.granted", subject(department, achievement),
            Map.of("exception", grant.id().toString(), "rule", exception.rule(), "item", exception.item(), "reason", new Personal(exception.reason())));
        return grant.id();
    }

    /** Revokes it for the time to come; what was signed off under it stays as it was signed. */
    @Transactional
    public Optional<Text> revoke(Actor me, UUID id, String reason) {
        var grant = all().stream().filter(each -> each.id().equals(id) && each.revocation().isEmpty()).findFirst().orElseThrow(Faults.NotThere::new);
        var typed = Typed.of(reason, Typed.REASON, new Text("请写明撤销的理由。", "Give a reason for the revocation."));
        if (typed.refusal().isPresent()) return typed.refusal();
        sql.revoke(id, new Grant.Revocation(typed.text(), open.arrived()), me.account());
        audit.record(me, "exception.revoked", subject(grant.department(), grant.achievement()), Map.of("exception", id.toString(), "reason", new Personal(typed.text())));
        letters.put(me, grant.department(), readers(sql.asker(id), grant.achievement(), grant.asked().isPresent()), Said.EXCEPTION_BACK, Rules.title(grant.exception().rule()));
        return Optional.empty();
    }

    /** Stands in the transaction that erases an achievement: nothing that was said of it here remains. */
    public void forget(UUID department, UUID achievement) {
        sql.forget(department, achievement);
    }

    /** Those that concern one achievement, as its material carries them. */
    public static Stream<GrantedException> of(List<Grant> standing, UUID achievement) {
        return standing.stream().filter(each -> each.concerns(achievement)).map(Grant::exception);
    }
}
