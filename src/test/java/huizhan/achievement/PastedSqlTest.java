package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.Disclosure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pictures out of Word forms on both engines; another department's is the bait. */
class PastedSqlTest {
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID ME = new UUID(3, 1);
    private static final UUID FILE = new UUID(7, 1);

    private static UUID achievement(TestDatabase db, UUID department, int number) {
        var entry = new Entry(new UUID(9, number), department, Optional.of(new UUID(2, 1)), false, Disclosure.PUBLIC, AT, Optional.empty(), 1);
        db.write(() -> new EntrySql(db.client()).insert(entry, "2015-cooperation", ME));
        return entry.id();
    }

    @EachDatabase void each_is_found_by_its_owner_alone_and_its_file_is_seen_by_who_sees_the_achievement(TestDatabase db) {
        var sql = new PastedSql(db.client());
        var ours = new Pasted(new UUID(8, 1), achievement(db, DEPARTMENT, 1), FILE);
        var theirs = new Pasted(new UUID(8, 2), achievement(db, FOREIGN, 2), new UUID(7, 2));
        db.write(() -> List.of(ours, theirs).forEach(each -> sql.insert(each, AT, ME)));
        assertThat(sql.find(DEPARTMENT, ours.achievement(), ours.id())).contains(ours);
        assertThat(sql.find(FOREIGN, ours.achievement(), ours.id())).isEmpty();
        assertThat(sql.find(DEPARTMENT, theirs.achievement(), theirs.id())).isEmpty();
        assertThat(sql.of(DEPARTMENT, ours.achievement())).containsExactly(ours);
        var slots = new SlotSql(db.client());
        assertThat(slots.seen(new Scope(DEPARTMENT, Optional.of(new UUID(2, 1))), "2015-cooperation", FILE)).isTrue();
        assertThat(slots.seen(new Scope(DEPARTMENT, Optional.of(new UUID(2, 9))), "2015-cooperation", FILE)).isFalse();
        assertThat(slots.seen(new Scope(FOREIGN, Optional.of(new UUID(2, 1))), "2015-cooperation", FILE)).isFalse();
        assertThat(slots.everything(ours.achievement())).containsExactly(FILE);
    }

    @EachDatabase void what_is_old_is_told_and_a_file_that_somebody_still_needs_is_told_too(TestDatabase db) {
        var sql = new PastedSql(db.client());
        var achievement = achievement(db, DEPARTMENT, 1);
        var old = new Pasted(new UUID(8, 1), achievement, FILE);
        var again = new Pasted(new UUID(8, 2), achievement, FILE);
        db.write(() -> {
            sql.insert(old, AT, ME);
            sql.insert(again, AT.plusMillis(1), ME);
        });
        assertThat(sql.before(AT.plusMillis(1))).containsExactly(old);
        assertThat(sql.before(AT)).isEmpty();
        db.write(() -> assertThat(sql.delete(old)).isTrue());
        db.write(() -> assertThat(sql.delete(old)).isFalse());
        assertThat(sql.needed(old)).isTrue();
        db.write(() -> sql.delete(again));
        assertThat(sql.needed(again)).isFalse();
        db.write(() -> new SlotSql(db.client()).insert(new Placed(new UUID(6, 1), achievement, Slot.FIGURE, "", Optional.empty(), FILE, 1), AT, ME));
        assertThat(sql.needed(again)).isTrue();
    }

    @EachDatabase void what_a_person_has_placed_out_of_forms_is_told_and_a_time_is_counted_anew(TestDatabase db) {
        var sql = new PastedSql(db.client());
        var achievement = achievement(db, DEPARTMENT, 1);
        var picture = new Pasted(new UUID(8, 1), achievement, FILE);
        var other = new UUID(4, 9);
        db.write(() -> {
            sql.insert(picture, AT, ME);
            var slots = new SlotSql(db.client());
            slots.insert(new Placed(new UUID(6, 1), achievement, Slot.FIGURE, "", Optional.empty(), FILE, 1), AT, ME);
            slots.insert(new Placed(new UUID(6, 2), achievement, Slot.FIGURE, "", Optional.empty(), new UUID(7, 9), 2), AT, ME);
            slots.insert(new Placed(new UUID(6, 3), achievement, Slot.FIGURE, "", Optional.empty(), FILE, 3), AT, other);
            sql.renew(picture, AT.plusMillis(5));
        });
        assertThat(sql.placedBy(DEPARTMENT, achievement, ME)).containsExactly(new UUID(6, 1));
        assertThat(sql.placedBy(FOREIGN, achievement, ME)).isEmpty();
        assertThat(sql.before(AT.plusMillis(5))).isEmpty();
        assertThat(sql.before(AT.plusMillis(6))).containsExactly(picture);
    }
}
