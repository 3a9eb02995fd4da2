package huizhan.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test void what_begins_like_a_formula_gets_an_apostrophe_and_everything_else_stays() {
        for (var risky : List.of("=HYPERLINK(\"http://example.org\",\"x\")", "+86 10 0000", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x")) {
            assertThat(Cells.safe(risky)).isEqualTo("'" + risky);
        }
        for (var harmless : List.of("", "无", "3=3", "'=1", " =1", "Größe", "010-0000")) {
            assertThat(Cells.safe(harmless)).isEqualTo(harmless);
        }
    }

    @Test void a_cell_holds_what_excel_can_hold() {
        assertThat(Cells.safe("字".repeat(32_767))).hasSize(32_767).doesNotContain("…");
        assertThat(Cells.safe("字".repeat(32_768))).hasSize(32_767).endsWith("…");
    }

    @Test void names_are_such_that_windows_writes_them() {
        assertThat(ArchiveNames.safe("省厅: <a|b>*?\"/\\\u202e. ")).isEqualTo("省厅_ _a_b_______");
        assertThat(ArchiveNames.safe("长".repeat(200))).hasSize(60);
        assertThat(new ArchiveNames(false).paper("01/board-form.docx")).isEqualTo("01/展板信息登记表.docx");
        assertThat(new ArchiveNames(true).paper("01/board-form.docx")).isEqualTo("01/board-form.docx");
    }
}
