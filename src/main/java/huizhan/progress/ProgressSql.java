package huizhan.progress;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reminders and telephone calls. */
@Repository
class ProgressSql {
    private final JdbcClient db;

    ProgressSql(JdbcClient db) {
        this.db = db;
    }

    /** False where this very sending was made before. */
    boolean insert(Reminder reminder, String call) {
        return db.sql("""
                insert into reminder (id, call_id, subject, sent_at, sent_by, sender) values (:id, :call, :subject, :at, :by, :name)
                on conflict do nothing""")
            .param("id", reminder.id().toString()).param("call", call).param("subject", reminder.subject()).param("at", reminder.at().toEpochMilli())
            .param("by", reminder.by().toString()).param("name", reminder.name()).update() == 1;
    }

    void insert(UUID reminder, UUID department, int letters) {
        db.sql("insert into reminder_to (reminder_id, department_id, letters) values (:reminder, :department, :letters)")
            .param("reminder", reminder.toString()).param("department", department.toString()).param("letters", letters).update();
    }

    void insert(PhoneCall made, String call) {
        db.sql("""
                insert into phone_call (id, call_id, department_id, called_at, called_by, caller, note)
                values (:id, :call, :department, :at, :by, :name, :note)""")
            .param("id", made.id().toString()).param("call", call).param("department", made.department().toString()).param("at", made.at().toEpochMilli())
            .param("by", made.by().toString()).param("name", made.name()).param("note", made.note()).update();
    }

    /** When each department was last written to. */
    Map<UUID, Instant> lastReminders(String call) {
        return instants(db.sql("""
                select t.department_id, max(r.sent_at) as last_at from reminder_to t join reminder r on r.id = t.reminder_id
                 where r.call_id = :call group by t.department_id""").param("call", call));
    }

    /** When each department was last called. */
    Map<UUID, Instant> lastCalls(String call) {
        return instants(db.sql("""
                select department_id, max(called_at) as last_at from phone_call where call_id = :call group by department_id""").param("call", call));
    }

    private static Map<UUID, Instant> instants(JdbcClient.StatementSpec statement) {
        var instants = new HashMap<UUID, Instant>();
        statement.query((row, n) -> instants.put(UUID.fromString(row.getString("department_id")), Instant.ofEpochMilli(row.getLong("last_at")))).list();
        return instants;
    }

    /** Calls to a department, the newest first. */
    List<PhoneCall> calls(UUID department, String call) {
        return db.sql("""
                select id, department_id, called_at, called_by, caller, note from phone_call
                 where department_id = :department and call_id = :call
                 order by called_at desc, id""")
            .param("department", department.toString()).param("call", call).query(ProgressSql::call).list();
    }

    /** Each department's newest call. */
    Map<UUID, PhoneCall> newestCalls(String call) {
        var newest = new HashMap<UUID, PhoneCall>();
        db.sql("""
                select id, department_id, called_at, called_by, caller, note from phone_call
                 where call_id = :call
                 order by called_at, id""")
            .param("call", call).query(ProgressSql::call).list().forEach(each -> newest.put(each.department(), each));
        return newest;
    }

    private static PhoneCall call(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new PhoneCall(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("department_id")), Instant.ofEpochMilli(row.getLong("called_at")),
            UUID.fromString(row.getString("called_by")), row.getString("caller"), row.getString("note"));
    }
}
