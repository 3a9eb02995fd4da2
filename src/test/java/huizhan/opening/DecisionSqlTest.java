package huizhan.opening;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was decided about a department until somebody has read it, on both engines; another department's and another call's are the bait. */
class DecisionSqlTest {
    private static final Instant AT = Instant.parse("2015-07-20T01:00:00.123Z");
    private static final Instant UNTIL = Instant.parse("2015-07-25T16:00:00Z");
    private static final UUID OWN = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final UUID ME = new UUID(3, 1);
    private static final UUID COLLEAGUE = new UUID(3, 2);

    private static void permit(PermitSql sql, int number, UUID department, String call) {
        sql.insert(new Permit(new UUID(5, number), department, UNTIL, "理由 " + number, AT.plusSeconds(number), Optional.empty()), call, "", ME);
    }

    private static void exception(TestDatabase db, int number, UUID department) {
        db.client().sql("""
                insert into exception_grant (id, call_id, department_id, achievement_id, rule, item, reason, granted_at, granted_by)
                values (:id, 'call', :department, '', 'A6.size', '', :reason, :at, 'x')""")
            .param("id", new UUID(6, number).toString()).param("department", department.toString()).param("reason", "照片 " + number).param("at", AT.plusSeconds(number).toEpochMilli()).update();
    }

    @EachDatabase void each_is_told_until_it_is_read_and_of_what_was_taken_back_only_that(TestDatabase db) {
        var permits = new PermitSql(db.client());
        var sql = new DecisionSql(db.client());
        db.write(() -> {
            permit(permits, 1, OWN, "call");
            permit(permits, 2, OWN, "call");
            permit(permits, 3, OTHER, "call");
            permit(permits, 4, OWN, "another");
            exception(db, 5, OWN);
            exception(db, 6, OWN);
            exception(db, 7, OTHER);
            permits.withdraw(new UUID(5, 1), new Permit.Withdrawal("写错了", AT.plusSeconds(20)), ME);
            db.client().sql("insert into exception_revocation (grant_id, reason, revoked_at, revoked_by) values (:id, '找到底片', :at, 'x')")
                .param("id", new UUID(6, 5).toString()).param("at", AT.plusSeconds(21).toEpochMilli()).update();
        });
        var granted = new Decision(new UUID(5, 2), Decision.Kind.PERMIT, "", Optional.of(UNTIL), "理由 2", AT.plusSeconds(2));
        var excepted = new Decision(new UUID(6, 6), Decision.Kind.EXCEPTION, "A6.size", Optional.empty(), "照片 6", AT.plusSeconds(6));
        var back = new Decision(new UUID(5, 1), Decision.Kind.PERMIT_BACK, "", Optional.of(UNTIL), "写错了", AT.plusSeconds(20));
        var revoked = new Decision(new UUID(6, 5), Decision.Kind.EXCEPTION_BACK, "A6.size", Optional.empty(), "找到底片", AT.plusSeconds(21));
        assertThat(sql.unread(OWN, "call", ME)).containsExactly(granted, excepted, back, revoked);
        db.write(() -> {
            sql.read(granted, ME, AT);
            sql.read(granted, ME, AT.plusSeconds(1));
            sql.read(back, ME, AT);
        });
        assertThat(sql.unread(OWN, "call", ME)).containsExactly(excepted, revoked);
        assertThat(sql.unread(OWN, "call", COLLEAGUE)).hasSize(4);
        assertThat(sql.unread(new UUID(1, 9), "call", ME)).isEmpty();
    }
}
