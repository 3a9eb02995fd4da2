package huizhan.documents;

import static huizhan.documents.PaperFixtures.CALL;
import static huizhan.documents.PaperFixtures.PAPERS;
import static huizhan.documents.PaperFixtures.aBoardForm;
import static huizhan.documents.PaperFixtures.aFigure;
import static huizhan.documents.PaperFixtures.aStatement;
import static huizhan.documents.PaperFixtures.aSummaryOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class WordTest {
    private static XWPFDocument opened(String form, FormValues values) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(PAPERS.docx(CALL.form(form), values, CALL)));
    }

    private static List<String> cells(XWPFDocument document, int table) {
        return document.getTables().get(table).getRows().stream().flatMap(row -> row.getTableCells().stream()).map(cell -> PaperReader.flat(cell.getText())).toList();
    }

    @Test void annex_2_has_the_annex_s_cells_in_the_printed_order() throws Exception {
        try (var document = opened("board-form", FormValues.blank())) {
            assertThat(document.getParagraphs().stream().map(each -> each.getText()).toList()).containsSubsequence("附件2", "展板信息登记表");
            assertThat(cells(document, 0)).containsSubsequence("项目名称", "单位名称", "合作国别", "项目领域", "外方合作单位", "中方投入情况", "外方投入情况", "合作性质",
                    "☐政府间", "☐部门、地方间", "☐院所、企业间", "☐其他：", "项目起始时间及完成情况：", "单位联系人", "电话", "传真", "手机", "电子信箱");
            assertThat(cells(document, 0)).containsSubsequence("展板照片（2-4张）", "序号", "文件名称", "照片简要说明", "1", "2", "3", "4",
                    "保密部门审核意见（可另附纸）：", "知识产权归属情况说明（可另附纸）：", "其他制作要求：", "推荐部门意见：", "参展单位（盖章）2015年月日");
        }
    }

    @Test void spans_are_real_and_fill_the_grid() throws Exception {
        try (var document = opened("board-form", aBoardForm())) {
            var table = document.getTables().get(0).getCTTbl();
            int columns = table.getTblGrid().sizeOfGridColArray();
            assertThat(columns).isEqualTo(CALL.form("board-form").columns().size());
            for (var row : table.getTrList()) {
                int span = row.getTcList().stream().mapToInt(cell -> cell.getTcPr().isSetGridSpan() ? cell.getTcPr().getGridSpan().getVal().intValue() : 1).sum();
                assertThat(span).isEqualTo(columns);
            }
            assertThat(table.getTrList().stream().flatMap(row -> row.getTcList().stream()).filter(cell -> cell.getTcPr().isSetVMerge()).count()).isEqualTo(5);
        }
    }

    @Test void annex_1_lies_on_its_side_with_ten_rows_and_a_head_that_repeats() throws Exception {
        try (var document = opened("summary", aSummaryOf(3))) {
            var size = document.getDocument().getBody().getSectPr().getPgSz();
            assertThat(size.getW().toString()).isEqualTo("16838");
            assertThat(size.getH().toString()).isEqualTo("11906");
            var table = document.getTables().get(1);
            assertThat(table.getRows()).hasSize(11);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(cells(document, 1)).startsWith("序号", "项目或者活动名称", "中方承担或者主办（承办单位）", "外方合作单位", "联系人", "联系方式", "展出形式", "其他要求", "1", "第1项合作研究");
            assertThat(cells(document, 1)).contains("☐实物☐模型☑视频☑文字图片", "☑公开☐非公开");
        }
    }

    @Test void a_statement_has_its_headings_its_prose_and_its_figures() throws Exception {
        try (var document = opened("statement", aStatement(2, List.of(aFigure())))) {
            assertThat(document.getParagraphs().stream().map(each -> each.getText()).toList())
                    .containsSubsequence("要解决的问题", PaperFixtures.PROSE, "取得的突破", PaperFixtures.PROSE, PaperFixtures.PROSE, "作用和成效", "图1　样机年度可利用率");
            assertThat(document.getAllPictures()).anyMatch(picture -> picture.getFileName().endsWith("jpeg"));
        }
    }

    @Test void the_foot_has_the_qr_code_and_word_s_own_page_numbers() throws Exception {
        var values = aBoardForm();
        try (var document = opened("board-form", values)) {
            var foot = document.getFooterList().get(0);
            var image = ImageIO.read(new ByteArrayInputStream(foot.getAllPictures().get(0).getData()));
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var code = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))));
            assertThat(code.getText()).isEqualTo("huizhan:1:board-form:" + values.mark().document() + ":" + values.mark().digest());
            assertThat(foot._getHdrFtr().xmlText()).contains("PAGE", "NUMPAGES");
        }
    }

    @Test void text_is_chinese_in_chinese_fonts_and_rare_characters_have_their_own() throws Exception {
        try (var document = opened("board-form", aBoardForm(Map.of("board.unit", "𠮷研究院", "board.wishes", "\u0001一\uD800二")))) {
            assertThat(document.getStyle().xmlText()).contains("zh-CN");
            var xml = document.getDocument().xmlText();
            assertThat(xml).contains("w:eastAsia=\"宋体\"", "w:eastAsia=\"SimSun-ExtB\"", "𠮷", "一二");
        }
    }

    @Test void the_same_content_gives_the_same_bytes() {
        var form = CALL.form("board-form");
        assertThat(PAPERS.docx(form, aBoardForm(), CALL)).isEqualTo(PAPERS.docx(form, aBoardForm(), CALL));
    }
}
