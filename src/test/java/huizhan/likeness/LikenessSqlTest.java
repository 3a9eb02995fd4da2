package huizhan.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.StaleData;
import huizhan.likeness.LikenessSql.Key;
import huizhan.likeness.LikenessSql.Show;
import huizhan.likeness.Pair.Place;
import huizhan.likeness.Part.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pairs and what was said about them, on both engines; another call's are the bait. */
class LikenessSqlTest {
    private static final String CALL = "call";
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");
    private static final UUID ME = new UUID(3, 1);
    private static final Pair STRONG = pair(1, 2, 900, Part.of(Kind.NAME, 0.9), new Part(Kind.PICTURE, 1000, Optional.of(new UUID(8, 1)), Optional.of(new UUID(8, 2))));
    private static final Pair WEAK = pair(2, 3, 500, Part.of(Kind.TEXT, 0.5));
    private static final Pair FOREIGN = pair(4, 5, 1000, Part.of(Kind.TEXT, 1));

    private static Pair pair(int one, int other, int strength, Part... parts) {
        return new Pair(new Place(new UUID(9, one), new UUID(5, one)), new Place(new UUID(9, other), new UUID(5, other)), strength, List.of(parts));
    }

    private static LikenessSql filled(TestDatabase db) {
        var sql = new LikenessSql(db.client());
        db.write(() -> {
            replace(sql, CALL, List.of(WEAK, STRONG), AT);
            replace(sql, "another", List.of(FOREIGN), AT);
        });
        return sql;
    }

    private static void replace(LikenessSql sql, String call, List<Pair> found, Instant at) {
        sql.write(call, sql.changes(call, found), at);
    }

    @EachDatabase void what_is_written_in_pieces_leaves_whole_pairs_after_each_and_all_in_the_end(TestDatabase db) {
        var sql = filled(db);
        var fresh = java.util.stream.IntStream.range(10, 70).mapToObj(i -> pair(i, i + 100, 800 - i, Part.of(Kind.NAME, 0.8), Part.of(Kind.TEXT, 0.5))).toList();
        var found = java.util.stream.Stream.concat(java.util.stream.Stream.of(STRONG), fresh.stream()).toList();
        var changes = sql.changes(CALL, found);
        assertThat(changes).hasSize(61);
        assertThat(changes.get(0)).isEqualTo(new LikenessSql.Change(Key.of(WEAK), Optional.empty()));
        db.write(() -> sql.write(CALL, changes.subList(0, 25), AT.plusSeconds(9)));
        assertThat(sql.pairs(CALL)).hasSize(25).allMatch(each -> each.parts().size() == 2).startsWith(STRONG, fresh.get(0));
        assertThat(sql.changes(CALL, found)).isEqualTo(changes.subList(25, 61));
        db.write(() -> sql.write(CALL, changes.subList(25, 61), AT.plusSeconds(9)));
        assertThat(sql.pairs(CALL)).isEqualTo(found);
        assertThat(sql.changes(CALL, found)).isEmpty();
    }

    @EachDatabase void the_strongest_comes_first_and_another_calls_never(TestDatabase db) {
        var sql = filled(db);
        assertThat(sql.pairs(CALL)).containsExactly(STRONG, WEAK);
        assertThat(sql.page(CALL, Show.OPEN, 1, 0)).containsExactly(STRONG);
        assertThat(sql.page(CALL, Show.OPEN, 1, 1)).containsExactly(WEAK);
        assertThat(sql.count(CALL, Show.ALL)).isEqualTo(2);
        assertThat(sql.find(CALL, Key.of(STRONG))).contains(STRONG);
        assertThat(sql.find(CALL, Key.of(FOREIGN))).isEmpty();
    }

    @EachDatabase void what_is_found_again_keeps_its_day_and_what_is_gone_goes(TestDatabase db) {
        var sql = filled(db);
        var changed = pair(2, 3, 600, Part.of(Kind.TEXT, 0.6));
        db.write(() -> replace(sql, CALL, List.of(changed), AT.plusSeconds(60)));
        assertThat(sql.pairs(CALL)).containsExactly(changed);
        assertThat(db.client().sql("select found_at from likeness where call_id = 'call'").query(Long.class).list()).containsExactly(AT.toEpochMilli());
        assertThat(db.client().sql("select count(*) from likeness_part").query(Long.class).single()).isEqualTo(2);
        assertThat(sql.pairs("another")).containsExactly(FOREIGN);
    }

    @EachDatabase void of_a_withdrawn_sign_off_nothing_stays(TestDatabase db) {
        var sql = filled(db);
        db.write(() -> sql.forget(new UUID(5, 1)));
        assertThat(sql.pairs(CALL)).containsExactly(WEAK);
    }

    @EachDatabase void a_dismissal_holds_when_the_pair_comes_back_and_of_two_who_speak_at_once_one_is_told(TestDatabase db) {
        var sql = filled(db);
        var dismissed = new Step(1, true, "两期工程", AT, ME);
        db.write(() -> sql.insert(Key.of(STRONG), dismissed));
        assertThatThrownBy(() -> db.write(() -> sql.insert(Key.of(STRONG), dismissed))).isInstanceOf(StaleData.class);
        assertThat(sql.page(CALL, Show.OPEN, 20, 0)).containsExactly(WEAK);
        assertThat(sql.page(CALL, Show.DISMISSED, 20, 0)).containsExactly(STRONG);
        db.write(() -> sql.forget(new UUID(5, 2)));
        db.write(() -> replace(sql, CALL, List.of(STRONG), AT));
        assertThat(sql.count(CALL, Show.OPEN)).isZero();
        var back = new Step(2, false, "", AT.plusMillis(1), ME);
        db.write(() -> sql.insert(Key.of(STRONG), back));
        assertThat(sql.count(CALL, Show.OPEN)).isEqualTo(1);
        assertThat(sql.steps(Key.of(STRONG))).containsExactly(back, dismissed);
    }
}
