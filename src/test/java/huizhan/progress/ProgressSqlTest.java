package huizhan.progress;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Reminders and calls on both engines; another department's and another call's are the bait. */
class ProgressSqlTest {
    private static final String CALL = "2015-cooperation";
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID ME = new UUID(3, 1);
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");

    private static Reminder reminder(int number) {
        return new Reminder(new UUID(5, number), "请尽快报送", AT.plusSeconds(number), ME, "组织方");
    }

    private static PhoneCall call(int number, UUID department) {
        return new PhoneCall(new UUID(6, number), department, AT.plusSeconds(number), ME, "组织方", "要点 " + number);
    }

    @EachDatabase void one_sending_is_kept_once_and_the_newest_counts(TestDatabase db) {
        var sql = new ProgressSql(db.client());
        assertThat(db.write(() -> sql.insert(reminder(1), CALL))).isTrue();
        assertThat(db.write(() -> sql.insert(reminder(1), CALL))).isFalse();
        db.write(() -> {
            sql.insert(reminder(2), CALL);
            sql.insert(reminder(9), "another");
            sql.insert(reminder(1).id(), DEPARTMENT, 2);
            sql.insert(reminder(2).id(), DEPARTMENT, 1);
            sql.insert(reminder(1).id(), FOREIGN, 1);
            sql.insert(reminder(9).id(), DEPARTMENT, 1);
        });
        assertThat(sql.lastReminders(CALL)).isEqualTo(Map.of(DEPARTMENT, AT.plusSeconds(2), FOREIGN, AT.plusSeconds(1)));
    }

    @EachDatabase void calls_are_a_departments_own_and_the_newest_comes_first(TestDatabase db) {
        var sql = new ProgressSql(db.client());
        db.write(() -> {
            sql.insert(call(1, DEPARTMENT), CALL);
            sql.insert(call(2, DEPARTMENT), CALL);
            sql.insert(call(3, FOREIGN), CALL);
            sql.insert(call(4, DEPARTMENT), "another");
        });
        assertThat(sql.calls(DEPARTMENT, CALL)).containsExactly(call(2, DEPARTMENT), call(1, DEPARTMENT));
        assertThat(sql.newestCalls(CALL)).isEqualTo(Map.of(DEPARTMENT, call(2, DEPARTMENT), FOREIGN, call(3, FOREIGN)));
        assertThat(sql.lastCalls(CALL)).isEqualTo(Map.of(DEPARTMENT, AT.plusSeconds(2), FOREIGN, AT.plusSeconds(3)));
    }
}
