package huizhan.opening.word;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import huizhan.opening.Typed;
import huizhan.opening.word.Question.Answer;
import huizhan.opening.word.Question.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Questions to the organizer, answered once for all or for the asker alone (B10). They can be asked after the end of the call too. */
class Questions {
    private static final int LONGEST = 2_000;
    private static final int SHOWN = 200;
    private static final Text NO_TEXT = new Text("请写下问题。", "Write your question.");
    private static final Text NO_ANSWER = new Text("请写下答复。", "Write the answer.");
    private static final Text STALE = new Text("同事刚刚答复过。下面是最新的内容，请看过再改。", "A colleague has just answered. The newest stands below; look at it before you change it.");
    private final QuestionSql sql;
    private final OpenCall open;
    private final Audit audit;

    Questions(QuestionSql sql, OpenCall open, Audit audit) {
        this.sql = sql;
        this.open = open;
        this.audit = audit;
    }

    /** What the person's unit, or the department's own people, have asked. */
    List<Question> of(Actor me) {
        return sql.of(me.owner(), unit(me), open.call().id());
    }

    private static String unit(Actor me) {
        return me.unit().map(UUID::toString).orElse("");
    }

    List<Question> all() {
        return sql.all(open.call().id());
    }

    int waiting() {
        return sql.waiting(open.call().id());
    }

    int unread(Actor me) {
        return sql.unread(me.account(), open.call().id());
    }

    /** What is published and has these words in it, the newest first. */
    List<QuestionSql.Published> published(String words) {
        return published(words, SHOWN);
    }

    List<QuestionSql.Published> published(String words, int most) {
        var like = words.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return sql.published(open.call().id(), "%" + like + "%", most);
    }

    /**
     * Asks.
     *
     * @param about a passage or form of the call; anything else counts as nothing
     * @return why not and what to do; empty where it was done
     */
    @Transactional
    public Optional<Text> ask(Actor me, String about, String text) {
        var typed = Typed.of(text, LONGEST, NO_TEXT);
        if (typed.refusal().isPresent()) {
            audit.refused(me, "question.asked", "department:" + me.owner(), Map.of("reason", typed.refusal().get().en()));
            return typed.refusal();
        }
        var question = new Question(UUID.randomUUID(), me.department(), me.unit(), known(about), typed.text(), open.arrived(), me.account(), List.of());
        sql.insert(question, open.call().id());
        audit.record(me, "question.asked", subject(question), Map.of("about", question.about()));
        return Optional.empty();
    }

    private String known(String about) {
        boolean there = open.call().passages().stream().anyMatch(each -> each.id().equals(about)) || open.call().forms().containsKey(about);
        return there ? about : "";
    }

    private static String subject(Question question) {
        return "question:" + question.id();
    }

    /**
     * Notes that the person has seen answers to what he asked; one that has changed since the page was made stays unread.
     *
     * @param seen as {@link Question#version} names them
     */
    @Transactional
    public void read(Actor me, List<String> seen) {
        of(me).stream().filter(each -> each.by().equals(me.account()) && each.last().isPresent() && seen.contains(each.version()))
            .forEach(each -> sql.read(each.id(), me.account(), each.number(), open.arrived()));
    }

    /**
     * Answers, or says it otherwise.
     *
     * @param seen    the number of the answer that the person has seen, 0 for none
     * @param wording the question as everybody will read it, only for a published answer
     */
    @Transactional
    public Optional<Text> answer(Actor me, UUID id, boolean published, String wording, String text, long seen) {
        var question = find(id);
        var said = Typed.of(text, LONGEST, NO_ANSWER);
        var asked = published ? Typed.of(wording, LONGEST, NO_TEXT) : new Typed(question.text(), Optional.empty());
        var no = stale(me, question, seen).or(asked::refusal).or(said::refusal);
        if (no.isPresent()) return no;
        if (!published && question.department().isEmpty()) return Optional.of(new Text("这是组织单位自己公布的问答，只能公开。", "Nobody asked this; it can only be published."));
        tell(me, question, new Answer(seen + 1, published ? Kind.PUBLIC : Kind.PRIVATE, asked.text(), said.text(), open.arrived()));
        return Optional.empty();
    }

    private Optional<Text> stale(Actor me, Question question, long seen) {
        if (question.number() == seen) return Optional.empty();
        audit.refused(me, "question.answered", subject(question), Map.of("reason", "answered meanwhile"));
        return Optional.of(STALE);
    }

    /** Publishes what nobody has asked. */
    @Transactional
    public Optional<Text> publish(Actor me, String about, String wording, String text) {
        var asked = Typed.of(wording, LONGEST, NO_TEXT);
        var said = Typed.of(text, LONGEST, NO_ANSWER);
        var no = asked.refusal().or(said::refusal);
        if (no.isPresent()) return no;
        var question = new Question(UUID.randomUUID(), Optional.empty(), Optional.empty(), known(about), asked.text(), open.arrived(), me.account(), List.of());
        sql.insert(question, open.call().id());
        tell(me, question, new Answer(1, Kind.PUBLIC, asked.text(), said.text(), open.arrived()));
        return Optional.empty();
    }

    /** Withdraws an answer; the asker sees that it no longer holds. */
    @Transactional
    public Optional<Text> withdraw(Actor me, UUID id, long seen) {
        var question = find(id);
        var no = stale(me, question, seen);
        if (no.isPresent()) return no;
        if (question.answer().isEmpty()) return Optional.of(new Text("这里没有可以撤回的答复。", "There is no answer to withdraw."));
        tell(me, question, new Answer(seen + 1, Kind.WITHDRAWN, "", "", open.arrived()));
        return Optional.empty();
    }

    private Question find(UUID id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
    }

    /** The one place from which the asker would be written to. */
    private void tell(Actor me, Question question, Answer answer) {
        sql.insert(question.id(), answer, me.account());
        audit.record(me, answer.kind() == Kind.WITHDRAWN ? "question.withdrawn" : "question.answered", subject(question),
            Map.of("number", answer.number(), "kind", answer.kind().code()));
    }
}
