package huizhan.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.keys.PrivateKeys;
import huizhan.outcome.SheetCode.Part;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The code of a result sheet byte for byte (B29, docs/result-sheet.md). */
class SheetCodeTest {
    private static final Instant MADE = Instant.parse("2015-07-30T02:00:00Z");
    private static final PrivateKeys KEYS = PrivateKeys.create("组织单位（示例）", Instant.parse("2015-05-20T01:00:00Z"));

    private static SheetCode code(int entries) {
        var all = new LinkedHashMap<UUID, Verdict>();
        for (int i = 0; i < entries; i++) all.put(new UUID(0x4000L, i), Verdict.all().get(i % Verdict.all().size()));
        return new Part("example-2015", 3, 2, 5, MADE, all).signed(KEYS);
    }

    @Test void what_is_read_is_what_was_printed() {
        var code = code(SheetCode.MOST);
        var read = SheetCode.read(code.text()).orElseThrow();
        assertThat(read).isEqualTo(code);
        assertThat(read.by(KEYS.card())).isTrue();
        assertThat(read.call()).isEqualTo(SheetCode.callMark("example-2015")).isNotEqualTo(SheetCode.callMark("example-2016"));
        assertThat(read.made()).isEqualTo(MADE);
        assertThat(SheetCode.read("  " + code.text().toLowerCase(Locale.ROOT) + "\n")).contains(code);
    }

    /** 483 letters and digits are what version 13 holds at level M (ISO/IEC 18004, table 7). */
    @Test void a_full_code_fits_a_symbol_that_hand_scanners_read() {
        assertThat(code(SheetCode.MOST).text()).matches("HZR1:[0-9A-Z]+").hasSizeLessThanOrEqualTo(483);
    }

    @Test void another_verdict_sheet_or_signer_is_no_signature() {
        var code = code(2);
        var changed = new LinkedHashMap<>(code.entries());
        changed.replaceAll((id, verdict) -> Verdict.SELECTED);
        assertThat(new SheetCode(code.call(), code.sheet(), code.part(), code.parts(), code.made(), changed, code.signed()).by(KEYS.card())).isFalse();
        assertThat(new SheetCode(code.call(), 4, code.part(), code.parts(), code.made(), code.entries(), code.signed()).by(KEYS.card())).isFalse();
        assertThat(code.by(PrivateKeys.create("别人", MADE).card())).isFalse();
    }

    @Test void what_is_no_code_is_said_to_be_none() {
        var text = code(1).text();
        for (var other : new String[] {"", "huizhan:1:board-form:x", "HZR1:", text.substring(0, text.length() - 4), text + "A1", text.replace("HZR1", "HZR2"), "HZR1:" + "Z".repeat(600)}) {
            assertThat(SheetCode.read(other)).as(other).isEmpty();
        }
    }

    /** What a sheet said that was put aside after it was signed is told again, a taking back too. */
    @Test void what_may_have_been_scanned_is_told_again() {
        var department = new huizhan.organization.Department(new UUID(1, 1), "53", huizhan.kernel.Text.same("示例部门"), "", java.time.LocalDate.of(2015, 1, 1), Optional.empty(), Optional.empty(), true, 1);
        var water = new UUID(2, 1);
        var now = List.of(new Outcomes.Line(department, 1, water, "示例成果", VerdictSql.Said.NOTHING));
        var signature = Optional.of(new Sheet.Signature(MADE, new UUID(0, 2), "示例乙"));
        var valid = new Sheet(1, MADE, new UUID(0, 1), "示例甲", Map.of(water, Verdict.SELECTED), signature, Optional.empty());
        var aside = new Sheet(1, MADE, new UUID(0, 1), "示例甲", Map.of(water, Verdict.SELECTED), signature, Optional.of(MADE));
        var dropped = new Sheet(1, MADE, new UUID(0, 1), "示例甲", Map.of(water, Verdict.SELECTED), Optional.empty(), Optional.of(MADE));
        var back = new Sheet(2, MADE, new UUID(0, 1), "示例甲", Map.of(water, Verdict.NONE), signature, Optional.empty());
        assertThat(Outcomes.due(now, List.of(valid))).hasSize(1);
        assertThat(Outcomes.due(now, List.of(aside))).as("departments may have read it").hasSize(1);
        assertThat(Outcomes.due(now, List.of(back, aside))).isEmpty();
        assertThat(Outcomes.due(now, List.of(dropped))).as("it never left").isEmpty();
    }

    @Test void an_unknown_verdict_or_a_part_beyond_the_last_is_none() {
        assertThat(SheetCode.read(new Part("c", 1, 6, 5, MADE, Map.of(new UUID(0, 1), Verdict.NONE)).signed(KEYS).text())).isEmpty();
        assertThat(SheetCode.read(new Part("c", 1, 1, 1, MADE, Map.of()).signed(KEYS).text())).isEmpty();
        assertThat(Verdict.at(6)).isEmpty();
        assertThat(Verdict.at(-1)).isEmpty();
    }
}
