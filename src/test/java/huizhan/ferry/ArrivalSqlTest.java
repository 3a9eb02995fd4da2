package huizhan.ferry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.ferry.WaitingDiscSql.Stay;
import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.ferry.Delivery.Volume;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Sha256;
import huizhan.material.Examples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;

/** What came on discs, on both engines; another department's and another call's are the bait. */
class ArrivalSqlTest {
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID ME = new UUID(3, 1);
    private static final Instant AT = Instant.parse("2015-07-12T01:00:00.123Z");
    private static final String CALL = Examples.CALL.id();

    private static Arrival arrival(int number, UUID department) {
        var material = Freight.list("示例部门", number, Freight.achievement(1, "成果 " + number, Disclosure.PUBLIC));
        return new Arrival(new UUID(4, number), department, material.with(Map.of()), number == 2, false, Sha256.of("content " + number),
            Map.of("01/pictures/1.jpg", new UUID(5, number)), AT.plusMillis(number));
    }

    private static Volume disc(int number) {
        return new Volume(Sha256.of("disc " + number), 1, 1, "盘 " + number + ".iso");
    }

    @EachDatabase void a_departments_arrivals_come_back_as_they_were_and_a_disc_comes_once(TestDatabase db) {
        var sql = new ArrivalSql(db.client());
        db.write(() -> {
            sql.insert(arrival(2, DEPARTMENT), Examples.CALL, ME);
            sql.insert(arrival(1, DEPARTMENT), Examples.CALL, ME);
            sql.insert(arrival(3, FOREIGN), Examples.CALL, ME);
            sql.insert(new UUID(4, 1), disc(1));
            sql.insert(new UUID(4, 2), disc(2));
            sql.insert(new UUID(4, 3), disc(3));
        });
        assertThat(sql.of(DEPARTMENT, Examples.CALL)).containsExactly(arrival(1, DEPARTMENT), arrival(2, DEPARTMENT));
        assertThat(sql.known(List.of(disc(1).identity(), disc(9).identity()))).containsExactly(disc(1).identity());
        assertThat(sql.all(CALL)).extracting(ArrivalSql.Taken::department).containsExactly(FOREIGN, DEPARTMENT, DEPARTMENT);
        assertThat(sql.all(CALL).get(1).discs()).containsExactly(disc(2));
        assertThat(sql.all("another")).isEmpty();
        assertThatThrownBy(() -> db.write(() -> sql.insert(new UUID(4, 2), disc(1)))).isInstanceOf(DataIntegrityViolationException.class);
    }

    @EachDatabase void gaps_are_written_anew_each_time(TestDatabase db) {
        var sql = new ArrivalSql(db.client());
        var first = new Gap(Gap.Kind.RANK_OTHER, Optional.of(2), new UUID(6, 1), Optional.of(5));
        var second = Gap.of(Gap.Kind.DISC_WITHOUT_STUB, new UUID(6, 2));
        db.write(() -> {
            sql.replace(DEPARTMENT, CALL, List.of(first, second));
            sql.replace(FOREIGN, CALL, List.of(second));
        });
        assertThat(sql.gaps(CALL)).isEqualTo(Map.of(DEPARTMENT, List.of(first, second), FOREIGN, List.of(second)));
        db.write(() -> sql.replace(DEPARTMENT, CALL, List.of()));
        assertThat(sql.gaps(CALL)).isEqualTo(Map.of(FOREIGN, List.of(second)));
        assertThat(sql.gaps("another")).isEmpty();
    }

    @EachDatabase void waiting_discs_are_listed_as_they_came_and_go(TestDatabase db) {
        var sql = new WaitingDiscSql(db.client());
        var late = new WaitingDiscSql.Waiting(new UUID(7, 1), new UUID(8, 1), "后到.iso", 5_000_000_000L, AT.plusSeconds(1), Stay.MAY);
        var early = new WaitingDiscSql.Waiting(new UUID(7, 2), new UUID(8, 2), "先到.iso", 7, AT, Stay.MAY);
        db.write(() -> {
            sql.insert(late, ME);
            sql.insert(early, ME);
        });
        assertThat(sql.all()).containsExactly(early, late);
        db.write(() -> sql.delete(early.id()));
        assertThat(sql.all()).containsExactly(late);
        db.write(() -> {
            assertThat(sql.gone(late.id(), Stay.UNTOLD)).isTrue();
            assertThat(sql.gone(late.id(), Stay.MISPLACED)).isFalse();
        });
        assertThat(sql.all()).containsExactly(new WaitingDiscSql.Waiting(late.id(), late.file(), "", 0, late.at(), Stay.UNTOLD));
    }
}
