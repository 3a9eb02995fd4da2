package huizhan.stamped;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.stamped.Paper.Side;
import huizhan.stamped.Step.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The statements on both engines; another department's papers are the bait. */
class StampedSqlTest {
    private static final String CALL = "2015-cooperation";
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");
    private static final UUID MINE = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID ACHIEVEMENT = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final UUID FILE = new UUID(4, 1);
    private static final UUID LATER = new UUID(4, 2);
    private static final UUID ME = new UUID(3, 1);

    private static Step scan(Paper paper, long number, UUID file) {
        return new Step(paper, Side.SCAN, number, State.THERE, Optional.of(file), "", Optional.empty(), AT.plusMillis(number), ME);
    }

    private static Step original(Paper paper, long number, State state, String note, Optional<LocalDate> day) {
        return new Step(paper, Side.ORIGINAL, number, state, Optional.empty(), note, day, AT.plusMillis(number), ME);
    }

    @EachDatabase void every_step_is_kept_the_last_one_counts_and_of_two_at_once_one_is_told(TestDatabase db) {
        var sql = new StampedSql(db.client());
        var promised = original(Paper.SUMMARY, 1, State.EXCEPTED, "公章外出", Optional.of(LocalDate.of(2015, 7, 18)));
        var sent = original(Paper.SUMMARY, 2, State.SENT, "SF000", Optional.of(LocalDate.of(2015, 7, 17)));
        var form = scan(Paper.boardForm(ACHIEVEMENT), 1, FILE);
        db.write(() -> {
            assertThat(sql.insert(MINE, CALL, promised)).isTrue();
            assertThat(sql.insert(MINE, CALL, original(Paper.SUMMARY, 1, State.HERE, "", Optional.empty()))).isFalse();
            assertThat(sql.insert(MINE, CALL, sent)).isTrue();
            assertThat(sql.insert(MINE, CALL, form)).isTrue();
            assertThat(sql.insert(FOREIGN, CALL, original(Paper.SUMMARY, 1, State.HERE, "别家的", Optional.empty()))).isTrue();
            assertThat(sql.insert(MINE, "another-call", original(Paper.LETTER, 1, State.HERE, "", Optional.empty()))).isTrue();
        });
        assertThat(sql.of(MINE, CALL)).containsExactly(promised, form, sent);
        assertThat(sql.last(CALL)).containsOnlyKeys(MINE, FOREIGN);
        assertThat(sql.last(CALL).get(MINE)).containsExactly(form, sent);
        assertThat(sql.of(new UUID(1, 9), CALL)).isEmpty();
    }

    @EachDatabase void a_files_places_and_codes_are_found_and_an_erased_achievement_leaves_neither(TestDatabase db) {
        var sql = new StampedSql(db.client());
        db.write(() -> {
            sql.insert(MINE, CALL, scan(Paper.boardForm(ACHIEVEMENT), 1, FILE));
            sql.insert(MINE, CALL, scan(Paper.boardForm(ACHIEVEMENT), 2, LATER));
            sql.insert(MINE, CALL, scan(Paper.boardForm(OTHER), 1, new UUID(4, 3)));
            sql.insert(MINE, CALL, scan(Paper.SUMMARY, 1, new UUID(4, 4)));
            sql.keepCode(FILE, "", AT);
            sql.keepCode(FILE, "zu spät", AT);
            sql.keepCode(new UUID(4, 4), "huizhan:1:summary", AT);
        });
        assertThat(sql.places(CALL, FILE)).containsExactly(new StampedSql.Place(MINE, Optional.of(ACHIEVEMENT)));
        assertThat(sql.places("another-call", FILE)).isEmpty();
        assertThat(sql.codes(List.of(FILE, LATER, new UUID(4, 4)))).isEqualTo(Map.of(FILE, "", new UUID(4, 4), "huizhan:1:summary"));
        assertThat(sql.codes(List.of())).isEmpty();
        assertThat(sql.files(ACHIEVEMENT)).containsExactlyInAnyOrder(FILE, LATER);
        db.write(() -> sql.erase(ACHIEVEMENT));
        assertThat(sql.files(ACHIEVEMENT)).isEmpty();
        assertThat(sql.codes(List.of(FILE, new UUID(4, 4)))).containsOnlyKeys(new UUID(4, 4));
        assertThat(sql.of(MINE, CALL)).extracting(Step::paper).containsExactlyInAnyOrder(Paper.boardForm(OTHER), Paper.SUMMARY);
    }
}
