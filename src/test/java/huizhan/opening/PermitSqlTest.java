package huizhan.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.StaleData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** More time: granted, taken back, asked for and answered, on both engines; another department's and another call's is the bait. */
class PermitSqlTest {
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID OUTAGE = new UUID(5, 1);
    private static final UUID ME = new UUID(3, 1);
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");
    private static final Instant END = Instant.parse("2015-07-25T16:00:00Z");

    private static Permit permit(long id, UUID department, Instant until) {
        return new Permit(new UUID(2, id), department, until, "停电两天", AT.plusMillis(id), Optional.empty());
    }

    @EachDatabase void the_latest_that_stands_counts_and_one_taken_back_is_kept_and_opens_nothing(TestDatabase db) {
        var sql = new PermitSql(db.client());
        var shorter = permit(1, DEPARTMENT, END);
        var longer = permit(2, DEPARTMENT, END.plusMillis(1));
        var back = new Permit.Withdrawal("重复", AT.plusSeconds(1));
        db.write(() -> {
            sql.insert(longer, "call", OUTAGE.toString(), ME);
            sql.insert(shorter, "call", "", ME);
            sql.insert(permit(3, FOREIGN, END.plusSeconds(9)), "call", "", ME);
            sql.insert(permit(4, DEPARTMENT, END.plusSeconds(9)), "another", "", ME);
        });
        assertThat(sql.standing(DEPARTMENT, "call")).contains(longer);
        assertThat(sql.ofOutages("call")).containsExactly(new PermitSql.OfOutage(OUTAGE, 1));
        db.write(() -> sql.withdraw(longer.id(), back, ME));
        assertThat(sql.standing(DEPARTMENT, "call")).contains(shorter);
        assertThat(sql.find(longer.id(), "call")).isEmpty();
        assertThat(sql.find(shorter.id(), "another")).isEmpty();
        assertThat(sql.find(shorter.id(), "call")).contains(shorter);
        assertThat(sql.all("call")).containsExactly(permit(3, FOREIGN, END.plusSeconds(9)),
            new Permit(longer.id(), DEPARTMENT, longer.until(), longer.reason(), longer.at(), Optional.of(back)), shorter);
        assertThatThrownBy(() -> db.write(() -> sql.withdraw(longer.id(), back, ME))).isInstanceOf(StaleData.class);
    }

    @EachDatabase void a_request_waits_until_its_one_answer(TestDatabase db) {
        var permits = new PermitSql(db.client());
        var sql = new ExtensionSql(db.client());
        var asked = new Extension(new UUID(4, 1), DEPARTMENT, Optional.of(LocalDate.of(2015, 7, 25)), "台风", AT, ME, Optional.empty());
        var other = new Extension(new UUID(4, 2), FOREIGN, Optional.empty(), "别的部门", AT.plusMillis(1), ME, Optional.empty());
        db.write(() -> {
            sql.insert(asked, "call");
            sql.insert(other, "call");
            sql.insert(new Extension(new UUID(4, 3), DEPARTMENT, Optional.empty(), "别的征集", AT, ME, Optional.empty()), "another");
        });
        assertThat(sql.of(DEPARTMENT, "call")).containsExactly(asked);
        assertThat(sql.waiting("call")).isEqualTo(2);
        db.write(() -> {
            permits.insert(permit(1, DEPARTMENT, END), "call", "", ME);
            sql.answer(asked.id(), permit(1, DEPARTMENT, END).id().toString(), "同意", AT.plusSeconds(1), ME);
            sql.answer(other.id(), "", "不同意", AT.plusSeconds(2), ME);
        });
        assertThat(sql.waiting("call")).isZero();
        assertThat(sql.all("call")).containsExactly(answered(other, new Extension.Answer(Optional.empty(), "不同意", AT.plusSeconds(2), "")),
            answered(asked, new Extension.Answer(Optional.of(END), "同意", AT.plusSeconds(1), "")));
        assertThatThrownBy(() -> db.write(() -> sql.answer(asked.id(), "", "晚了", AT, ME))).isInstanceOf(StaleData.class);
    }

    private static Extension answered(Extension asked, Extension.Answer answer) {
        return new Extension(asked.id(), asked.department(), asked.wanted(), asked.reason(), asked.at(), asked.by(), Optional.of(answer));
    }
}
