package huizhan.reception;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.reception.Item.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Receipts and returns on both engines; another department's are the bait. */
class SlipSqlTest {
    private static final String CALL = "2015-cooperation";
    private static final Instant AT = Instant.parse("2015-07-22T01:00:00.123Z");
    private static final UUID MINE = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID ACHIEVEMENT = new UUID(2, 1);
    private static final UUID ME = new UUID(3, 1);
    private static final List<Slip.Line> LINES = List.of(new Slip.Line(Kind.LETTER, Optional.empty(), 0, 0, "missing", ""),
        new Slip.Line(Kind.BOARD_FORM, Optional.of(ACHIEVEMENT), 0, 3, "differs", "公章不清"), new Slip.Line(Kind.DISC, Optional.empty(), 2, 0, "unreadable", ""));

    @EachDatabase void a_sheet_is_kept_with_its_lines_of_two_of_one_number_one_is_told_and_an_erased_achievement_leaves_no_line(TestDatabase db) {
        var sql = new SlipSql(db.client());
        var receipt = new Slip.Receipt(new UUID(4, 1), MINE, Part.OPEN, 1, "O-53P-0001-K", "O-53-0001-7", LINES, AT, ME);
        var back = new Slip.Return(new UUID(4, 2), MINE, Part.OPEN, 1, "请补寄", LocalDate.of(2015, 7, 30), Optional.of(new UUID(6, 1)), LINES.subList(0, 2), AT, ME);
        var sealed = new Slip.Return(new UUID(4, 3), MINE, Part.PRESCRIBED, 1, "请重寄", LocalDate.of(2015, 7, 31), Optional.empty(), LINES.subList(2, 3), AT.plusMillis(1), ME);
        db.write(() -> {
            assertThat(sql.insert(receipt, CALL)).isTrue();
            assertThat(sql.insert(new Slip.Receipt(new UUID(4, 9), MINE, Part.OPEN, 1, "", "", List.of(), AT, ME), CALL)).isFalse();
            assertThat(sql.insert(new Slip.Receipt(new UUID(4, 8), FOREIGN, Part.OPEN, 1, "", "", LINES, AT, ME), CALL)).isTrue();
            assertThat(sql.insert(back, CALL)).isTrue();
            assertThat(sql.insert(sealed, CALL)).isTrue();
            assertThat(sql.insert(new Slip.Return(new UUID(4, 7), MINE, Part.OPEN, 1, "", LocalDate.EPOCH, Optional.empty(), List.of(), AT, ME), CALL)).isFalse();
        });
        assertThat(sql.receipts(MINE, CALL)).containsExactly(receipt);
        assertThat(sql.returns(MINE, CALL)).containsExactly(sealed, back);
        assertThat(sql.returns(FOREIGN, CALL)).isEmpty();
        assertThat(sql.returns(MINE, "another-call")).isEmpty();
        assertThat(sql.permits(CALL)).containsExactly(new UUID(6, 1));
        assertThat(sql.permits("another-call")).isEmpty();
        db.write(() -> sql.erase(ACHIEVEMENT));
        assertThat(sql.receipts(MINE, CALL).get(0).lines()).extracting(Slip.Line::kind).containsExactly(Kind.LETTER, Kind.DISC);
        assertThat(sql.returns(MINE, CALL).get(1).lines()).extracting(Slip.Line::kind).containsExactly(Kind.LETTER);
    }
}
