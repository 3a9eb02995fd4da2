package huizhan.letter;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.letter.LetterSql.Written;
import huizhan.web.Version;
import java.time.Instant;
import java.util.UUID;

/** A letter's statements on both engines; another department's letter is the bait. */
class LetterSqlTest {
    private static final String CALL = "2015-cooperation";
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");
    private static final UUID MINE = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID ME = new UUID(3, 1);

    @EachDatabase void every_version_is_kept_and_the_slower_of_two_is_told(TestDatabase db) {
        var sql = new LetterSql(db.client());
        db.write(() -> {
            assertThat(sql.write(MINE, CALL, LetterField.BODY, new Written("一", 1, AT), ME)).isTrue();
            assertThat(sql.write(MINE, CALL, LetterField.BODY, new Written("也是一", 1, AT), ME)).isFalse();
            assertThat(sql.write(MINE, CALL, LetterField.BODY, new Written("二", 2, AT), ME)).isTrue();
            assertThat(sql.write(FOREIGN, CALL, LetterField.BODY, new Written("别家的", 1, AT), ME)).isTrue();
        });
        assertThat(sql.of(MINE, CALL)).containsOnlyKeys(LetterField.BODY).containsValue(new Written("二", 2, AT));
        assertThat(sql.of(MINE, "another-call")).isEmpty();
        assertThat(sql.versions(MINE, CALL, LetterField.BODY)).containsExactly(new Version("body", 1, AT, ME), new Version("body", 2, AT, ME));
        assertThat(sql.value(MINE, CALL, LetterField.BODY, 1)).contains("一");
        assertThat(sql.value(MINE, CALL, LetterField.NUMBER, 1)).isEmpty();
    }
}
