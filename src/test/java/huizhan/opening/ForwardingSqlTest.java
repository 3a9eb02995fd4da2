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

/** How the call was handed on, on both engines; another department's is the bait. */
class ForwardingSqlTest {
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID ME = new UUID(3, 1);
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");

    @EachDatabase void the_newest_counts_and_of_two_at_once_one_is_told(TestDatabase db) {
        var sql = new ForwardingSql(db.client());
        var first = new Forwarding(1, Optional.of(LocalDate.of(2015, 7, 15)), "每单位至多两项", AT);
        var second = new Forwarding(2, Optional.empty(), "", AT.plusMillis(1));
        db.write(() -> {
            sql.insert(DEPARTMENT, "call", first, ME);
            sql.insert(FOREIGN, "call", new Forwarding(1, Optional.empty(), "别的部门", AT), ME);
            sql.insert(DEPARTMENT, "another", new Forwarding(1, Optional.empty(), "别的征集", AT), ME);
        });
        assertThat(sql.newest(DEPARTMENT, "call")).contains(first);
        db.write(() -> sql.insert(DEPARTMENT, "call", second, ME));
        assertThat(sql.newest(DEPARTMENT, "call")).contains(second);
        assertThatThrownBy(() -> db.write(() -> sql.insert(DEPARTMENT, "call", second, ME))).isInstanceOf(StaleData.class);
        assertThat(sql.newest(new UUID(1, 9), "call")).isEmpty();
    }
}
