package huizhan.documents;

import static huizhan.documents.PaperFixtures.PAPERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;

/** The letter's measures are those of GB/T 9704-2012 (standards §3.1). */
class LetterWordTest {
    private static final Letter LETTER = new Letter("云岭省科学技术厅", "云科函〔2015〕12号", "云岭省科学技术厅关于报送合作成果的函", "接收办公室",
        List.of("第一段。", "第二段有𠮷字。"), List.of("成果推荐汇总表1份", "光盘"), LocalDate.of(2015, 7, 9), "联系人：示例甲，电话：000-00000000");

    private static XWPFDocument opened(Letter letter) throws Exception {
        return new XWPFDocument(new ByteArrayInputStream(PAPERS.letter(letter)));
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        return document.getParagraphs().stream().filter(each -> each.getText().equals(text)).findFirst().orElseThrow();
    }

    @Test void the_page_is_a4_with_the_field_of_156_by_225_mm_and_22_lines() throws Exception {
        try (var document = opened(LETTER)) {
            var section = document.getDocument().getBody().getSectPr();
            var margins = section.getPgMar();
            assertThat(List.of(margins.getTop(), margins.getBottom(), margins.getLeft(), margins.getRight())).extracting(Object::toString)
                .containsExactly("2098", "1984", "1587", "1474");
            assertThat(section.getDocGrid().getType()).isEqualTo(STDocGrid.LINES);
            assertThat(section.getDocGrid().getLinePitch().toString()).isEqualTo("580");
            // 225 mm are 12,756 twips, 22 lines of 580 are 12,760
            assertThat(22 * 580).isCloseTo((int) Math.round(225 * 1440 / 25.4), org.assertj.core.data.Offset.offset(20));
        }
    }

    @Test void everything_stands_in_its_order_in_its_font_and_size() throws Exception {
        try (var document = opened(LETTER)) {
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText).filter(each -> !each.isEmpty()).toList()).containsExactly("云岭省科学技术厅",
                "云科函〔2015〕12号", "云岭省科学技术厅\n关于报送合作成果的函", "接收办公室：", "第一段。", "第二段有𠮷字。", "附件：1. 成果推荐汇总表1份", "2. 光盘", "云岭省科学技术厅",
                "2015年7月9日", "（联系人：示例甲，电话：000-00000000）");
            var sender = document.getParagraphs().get(0).getRuns().get(0);
            assertThat(sender.getColor()).isEqualTo("E60012");
            assertThat(sender.getFontFamily(org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange.eastAsia)).isEqualTo("方正小标宋简体");
            assertThat(paragraph(document, "云科函〔2015〕12号").getCTP().getPPr().getPBdr().getBottom().xmlText()).contains("color=\"E60012\"");
            var body = paragraph(document, "第一段。");
            assertThat(body.getIndentationFirstLine()).isEqualTo(640);
            assertThat(body.getRuns().get(0).getFontSizeAsDouble()).isEqualTo(16.0);
            // 28 characters of 15.75 points are 441 points, the field is 442.2 wide
            assertThat(body.getRuns().get(0).getCharacterSpacing()).isEqualTo(-5);
            assertThat(body.getRuns().get(0).getFontFamily(org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange.eastAsia)).isEqualTo("仿宋_GB2312");
            assertThat(paragraph(document, "第二段有𠮷字。").getRuns()).extracting(each -> each.text()).containsExactly("第二段有", "𠮷", "字。");
        }
    }

    @Test void a_name_longer_than_the_day_keeps_two_characters_from_the_right_and_a_shorter_one_stands_over_the_days_middle() throws Exception {
        try (var document = opened(LETTER)) {
            var texts = document.getParagraphs();
            var name = texts.stream().filter(each -> each.getText().equals("云岭省科学技术厅")).reduce((first, second) -> second).orElseThrow();
            var day = paragraph(document, "2015年7月9日");
            // the name is 8 wide, the day 6: the name at 2 and the day at 3 stand over each other's middle
            assertThat(name.getIndentationRight()).isEqualTo(640);
            assertThat(day.getIndentationRight()).isEqualTo(960);
        }
        try (var document = opened(new Letter("外交部", "", "函", "甲", List.of("一"), List.of(), LocalDate.of(2015, 7, 9), ""))) {
            assertThat(paragraph(document, "2015年7月9日").getIndentationRight()).isEqualTo(4 * 320);
            assertThat(document.getParagraphs().stream().filter(each -> each.getText().equals("外交部")).reduce((first, second) -> second).orElseThrow()
                .getIndentationRight()).isEqualTo(Math.round(5.5 * 320));
        }
    }

    @Test void page_numbers_stand_outside_on_both_sides_of_the_leaf() throws Exception {
        try (var document = opened(LETTER)) {
            assertThat(document.getFooterList()).hasSize(2);
            assertThat(document.getFooterList()).allSatisfy(foot -> assertThat(foot._getHdrFtr().xmlText()).contains("PAGE", "— "));
            assertThat(document.getSettings()).isNotNull();
            assertThat(document.getEvenAndOddHeadings()).isTrue();
        }
    }

    @Test void the_same_letter_is_the_same_file() {
        assertThat(PAPERS.letter(LETTER)).isEqualTo(PAPERS.letter(LETTER));
    }
}
