package huizhan.ferry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.folder.HandMade.Place;
import huizhan.folder.HandMade.Use;
import huizhan.kernel.StaleData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Discs made by hand, on both engines; another call's and another disc's are the bait. */
class HandMadeSqlTest {
    private static final UUID ME = new UUID(3, 1);
    private static final Instant AT = Instant.parse("2015-07-12T01:00:00.123Z");
    private static final HandMadeSql.Disc DISC = new HandMadeSql.Disc(new UUID(4, 1), new UUID(1, 1), LocalDate.of(2015, 7, 8), AT, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    private static final HandMadeSql.Disc LATER = new HandMadeSql.Disc(new UUID(4, 2), new UUID(1, 2), LocalDate.of(2015, 7, 9), AT.plusMillis(1), Optional.empty(), Optional.empty(), Optional.empty(), 0);

    private static HandMadeSql filled(TestDatabase db) {
        var sql = new HandMadeSql(db.client());
        db.write(() -> {
            sql.insert(LATER, "call", ME);
            sql.insert(DISC, "call", ME);
            sql.insert(new HandMadeSql.Disc(new UUID(4, 3), new UUID(1, 1), LocalDate.of(2015, 7, 8), AT, Optional.empty(), Optional.empty(), Optional.empty(), 0), "another", ME);
            sql.insert(DISC.id(), 1, "成果一/照片/DSC0001.JPG", 5_000_000_000L, Optional.of(new Place(1, Use.PICTURE)));
            sql.insert(DISC.id(), 2, "数据.zip", 7, Optional.empty());
            sql.insert(LATER.id(), 1, "别的盘.docx", 7, Optional.empty());
        });
        return sql;
    }

    @EachDatabase void files_get_their_place_their_bytes_and_a_persons_look(TestDatabase db) {
        var sql = filled(db);
        assertThat(sql.waiting("call")).containsExactly(DISC, LATER);
        assertThat(sql.find("another", DISC.id())).isEmpty();
        db.write(() -> {
            sql.place(DISC.id(), 2, Optional.of(new Place(0, Use.NONE)));
            sql.place(DISC.id(), 1, Optional.empty());
            sql.arrived(DISC.id(), 1, new UUID(5, 1));
            sql.looked(DISC.id(), 2, Optional.of(AT), ME);
        });
        assertThat(sql.files(DISC.id())).isEqualTo(List.of(new HandMadeSql.Lying(1, "成果一/照片/DSC0001.JPG", 5_000_000_000L, Optional.of(new UUID(5, 1)), Optional.empty(), false),
            new HandMadeSql.Lying(2, "数据.zip", 7, Optional.empty(), Optional.of(new Place(0, Use.NONE)), true)));
        assertThat(sql.holds(new UUID(5, 1))).isTrue();
        assertThat(sql.holds(new UUID(5, 2))).isFalse();
        db.write(() -> sql.looked(DISC.id(), 2, Optional.empty(), ME));
        assertThat(sql.files(DISC.id()).get(1).looked()).isFalse();
        assertThat(sql.files(LATER.id())).hasSize(1);
    }

    @EachDatabase void one_that_cant_be_read_keeps_its_first_day_and_one_is_taken_once(TestDatabase db) {
        var sql = filled(db);
        db.write(() -> {
            sql.empty(DISC.id());
            sql.unreadable(DISC.id(), AT);
        });
        assertThat(sql.files(DISC.id())).isEmpty();
        assertThat(sql.find("call", DISC.id()).orElseThrow()).isEqualTo(new HandMadeSql.Disc(DISC.id(), DISC.department(), DISC.firstDay(), AT, Optional.of(AT), Optional.empty(), Optional.empty(), 0));
        db.write(() -> sql.taken(DISC.id(), AT, ME));
        assertThatThrownBy(() -> db.write(() -> sql.taken(DISC.id(), AT, ME))).isInstanceOf(StaleData.class);
        assertThat(sql.waiting("call")).containsExactly(LATER);
        db.write(() -> sql.delete(LATER.id()));
        assertThat(sql.waiting("call")).isEmpty();
    }

    @EachDatabase void images_are_done_with_one_by_one_and_once(TestDatabase db) {
        var sql = new HandMadeSql(db.client());
        var first = new UUID(9, 1);
        var second = new UUID(9, 2);
        db.write(() -> {
            sql.insert(DISC, "call", ME);
            sql.image(DISC.id(), first);
            sql.image(DISC.id(), second);
            sql.held(DISC.id(), first);
        });
        assertThat(sql.images(DISC.id())).containsExactly(first, second);
        assertThat(sql.faults(DISC.id())).containsExactly(Map.entry("held", 1));
        assertThat(sql.find("call", DISC.id()).orElseThrow().images()).isEqualTo(2);
        assertThat(db.write(() -> sql.unpacked(DISC.id(), first))).isTrue();
        assertThat(db.write(() -> sql.unpacked(DISC.id(), first))).isFalse();
        assertThat(db.write(() -> sql.fault(DISC.id(), second, "damaged"))).isTrue();
        assertThat(db.write(() -> sql.fault(DISC.id(), second, "none"))).isFalse();
        db.write(() -> sql.held(DISC.id(), second));
        assertThat(sql.find("call", DISC.id()).orElseThrow().images()).isZero();
        assertThat(sql.faults(DISC.id())).containsExactly(Map.entry("damaged", 1));
        db.write(() -> sql.empty(DISC.id()));
        assertThat(sql.faults(DISC.id())).isEmpty();
    }
}
