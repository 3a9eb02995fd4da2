package huizhan.opening.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Heartbeats and outages on both engines; another call's is the bait. */
class OutageSqlTest {
    private static final UUID ME = new UUID(3, 1);
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");

    @EachDatabase void of_two_nodes_that_beat_at_once_one_is_the_first(TestDatabase db) {
        var sql = new OutageSql(db.client());
        assertThat(sql.beat()).isEmpty();
        db.write(() -> {
            assertThat(sql.begin(AT)).isTrue();
            assertThat(sql.begin(AT.plusMillis(1))).isFalse();
        });
        assertThat(sql.beat()).contains(AT);
        db.write(() -> {
            assertThat(sql.beat(AT, AT.plusSeconds(60))).isTrue();
            assertThat(sql.beat(AT, AT.plusSeconds(61))).isFalse();
        });
        assertThat(sql.beat()).contains(AT.plusSeconds(60));
    }

    @EachDatabase void the_newest_outage_comes_first(TestDatabase db) {
        var sql = new OutageSql(db.client());
        var first = new Outage(new UUID(6, 1), AT, AT.plusSeconds(200), "", AT.plusSeconds(201), Optional.empty());
        var second = new Outage(new UUID(6, 2), AT.plusSeconds(900), AT.plusSeconds(1800), "部内网络故障", AT.plusSeconds(1801), Optional.empty());
        db.write(() -> {
            sql.insert(first, "call", ME);
            sql.insert(second, "call", ME);
            sql.insert(new Outage(new UUID(6, 3), AT, AT, "别的征集", AT, Optional.empty()), "another", ME);
        });
        assertThat(sql.all("call")).containsExactly(second, first);
        assertThat(second.minutes()).isEqualTo(15);
        assertThat(first.byItself()).isTrue();
        var closing = new Outage.Closing("深夜无人使用", AT.plusSeconds(4000));
        db.write(() -> sql.close(first.id(), closing, ME));
        assertThat(sql.all("call").get(1).closing()).contains(closing);
        assertThatThrownBy(() -> db.write(() -> sql.close(first.id(), closing, ME))).isInstanceOf(huizhan.kernel.StaleData.class);
    }
}
