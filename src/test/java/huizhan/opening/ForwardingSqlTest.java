package huizhan.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.StaleData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How the call was handed on, on both engines; another department's is the bait. */
class ForwardingSqlTest {
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID ALONE = new UUID(1, 3);
    private static final UUID BODY = new UUID(2, 1);
    private static final UUID OTHER_BODY = new UUID(2, 2);
    private static final UUID ME = new UUID(3, 1);
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");

    @EachDatabase void the_newest_counts_and_of_two_at_once_one_is_told(TestDatabase db) {
        var sql = new ForwardingSql(db.client());
        var first = new Forwarding(1, Optional.of(LocalDate.of(2015, 7, 15)), "每单位至多两项", AT);
        var ofBody = new Forwarding(1, Optional.of(LocalDate.of(2015, 7, 12)), "先报到市里", AT.plusMillis(2));
        var second = new Forwarding(2, Optional.empty(), "", AT.plusMillis(1));
        db.write(() -> {
            sql.insert(DEPARTMENT, Optional.empty(), "call", first, ME);
            sql.insert(DEPARTMENT, Optional.of(BODY), "call", ofBody, ME);
            sql.insert(FOREIGN, Optional.of(OTHER_BODY), "call", new Forwarding(1, Optional.empty(), "别的归口单位", AT), ME);
            sql.insert(FOREIGN, Optional.empty(), "call", new Forwarding(1, Optional.empty(), "别的部门", AT), ME);
            sql.insert(DEPARTMENT, Optional.empty(), "another", new Forwarding(1, Optional.empty(), "别的征集", AT), ME);
        });
        assertThat(sql.newest(DEPARTMENT, "call")).isEqualTo(Map.of(Optional.empty(), first, Optional.of(BODY), ofBody));
        db.write(() -> sql.insert(DEPARTMENT, Optional.empty(), "call", second, ME));
        assertThat(sql.newest(DEPARTMENT, "call")).isEqualTo(Map.of(Optional.empty(), second, Optional.of(BODY), ofBody));
        assertThatThrownBy(() -> db.write(() -> sql.insert(DEPARTMENT, Optional.empty(), "call", second, ME))).isInstanceOf(StaleData.class);
        assertThat(sql.departments("call")).containsExactlyInAnyOrder(DEPARTMENT, FOREIGN);
        db.write(() -> sql.insert(ALONE, Optional.of(BODY), "call", ofBody, ME));
        assertThat(sql.departments("call")).as("a body's word isn't its department's").containsExactlyInAnyOrder(DEPARTMENT, FOREIGN);
        assertThat(sql.newest(new UUID(1, 9), "call")).isEmpty();
    }
}
