package huizhan.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.StaleData;
import huizhan.reception.Item.Kind;
import huizhan.reception.Step.State;
import huizhan.reception.Step.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/** The statements on both engines; another department's parcels are the bait. */
class ReceptionSqlTest {
    private static final String CALL = "2015-cooperation";
    private static final Instant AT = Instant.parse("2015-07-12T01:00:00.123Z");
    private static final UUID MINE = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID ACHIEVEMENT = new UUID(2, 1);
    private static final UUID ME = new UUID(3, 1);

    private static Parcel parcel(UUID id, UUID department, Channel channel, Instant at) {
        return new Parcel(id, department, channel, "SF000", Optional.of(LocalDate.of(2015, 7, 10)), LocalDate.of(2015, 7, 12), Optional.of(LocalTime.of(9, 30)), "外箱受潮", at, ME,
            Optional.empty());
    }

    private static Step step(Item item, long number, State state, Way way) {
        return new Step(item, number, state, way, Optional.of(new UUID(4, 1)), "说明", item.disc() > 0 ? "A-03" : "",
            item.disc() > 0 ? Optional.of(new UUID(5, 1)) : Optional.empty(), AT.plusMillis(number), ME);
    }

    @EachDatabase void a_parcel_is_kept_as_it_was_noted_and_of_two_who_withdraw_it_one_is_told(TestDatabase db) {
        var sql = new ReceptionSql(db.client());
        var first = parcel(new UUID(4, 1), MINE, Channel.COURIER, AT);
        var bare = new Parcel(new UUID(4, 2), MINE, Channel.PRESCRIBED, "", Optional.empty(), LocalDate.of(2015, 7, 13), Optional.empty(), "", AT.plusMillis(1), ME, Optional.empty());
        db.write(() -> {
            sql.insert(first, CALL);
            sql.insert(bare, CALL);
            sql.insert(parcel(new UUID(4, 3), FOREIGN, Channel.POST, AT), CALL);
            sql.insert(parcel(new UUID(4, 4), MINE, Channel.POST, AT), "another-call");
        });
        assertThat(sql.parcels(MINE, CALL)).containsExactly(first, bare);
        assertThat(sql.parcels(CALL)).extracting(Parcel::department).containsExactlyInAnyOrder(MINE, MINE, FOREIGN);
        var back = new Parcel.Withdrawal("登记错了部门", AT.plusMillis(5), ME);
        db.write(() -> sql.withdraw(first.id(), back));
        assertThat(sql.parcels(MINE, CALL)).extracting(Parcel::withdrawal).containsExactly(Optional.of(back), Optional.empty());
        assertThatThrownBy(() -> db.write(() -> sql.withdraw(first.id(), back))).isInstanceOf(StaleData.class);
    }

    @EachDatabase void every_step_is_kept_the_last_counts_and_an_erased_achievement_leaves_none(TestDatabase db) {
        var sql = new ReceptionSql(db.client());
        var form = Item.of(Part.OPEN, Kind.BOARD_FORM, ACHIEVEMENT);
        var disc = Item.disc(Part.OPEN, 1);
        var letter = step(Item.of(Part.OPEN, Kind.LETTER), 1, State.HERE, Way.HAND);
        var unreadable = step(disc, 1, State.UNREADABLE, Way.DISC);
        var again = step(disc, 2, State.HERE, Way.DISC);
        var scanned = step(form, 1, State.DIFFERS, Way.SCAN);
        db.write(() -> {
            assertThat(sql.insert(MINE, CALL, letter)).isTrue();
            assertThat(sql.insert(MINE, CALL, step(letter.item(), 1, State.MISSING, Way.HAND))).as("someone was faster").isFalse();
            assertThat(sql.insert(MINE, CALL, unreadable)).isTrue();
            assertThat(sql.insert(MINE, CALL, again)).isTrue();
            assertThat(sql.insert(MINE, CALL, scanned)).isTrue();
            assertThat(sql.insert(MINE, CALL, step(Item.of(Part.PRESCRIBED, Kind.SUMMARY), 1, State.HERE, Way.HAND))).isTrue();
            assertThat(sql.insert(FOREIGN, CALL, step(disc, 1, State.HERE, Way.HAND))).isTrue();
            assertThat(sql.insert(MINE, "another-call", step(disc, 1, State.HERE, Way.HAND))).isTrue();
        });
        assertThat(sql.steps(MINE, CALL)).hasSize(5).contains(letter, unreadable, again, scanned);
        assertThat(sql.last(CALL)).hasSize(5).contains(new ReceptionSql.Taken(MINE, again)).doesNotContain(new ReceptionSql.Taken(MINE, unreadable));
        db.write(() -> sql.erase(ACHIEVEMENT));
        assertThat(sql.steps(MINE, CALL)).extracting(Step::item).doesNotContain(form).hasSize(4);
    }
}
