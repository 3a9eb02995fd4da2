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

    private static void department(TestDatabase db, UUID id) {
        db.client().sql("insert into department (id, code, grouping, valid_from, active, version) values (:id, :id, 'other', '2015-01-01', true, 1)").param("id", id.toString()).update();
    }

    private static void account(TestDatabase db, UUID id, UUID department) {
        db.client().sql("""
                insert into account (id, name, department, created_at, created_by, version) values (:id, '人', :department, 1, 'x', 1)""")
            .param("id", id.toString()).param("department", department.toString()).update();
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
        assertThat(sql.unread(OWN, "call", ME, AT)).containsExactly(granted, excepted, back, revoked);
        db.write(() -> {
            sql.read(granted, ME, AT);
            sql.read(granted, ME, AT.plusSeconds(1));
            sql.read(back, ME, AT);
        });
        assertThat(sql.unread(OWN, "call", ME, AT)).containsExactly(excepted, revoked);
        assertThat(sql.unread(OWN, "call", COLLEAGUE, AT)).hasSize(4);
        assertThat(sql.unread(new UUID(1, 9), "call", ME, AT)).isEmpty();
        assertThat(sql.unread(OWN, "call", COLLEAGUE, AT.plusSeconds(20))).as("who came later").containsExactly(back, revoked);
        assertThat(sql.isOf(OWN, "call", back.id())).isTrue();
        assertThat(sql.isOf(OTHER, "call", back.id()) || sql.isOf(OWN, "another", back.id()) || sql.isOf(OTHER, "call", excepted.id())).isFalse();
    }

    @EachDatabase void an_end_that_a_later_one_has_replaced_is_no_news_until_that_is_taken_back(TestDatabase db) {
        var permits = new PermitSql(db.client());
        var sql = new DecisionSql(db.client());
        db.write(() -> {
            permit(permits, 1, OWN, "call");
            permits.insert(new Permit(new UUID(5, 2), OWN, UNTIL.plusSeconds(9), "更晚", AT.plusSeconds(2), Optional.empty()), "call", "", ME);
            permits.insert(new Permit(new UUID(5, 3), OTHER, UNTIL.plusSeconds(99), "别人的", AT.plusSeconds(3), Optional.empty()), "call", "", ME);
        });
        assertThat(sql.unread(OWN, "call", ME, AT)).extracting(Decision::id).containsExactly(new UUID(5, 2));
        db.write(() -> permits.withdraw(new UUID(5, 2), new Permit.Withdrawal("写错了", AT.plusSeconds(20)), ME));
        assertThat(sql.unread(OWN, "call", ME, AT)).extracting(Decision::kind).containsExactly(Decision.Kind.PERMIT, Decision.Kind.PERMIT_BACK);
    }

    @EachDatabase void what_was_decided_before_there_were_notices_is_no_news_to_those_who_were_there(TestDatabase db) throws java.io.IOException {
        var permits = new PermitSql(db.client());
        var sql = new DecisionSql(db.client());
        String seed;
        try (var stream = DecisionSqlTest.class.getResourceAsStream("/db/migration/common/V091__decisions_before.sql")) {
            seed = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).replaceAll("--[^\n]*|;", "");
        }
        db.write(() -> {
            department(db, OWN);
            department(db, OTHER);
            account(db, ME, OWN);
            account(db, COLLEAGUE, OTHER);
            permit(permits, 1, OWN, "call");
            permit(permits, 3, OTHER, "call");
            exception(db, 5, OWN);
            permits.withdraw(new UUID(5, 1), new Permit.Withdrawal("写错了", AT.plusSeconds(20)), ME);
            db.client().sql(seed).update();
            db.client().sql(seed).update();
            exception(db, 6, OWN);
        });
        assertThat(sql.unread(OWN, "call", ME, AT)).extracting(Decision::id).containsExactly(new UUID(6, 6));
        assertThat(sql.unread(OTHER, "call", COLLEAGUE, AT)).isEmpty();
        assertThat(sql.unread(OWN, "call", COLLEAGUE, AT)).as("of another department").hasSize(3);
    }
}
