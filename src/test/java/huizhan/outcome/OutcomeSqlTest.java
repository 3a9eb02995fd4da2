package huizhan.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.keys.PrivateKeys;
import huizhan.outcome.VerdictSql.Said;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class OutcomeSqlTest {
    private static final String CALL = "example-2015";
    private static final Instant AT = Instant.parse("2015-07-30T02:00:00Z");
    private static final UUID ME = new UUID(0, 7);
    private static final UUID WATER = new UUID(1, 1);
    private static final UUID BARLEY = new UUID(1, 2);
    private static final PrivateKeys KEYS = PrivateKeys.create("组织单位（示例）", AT);

    private static Map<UUID, Verdict> lines() {
        var lines = new LinkedHashMap<UUID, Verdict>();
        lines.put(BARLEY, Verdict.SELECTED);
        lines.put(WATER, Verdict.DECLINED);
        return lines;
    }

    private static Sheet sheet(int number) {
        return new Sheet(number, AT, ME, "示例甲", lines(), Optional.empty(), Optional.empty());
    }

    @EachDatabase void the_last_word_counts_and_of_two_at_once_one_is_told(TestDatabase db) {
        var sql = new VerdictSql(db.client());
        assertThat(db.write(() -> sql.insert(CALL, WATER, new Said(Verdict.SELECTED, 1, ME), AT))).isTrue();
        assertThat(db.write(() -> sql.insert(CALL, WATER, new Said(Verdict.DECLINED, 1, ME), AT))).isFalse();
        db.write(() -> sql.insert(CALL, WATER, new Said(Verdict.RESERVE, 3, ME), AT));
        db.write(() -> sql.insert(CALL, WATER, new Said(Verdict.RETURNED, 2, ME), AT));
        assertThat(sql.last(CALL)).isEqualTo(Map.of(WATER, new Said(Verdict.RESERVE, 3, ME)));
        assertThat(sql.last("another")).isEmpty();
    }

    @EachDatabase void a_sheet_is_signed_once_and_put_aside_once(TestDatabase db) {
        var sheets = new SheetSql(db.client());
        assertThat(db.write(() -> sheets.insert(CALL, sheet(1)))).isTrue();
        assertThat(db.write(() -> sheets.insert(CALL, sheet(1)))).isFalse();
        assertThat(sheets.all(CALL)).containsExactly(sheet(1));
        assertThat(sheets.all(CALL).get(0).lines().keySet()).containsExactly(BARLEY, WATER);
        var signature = new Sheet.Signature(AT.plusSeconds(1), new UUID(0, 8), "示例乙");
        var code = new SheetCode.Part(CALL, 1, 1, 1, AT, lines()).signed(KEYS);
        assertThat(db.write(() -> sheets.sign(CALL, 1, signature, List.of(code)))).isTrue();
        assertThat(db.write(() -> sheets.sign(CALL, 1, signature, List.of(code)))).isFalse();
        assertThat(sheets.codes(CALL, 1)).containsExactly(code.text());
        assertThat(sheets.all(CALL).get(0).signature()).contains(signature);
        assertThat(db.write(() -> sheets.putAside(CALL, 1, AT.plusSeconds(2), ME))).isTrue();
        assertThat(db.write(() -> sheets.putAside(CALL, 1, AT.plusSeconds(3), ME))).isFalse();
        assertThat(sheets.all(CALL).get(0).voided()).contains(AT.plusSeconds(2));
        db.write(() -> sheets.insert(CALL, sheet(2)));
        db.write(() -> sheets.putAside(CALL, 2, AT, ME));
        assertThat(db.write(() -> sheets.sign(CALL, 2, signature, List.of(code)))).as("what was put aside is not signed").isFalse();
    }

    @EachDatabase void codes_are_noted_once_and_a_sheet_is_released_once(TestDatabase db) {
        var sql = new ScannedSql(db.client());
        var first = new SheetCode.Part(CALL, 3, 2, 2, AT, Map.of(WATER, Verdict.DECLINED)).signed(KEYS);
        assertThat(sql.any(CALL)).isFalse();
        assertThat(db.write(() -> sql.insert(CALL, first, first.entries(), AT.plusSeconds(5), ME))).isTrue();
        assertThat(db.write(() -> sql.insert(CALL, first, first.entries(), AT.plusSeconds(6), ME))).isFalse();
        assertThat(sql.all(CALL)).containsExactly(new ScannedSql.Scanned(3, AT, 2, List.of(2), Map.of(WATER, Verdict.DECLINED), Optional.empty()));
        assertThat(sql.all(CALL).get(0).complete()).isFalse();
        var second = new SheetCode.Part(CALL, 3, 1, 2, AT, Map.of(BARLEY, Verdict.SELECTED)).signed(KEYS);
        db.write(() -> sql.insert(CALL, second, second.entries(), AT, ME));
        assertThat(sql.all(CALL).get(0).complete()).isTrue();
        assertThat(sql.keys(CALL, 3)).containsExactly(KEYS.card().id());
        assertThat(db.write(() -> sql.release(CALL, 3, AT.plusSeconds(9), ME))).isTrue();
        assertThat(db.write(() -> sql.release(CALL, 3, AT.plusSeconds(9), ME))).isFalse();
        assertThat(sql.all(CALL).get(0).released()).contains(AT.plusSeconds(9));
        assertThat(sql.any(CALL)).isTrue();
        assertThat(db.write(() -> sql.forget(CALL, 3))).as("what was released stays").isFalse();
        var other = new SheetCode.Part(CALL, 4, 1, 1, AT, Map.of(WATER, Verdict.RESERVE)).signed(KEYS);
        db.write(() -> sql.insert(CALL, other, other.entries(), AT, ME));
        assertThat(db.write(() -> sql.forget(CALL, 4))).isTrue();
        assertThat(sql.all(CALL)).extracting(ScannedSql.Scanned::number).containsExactly(3);
    }

    @EachDatabase void of_what_is_erased_no_word_no_entry_and_no_code_stays(TestDatabase db) {
        var verdicts = new VerdictSql(db.client());
        var sheets = new SheetSql(db.client());
        var scanned = new ScannedSql(db.client());
        var code = new SheetCode.Part(CALL, 1, 1, 1, AT, lines()).signed(KEYS);
        db.write(() -> {
            verdicts.insert(CALL, WATER, new Said(Verdict.DECLINED, 1, ME), AT);
            verdicts.insert(CALL, BARLEY, new Said(Verdict.SELECTED, 1, ME), AT);
            sheets.insert(CALL, sheet(1));
            sheets.sign(CALL, 1, new Sheet.Signature(AT, ME, "示例乙"), List.of(code));
            sheets.insert(CALL, new Sheet(2, AT, ME, "示例甲", Map.of(BARLEY, Verdict.RESERVE), Optional.empty(), Optional.empty()));
            scanned.insert(CALL, code, code.entries(), AT, ME);
            verdicts.erase(WATER, AT.plusSeconds(1), ME);
        });
        assertThat(verdicts.last(CALL)).containsOnlyKeys(BARLEY);
        assertThat(sheets.codes(CALL, 1)).isEmpty();
        assertThat(sheets.all(CALL)).extracting(Sheet::number, each -> each.voided().isPresent(), each -> each.lines().keySet()).containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, false, java.util.Set.of(BARLEY)), org.assertj.core.groups.Tuple.tuple(1, true, java.util.Set.of(BARLEY)));
        assertThat(scanned.all(CALL).get(0).entries()).containsOnlyKeys(BARLEY);
    }
}
