package huizhan.documents;

import static huizhan.documents.PaperFixtures.CALL;
import static huizhan.documents.PaperFixtures.PAPERS;
import static huizhan.documents.PaperFixtures.aBoardForm;
import static huizhan.documents.PaperFixtures.aBrokenFigure;
import static huizhan.documents.PaperFixtures.aDisc;
import static huizhan.documents.PaperFixtures.aFigure;
import static huizhan.documents.PaperFixtures.aParcel;
import static huizhan.documents.PaperFixtures.aReceipt;
import static huizhan.documents.PaperFixtures.aStatement;
import static huizhan.documents.PaperFixtures.aSummaryOf;
import static huizhan.documents.PaperFixtures.mark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.kernel.Lang;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class PapersTest {
    private static byte[] board(FormValues values) {
        return PAPERS.pdf(CALL.form("board-form"), values, CALL);
    }

    private static byte[] summary(FormValues values) {
        return PAPERS.pdf(CALL.form("summary"), values, CALL);
    }

    private static byte[] statement(FormValues values) {
        return PAPERS.pdf(CALL.form("statement"), values, CALL);
    }

    @Test void verapdf_has_nothing_against_any_kind_of_paper() throws Exception {
        assertThat(PaperReader.objections(board(aBoardForm(Map.of("board.unit", "𠮷㛃研究院\uE123"))))).isEmpty();
        assertThat(PaperReader.objections(summary(aSummaryOf(10)))).isEmpty();
        assertThat(PaperReader.objections(statement(aStatement(12, List.of(aFigure(), aBrokenFigure()))))).isEmpty();
        assertThat(PaperReader.objections(PAPERS.parcelLabel(aParcel(), CALL))).isEmpty();
        assertThat(PaperReader.objections(PAPERS.discLabel(aDisc(true), CALL))).isEmpty();
        assertThat(PaperReader.objections(PAPERS.receipt(aReceipt(30), CALL, Lang.ZH))).isEmpty();
        assertThat(PaperReader.objections(PAPERS.receipt(aReceipt(1), CALL, Lang.EN))).isEmpty();
        for (var form : CALL.forms().values()) {
            assertThat(PaperReader.objections(PAPERS.pdf(form, FormValues.blank(), CALL))).as(form.id()).isEmpty();
        }
    }

    @Test void the_validator_does_object_to_a_file_that_does_not_conform() throws Exception {
        try (var document = Loader.loadPDF(board(aBoardForm())); var out = new java.io.ByteArrayOutputStream()) {
            document.getDocumentCatalog().setMetadata(null);
            document.save(out);
            assertThat(PaperReader.objections(out.toByteArray())).isNotEmpty();
        }
    }

    @Test void each_page_carries_the_document_and_its_digest_in_a_qr_code() throws Exception {
        var values = aStatement(14, List.of(aFigure()));
        var expected = "huizhan:1:statement:" + values.mark().document() + ":" + values.mark().digest();
        var codes = PaperReader.codes(statement(values));
        assertThat(codes).hasSize(2).containsOnly(expected);
    }

    @Test void receipts_and_labels_carry_a_code_too() throws Exception {
        assertThat(PaperReader.codes(PAPERS.receipt(aReceipt(30), CALL, Lang.EN))).hasSizeGreaterThan(1)
                .containsOnly("huizhan:1:receipt:" + mark("receipt").document() + ":" + mark("receipt").digest());
        assertThat(PaperReader.codes(PAPERS.parcelLabel(aParcel(), CALL)))
                .containsExactly("huizhan:1:parcel:" + mark("parcel").document() + ":" + mark("parcel").digest());
    }

    @Test void a_blank_form_proves_nothing_and_has_no_code() throws Exception {
        assertThat(PaperReader.codes(board(FormValues.blank()))).containsExactly("");
    }

    @Test void a_digest_that_is_none_is_a_fault() {
        var values = new FormValues(new FormValues.Mark("id", "abc", List.of()), Map.of(), Map.of(), Map.of(), Set.of(), List.of());
        assertThatThrownBy(() -> board(values)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("64 hexadecimal digits");
    }

    @Test void the_same_content_gives_the_same_bytes_and_other_content_does_not() {
        assertThat(board(aBoardForm())).isEqualTo(board(aBoardForm())).isNotEqualTo(board(aBoardForm(Map.of("board.wishes", "有"))));
        assertThat(statement(aStatement(3, List.of(aFigure())))).isEqualTo(statement(aStatement(3, List.of(aFigure()))));
        assertThat(PAPERS.receipt(aReceipt(3), CALL, Lang.ZH)).isEqualTo(PAPERS.receipt(aReceipt(3), CALL, Lang.ZH));
    }

    @Test void ten_achievements_fill_one_page_and_more_go_on_below_the_head_again() throws Exception {
        assertThat(PaperReader.pages(summary(FormValues.blank()))).isEqualTo(1);
        assertThat(PaperReader.pages(summary(aSummaryOf(10)))).isEqualTo(1);
        var fourteen = summary(aSummaryOf(14));
        assertThat(PaperReader.pages(fourteen)).isEqualTo(2);
        var read = PaperReader.flat(PaperReader.text(fourteen));
        assertThat(read.split("项目或者活动名称", -1)).as("head on both pages").hasSize(3);
        assertThat(read).contains("第14项合作研究", "第1页共2页", "第2页共2页");
    }

    @Test void annex_2_fits_a_page_and_has_every_label_in_the_printed_order() throws Exception {
        var pdf = board(aBoardForm());
        assertThat(PaperReader.pages(pdf)).isEqualTo(1);
        assertThat(PaperReader.flat(PaperReader.text(pdf))).containsSubsequence("附件2", "展板信息登记表", "项目名称", "单位名称", "合作国别", "德国、波兰", "项目领域",
                "能源科学技术", "外方合作单位", "中方投入情况", "外方投入情况", "合作性质", "☑政府间", "☐部门、地方间", "☐院所、企业间", "☑其他：两市友好城市",
                "项目起始时间及完成情况：", "单位联系人", "电话", "传真", "手机", "电子信箱", "展板文字（不超过200字）：", "序号", "文件名称", "照片简要说明", "1.jpg（IMG_1.JPG）",
                "保密部门审核意见（可另附纸）：", "知识产权归属情况说明（可另附纸）：", "另附纸。", "其他制作要求：", "推荐部门意见：", "参展单位（盖章）", "2015年月日",
                "注：“项目领域”一栏请填：生命科学技术；环境科学技术；材料科学技术；能源科学技术；信息科学技术；工程科学技术；其它。");
    }

    @Test void a_text_longer_than_a_page_flows_on_without_losing_a_character() throws Exception {
        var text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            text.append(" n").append(i).append(';');
        }
        var pdf = board(aBoardForm(Map.of("board.chineseInvestment", text.toString())));
        assertThat(PaperReader.pages(pdf)).isGreaterThan(1);
        var read = PaperReader.flat(PaperReader.text(pdf));
        for (int i = 0; i < 2000; i++) {
            assertThat(read).contains("n" + i + ";");
        }
        assertThat(read).contains("展板信息登记表（续）", "参展单位（盖章）");
    }

    @Test void a_word_that_no_line_can_hold_is_broken_and_a_cell_of_blanks_is_no_trouble() throws Exception {
        var pdf = board(aBoardForm(Map.of("board.contact.email", "x".repeat(400), "board.wishes", " \n \n\t", "board.contact.fax", "\u0000\u202E1")));
        assertThat(PaperReader.flat(PaperReader.text(pdf)).chars().filter(c -> c == 'x').count()).isGreaterThanOrEqualTo(400);
        assertThat(PaperReader.objections(pdf)).isEmpty();
    }

    @Test void a_figure_that_cannot_be_read_is_named_in_its_place() throws Exception {
        assertThat(PaperReader.flat(PaperReader.text(statement(aStatement(1, List.of(aFigure(), aBrokenFigure()))))))
                .contains("图1样机年度可利用率", "［图片无法读取：broken.jpg］", "图2坏图");
    }

    @Test void a_draft_disc_says_so_on_both_labels_and_a_finished_one_does_not() throws Exception {
        assertThat(PaperReader.flat(PaperReader.text(PAPERS.discLabel(aDisc(true), CALL))).split("草稿未通过检查", -1)).hasSize(3);
        var finished = PaperReader.flat(PaperReader.text(PAPERS.discLabel(aDisc(false), CALL)));
        assertThat(finished).doesNotContain("草稿").contains("第1张，共2张", CALL.contact().postcode(), CALL.contact().address().zh());
    }

    @Test void a_receipt_speaks_the_reader_s_language_and_gives_whole_digests_in_groups_of_four() throws Exception {
        var digest = huizhan.kernel.Sha256.of("d1").grouped();
        var english = PaperReader.text(PAPERS.receipt(aReceipt(1), CALL, Lang.EN));
        assertThat(english).contains("Receipt number", "A-042-0007-5", digest, "Page 1 of 1").doesNotContain("回执");
        assertThat(PaperReader.text(PAPERS.receipt(aReceipt(1), CALL, Lang.ZH))).contains("回执编号", digest, "01/pictures/1.jpg");
    }

    @Test void many_threads_print_at_once() {
        var expected = board(aBoardForm());
        var all = java.util.stream.IntStream.range(0, 24).parallel().mapToObj(i -> board(aBoardForm())).toList();
        assertThat(all).allSatisfy(each -> assertThat(each).isEqualTo(expected));
    }
}
