package huizhan.opening.word;

import huizhan.kernel.StaleData;
import huizhan.opening.word.Question.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions with everything that was said to them. */
final class QuestionSql {
    private final JdbcClient db;

    QuestionSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * Those of a unit, or of a department's own people, the newest first.
     *
     * @param unit empty for the department's people
     */
    List<Question> of(UUID department, String unit, String call) {
        return questions(db.sql("""
                select q.id, q.department_id, q.unit_id, q.about, q.text, q.asked_at, q.asked_by,
                       a.number, a.kind, a.wording, a.text as answer, a.answered_at
                  from question q left join question_answer a on a.question_id = q.id
                 where q.department_id = :department and q.unit_id = :unit and q.call_id = :call
                 order by q.asked_at desc, q.id, a.number""")
            .param("department", department.toString()).param("unit", unit).param("call", call).query(QuestionSql::row).list());
    }

    /** Of everybody, the newest first. */
    List<Question> all(String call) {
        return questions(db.sql("""
                select q.id, q.department_id, q.unit_id, q.about, q.text, q.asked_at, q.asked_by,
                       a.number, a.kind, a.wording, a.text as answer, a.answered_at
                  from question q left join question_answer a on a.question_id = q.id
                 where q.call_id = :call
                 order by q.asked_at desc, q.id, a.number""")
            .param("call", call).query(QuestionSql::row).list());
    }

    /** A published question and its answer, as they are worded for everybody. */
    record Published(UUID id, String about, String question, String answer, Instant at, boolean corrected) {}

    /**
     * What is published now, the newest first.
     *
     * @param like a pattern with {@code !} as its escape, in lower case; {@code %} for all
     */
    List<Published> published(String call, String like, int most) {
        return db.sql("""
                select q.id, q.about, a.wording, a.text, a.answered_at, a.number
                  from question q join question_answer a on a.question_id = q.id
                 where q.call_id = :call and a.kind = 'public'
                   and a.number = (select max(b.number) from question_answer b where b.question_id = q.id)
                   and (lower(a.wording) like :like escape '!' or lower(a.text) like :like escape '!')
                 order by a.answered_at desc, q.id limit :most""")
            .param("call", call).param("like", like).param("most", most)
            .query((row, n) -> new Published(UUID.fromString(row.getString("id")), row.getString("about"), row.getString("wording"), row.getString("text"),
                Instant.ofEpochMilli(row.getLong("answered_at")), row.getLong("number") > 1)).list();
    }

    int waiting(String call) {
        return db.sql("""
                select count(*) from question q
                 where q.call_id = :call and not exists (select 1 from question_answer a where a.question_id = q.id)""")
            .param("call", call).query(Integer.class).single();
    }

    /** How many of a person's questions have a newest answer that the person hasn't read. */
    int unread(UUID account, String call) {
        return db.sql("""
                select count(*) from question q join question_answer a on a.question_id = q.id
                 where q.asked_by = :account and q.call_id = :call and q.department_id <> ''
                   and a.number = (select max(b.number) from question_answer b where b.question_id = q.id)
                   and not exists (select 1 from question_reading r
                                    where r.question_id = q.id and r.account = :account and r.number = a.number)""")
            .param("account", account.toString()).param("call", call).query(Integer.class).single();
    }

    private record Row(Question question, Optional<Answer> answer) {}

    private static Row row(ResultSet row, int n) throws SQLException {
        var number = row.getLong("number");
        var answer = row.wasNull() ? Optional.<Answer>empty() : Optional.of(new Answer(number,
            Question.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("wording"), row.getString("answer"),
            Instant.ofEpochMilli(row.getLong("answered_at"))));
        return new Row(new Question(UUID.fromString(row.getString("id")), id(row.getString("department_id")), id(row.getString("unit_id")),
            row.getString("about"), row.getString("text"), Instant.ofEpochMilli(row.getLong("asked_at")), UUID.fromString(row.getString("asked_by")),
            List.of()), answer);
    }

    private static Optional<UUID> id(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    }

    private static List<Question> questions(List<Row> rows) {
        Map<Question, List<Answer>> answers = new LinkedHashMap<>();
        for (var row : rows) {
            var own = answers.computeIfAbsent(row.question(), any -> new ArrayList<>());
            row.answer().ifPresent(own::add);
        }
        return answers.entrySet().stream().map(each -> each.getKey().with(List.copyOf(each.getValue()))).toList();
    }

    void insert(Question question, String call) {
        db.sql("""
                insert into question (id, call_id, department_id, unit_id, about, text, asked_at, asked_by)
                values (:id, :call, :department, :unit, :about, :text, :at, :by)""")
            .param("id", question.id().toString()).param("call", call).param("department", question.department().map(UUID::toString).orElse(""))
            .param("unit", question.unit().map(UUID::toString).orElse("")).param("about", question.about()).param("text", question.text())
            .param("at", question.at().toEpochMilli()).param("by", question.by().toString()).update();
    }

    /** The number is the guard: of two who answer at once, one is told. */
    void insert(UUID question, Answer answer, UUID by) {
        StaleData.unlessOne("question " + question, db.sql("""
                insert into question_answer (question_id, number, kind, wording, text, answered_at, answered_by)
                values (:question, :number, :kind, :wording, :text, :at, :by)
                on conflict do nothing""")
            .param("question", question.toString()).param("number", answer.number()).param("kind", answer.kind().code())
            .param("wording", answer.wording()).param("text", answer.text()).param("at", answer.at().toEpochMilli()).param("by", by.toString()).update());
    }

    /** Once for each version; a second reading changes nothing. */
    void read(UUID question, UUID account, long number, Instant at) {
        db.sql("""
                insert into question_reading (question_id, account, number, read_at)
                values (:question, :account, :number, :at)
                on conflict do nothing""")
            .param("question", question.toString()).param("account", account.toString()).param("number", number).param("at", at.toEpochMilli()).update();
    }
}
