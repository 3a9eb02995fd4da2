package huizhan.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What Word forms beside {@code nomination.json} can say: form.read, form.disagree, form.glyph. */
final class FormCases {
    private static final int FIELD = 3;
    private static final int TEXT = 11;

    private FormCases() {}

    static List<MaterialCase> of(MaterialStudio studio) {
        var list = new CaseList(studio);
        list.clean("form.disagree--same", draft -> boardForm(draft, StudioForms.boardForm(draft.first()).get(TEXT).get(0)));
        list.error("form.disagree--text", draft -> boardForm(draft, "展板文字（不超过200字）：\n另一段文字。"));
        list.warning("form.disagree--punctuation", draft -> {
            var rows = StudioForms.boardForm(draft.first());
            boardForm(draft, rows.get(TEXT).get(0).replace("，", ","));
        });
        list.error("form.disagree--statement", draft -> {
            var other = StudioContent.project();
            other.put("statement", Draft.map("problem", "全新的一段问题描述。", "breakthrough", "全新的一段突破。", "effect", "全新的一段成效。"));
            draft.text("01/statement.docx", StudioForms.statement(other));
        });
        list.clean("form.disagree--same-statement", draft -> draft.text("01/文字说明.docx", StudioForms.statement(draft.first())));
        list.warning("form.read--cell", draft -> {
            var rows = StudioForms.boardForm(draft.first());
            rows.get(FIELD).set(1, "植物方面");
            draft.text("01/board-form.docx", StudioForms.word("展板信息登记表", rows));
        });
        list.warning("form.read--no-word-file", draft -> draft.text("01/board-form.docx", "这不是 Word 文件".getBytes(StandardCharsets.UTF_8)));
        list.warning("form.read--key", draft -> draft.set("favouriteColour", "青"));
        list.warning("form.glyph", draft -> draft.set("board.wishes", "请印出\uDBFF\uDFFD这个字"));
        return list.cases;
    }

    private static void boardForm(Draft draft, String boardText) throws IOException {
        var rows = StudioForms.boardForm(draft.first());
        rows.get(TEXT).set(0, boardText);
        draft.text("01/board-form.docx", StudioForms.word("展板信息登记表", rows));
    }
}
