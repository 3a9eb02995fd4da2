package huizhan.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import huizhan.office.Remark.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Annex 2 as people hand it in: what is odd is told with its place, and no word is lost. */
class OddFormsTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    @TempDir
    Path folder;

    @Test void a_form_as_it_should_be_comes_in_whole_and_without_a_remark() throws IOException {
        var read = new OddForms().read(folder);
        assertThat(read.document()).isEqualTo(FormDocument.BOARD_FORM);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(read.remarks()).isEmpty();
        assertThat(read.leftOver()).isEmpty();
        assertThat(read.captions()).extracting(PhotoLine::number, PhotoLine::file, PhotoLine::caption).containsExactly(tuple(1, "a.jpg", "签约现场"), tuple(2, "b.jpg", "试验现场"));
    }

    @ParameterizedTest @ValueSource(strings = {"board-form-python.docx", "board-form-from-web-page.docx", "board-form-from-opendocument.docx", "board-form-97.doc"})
    void annex_2_built_by_other_programs_comes_in_whole(String name) {
        var read = OfficeForm.read(OfficeSamples.fixture(name), name, OfficeSamples.CALL);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(read.captions()).hasSize(2);
        assertThat(read.leftOver()).isEmpty();
        assertThat(told(read)).isEqualTo(name.endsWith(".doc") ? List.of("OLD ") : List.of());
    }

    @ParameterizedTest @CsvSource({"合作国别,合作国家,board.countries", "电子信箱,E-mail,board.contact.email", "单位名称,参展单位全称,board.unit",
        "外方投入情况,外方投入,board.foreignInvestment", "外方合作单位,国外合作单位,board.foreignPartner"})
    void a_label_in_other_words_is_recognized_and_told(String label, String other, String field) throws IOException {
        var odd = new OddForms();
        odd.rows.forEach(row -> row.replaceAll(cell -> cell.equals(OddForms.cell(label)) ? OddForms.cell(other) : cell));
        var read = odd.read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(told(read)).containsExactly(Kind.REWORDED + " " + field);
        assertThat(read.remarks().get(0).message().zh()).isEqualTo("“" + other + "”按“" + label + "”读入。");
        assertThat(read.remarks().get(0).where().zh()).matches("表格1第[0-9]+行第[0-9]格");
        assertThat(read.remarks().get(0).where().en()).matches("table 1, row [0-9]+, cell [0-9]");
        assertThat(read.leftOver()).isEmpty();
    }

    @Test void the_words_of_a_label_that_nobody_can_recognize_are_left_over() throws IOException {
        var read = new OddForms().set("合作国别", 0, OddForms.cell("伙伴")).read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(without("board.countries"));
        assertThat(told(read)).containsExactlyInAnyOrder("MISSING board.countries", "LEFT_OVER ", "LEFT_OVER ");
        assertThat(left(read)).containsExactly("表格1第3行第1格: 伙伴", "表格1第3行第2格: 德国、法国");
    }

    @Test void two_cells_merged_are_parted_at_the_label() throws IOException {
        var odd = new OddForms();
        var contact = odd.at("单位联系人");
        contact.set(1, OddForms.cell("沈若禾\n电　话"));
        contact.remove(2);
        var read = odd.read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(told(read)).contains("MERGED board.contact.telephone");
        assertThat(read.leftOver()).isEmpty();
    }

    @Test void a_label_and_its_answer_in_one_cell_are_parted() throws IOException {
        var odd = new OddForms();
        odd.at("合作国别").clear();
        odd.rows.get(2).add(OddForms.cell("合作国别　德国、法国"));
        var read = odd.read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(told(read)).containsExactly("MERGED board.countries");
    }

    @Test void an_answer_merged_with_the_one_below_stays_with_the_upper_and_the_lower_is_told() throws IOException {
        var odd = new OddForms().set("中方投入情况", 1, OddForms.xmlCell("<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + OfficeSamples.paragraphs("经费1200万元", "设备450万元")))
                .set("外方投入情况", 1, OddForms.xmlCell("<w:tcPr><w:vMerge/></w:tcPr><w:p/>"));
        var read = odd.read(folder);
        assertThat(read.values().text("board.chineseInvestment")).isEqualTo("经费1200万元\n设备450万元");
        assertThat(told(read)).containsExactly("MERGED_ABOVE board.foreignInvestment");
        assertThat(read.remarks().get(0).where().zh()).isEqualTo("表格1第7行第2格");
    }

    @Test void a_missing_row_is_named() throws IOException {
        var odd = new OddForms();
        odd.rows.remove(odd.at("外方合作单位"));
        var read = odd.read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(without("board.foreignPartner"));
        assertThat(told(read)).containsExactly("MISSING board.foreignPartner");
        assertThat(read.remarks().get(0).message().zh()).isEqualTo("表中没有找到“外方合作单位”一栏。");
        assertThat(read.remarks().get(0).message().en()).isEqualTo("“Foreign partner” was not found in the form.");
    }

    @Test void an_added_row_is_left_over_with_its_place() throws IOException {
        var odd = new OddForms();
        odd.rows.add(4, List.of(OddForms.cell("立项编号"), OddForms.cell("2011DFA51000")));
        odd.row("补充说明：另有样品可供展出");
        var read = odd.read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(left(read)).containsExactly("表格1第5行第1格: 立项编号", "表格1第5行第2格: 2011DFA51000", "表格1第22行第1格: 补充说明：另有样品可供展出");
        assertThat(told(read)).containsExactly("LEFT_OVER ", "LEFT_OVER ", "LEFT_OVER ");
    }

    @ParameterizedTest @ValueSource(strings = {"☑", "√", "■", "●", "✔", "☒"})
    void each_way_to_tick_a_box_is_understood(String sign) throws IOException {
        var empty = sign.equals("●") ? "○" : "□";
        var read = new OddForms().set("合作性质", 1, OddForms.cell(sign + "政府间")).set("合作性质", 2, OddForms.cell(empty + "部门、地方间"))
                .set("合作性质", 3, OddForms.cell(empty + "院所、企业间")).set("合作性质", 4, OddForms.cell(empty + "其他：")).read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(read.remarks()).isEmpty();
    }

    @Test void form_controls_count_by_their_state_and_not_by_their_sign() throws IOException {
        var controls = "<w:p>" + OddForms.control(true, "政府间") + OddForms.control(false, "部门、地方间") + "</w:p>";
        var old = "<w:p>" + OddForms.oldControl(true, "院所、企业间") + OddForms.oldControl(false, "其他：") + "</w:p>";
        var read = new OddForms().set("合作性质", 1, OddForms.xmlCell(controls)).set("合作性质", 2, OddForms.xmlCell(old)).set("合作性质", 3, OddForms.cell(""))
                .set("合作性质", 4, OddForms.cell("")).read(folder);
        assertThat(read.values().codes("board.natures")).containsExactly("intergovernmental", "institutional");
        assertThat(read.remarks()).isEmpty();
    }

    @Test void a_control_without_a_state_in_the_text_is_told() throws IOException {
        var active = "<w:p><w:r><w:object><w:control r:id=\"rId9\" w:name=\"CheckBox1\"/></w:object></w:r><w:r><w:t>政府间</w:t></w:r></w:p>";
        var read = new OddForms().set("合作性质", 1, OddForms.xmlCell(active)).read(folder);
        assertThat(told(read)).contains("CONTROL ");
        assertThat(read.remarks().get(0).where().zh()).isEqualTo("表格1第8行第2格");
    }

    @Test void two_boxes_where_one_is_meant_are_told_and_kept() throws IOException {
        var read = new OddForms().set("项目领域", 1, OddForms.cell("☑材料科学技术 □能源科学技术 ☑其它")).read(folder);
        assertThat(read.values().codes("board.fields")).containsExactly("materials", "other");
        assertThat(told(read)).containsExactly("SEVERAL board.fields");
    }

    @Test void a_field_that_nobody_offers_is_told_and_left_over() throws IOException {
        var read = new OddForms().set("项目领域", 1, OddForms.cell("炼金术")).read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(without("board.fields"));
        assertThat(told(read)).containsExactly("NOT_OFFERED board.fields");
        assertThat(left(read)).containsExactly("表格1第4行第2格: 炼金术");
        assertThat(read.cells()).filteredOn(each -> each.field().equals("board.fields")).singleElement()
                .satisfies(cell -> assertThat(cell.text()).isEqualTo("炼金术"));
    }

    @Test void a_text_box_in_an_empty_cell_is_its_answer_and_any_other_is_left_over() throws IOException {
        var odd = new OddForms().set("单位名称", 1, OddForms.xmlCell(OddForms.box("云岭材料学院")));
        odd.after = OddForms.box("联系时请先打电话");
        var read = odd.read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(told(read)).containsExactly("IN_BOX board.unit", "LEFT_OVER ");
        assertThat(left(read)).containsExactly("第3段的文本框: 联系时请先打电话");
    }

    @Test void a_text_box_over_a_filled_cell_is_left_over() throws IOException {
        var read = new OddForms().set("单位名称", 1, OddForms.xmlCell(OfficeSamples.paragraphs("云岭材料学院") + OddForms.box("（盖章）另附"))).read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(left(read)).containsExactly("表格1第2行第2格的文本框: （盖章）另附");
    }

    @Test void a_nested_table_with_the_forms_own_labels_is_a_part_of_the_form() throws IOException {
        var odd = new OddForms();
        var inside = "<w:tbl><w:tr>" + String.join("", odd.at("单位联系人")) + "</w:tr><w:tr>" + String.join("", odd.at("手　机")) + "</w:tr></w:tbl><w:p/>";
        odd.rows.remove(odd.at("手　机"));
        odd.at("单位联系人").clear();
        odd.rows.get(9).add(OddForms.xmlCell(inside));
        var read = odd.read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(told(read)).containsExactly("NESTED_FORM ");
        assertThat(read.leftOver()).isEmpty();
    }

    @Test void a_nested_table_in_an_answer_is_taken_cell_by_cell() throws IOException {
        var inside = "<w:tc>" + OfficeSamples.paragraphs("展板文字：", "铸造镁合金强度提高35%。") + OfficeSamples.table(List.of(List.of("年份", "电话"), List.of("2013", "41%"))) + "<w:p/></w:tc>";
        var read = new OddForms().set("展板文字", 0, inside).read(folder);
        assertThat(read.values().text("board.text").lines().filter(line -> !line.isBlank())).containsExactly("铸造镁合金强度提高35%。", "年份", "电话", "2013", "41%");
        assertThat(read.values().text("board.contact.telephone")).isEqualTo("0899-5550111");
        assertThat(told(read)).containsExactly("NESTED board.text");
    }

    @Test void tracked_changes_count_as_if_accepted_and_both_halves_are_told() throws IOException {
        var changed = "<w:p><w:r><w:t>铸造镁合金强度提高</w:t></w:r><w:del><w:r><w:delText>30%</w:delText></w:r></w:del><w:ins><w:r><w:t>35%</w:t></w:r></w:ins><w:r><w:t>。</w:t></w:r></w:p>";
        var read = new OddForms().set("展板文字", 0, OddForms.xmlCell(OfficeSamples.paragraphs("展板文字（不超过200字）：") + changed)).read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(told(read)).containsExactly("INSERTED ", "DELETED ");
        assertThat(read.remarks().get(1).message().zh()).isEqualTo("修订删去的文字未计入：30%。");
        assertThat(read.remarks().get(1).message().en()).isEqualTo("Words taken out by a tracked change don't count: 30%.");
        assertThat(read.remarks().get(1).where().zh()).isEqualTo("表格1第12行第1格");
    }

    @Test void a_picture_in_the_board_text_is_handed_out_and_told() throws IOException {
        var picture = "<w:p><w:r><w:drawing><a:blip r:embed=\"rId5\"/></w:drawing></w:r></w:p>";
        var read = new OddForms().relation("rId5", "image", "media/image1.png", false).part("word/media/image1.png", PNG)
                .set("展板文字", 0, OddForms.xmlCell(OfficeSamples.paragraphs("展板文字（不超过200字）：", "铸造镁合金强度提高35%。") + picture)).read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(read.pictures()).singleElement().satisfies(each -> {
            assertThat(each.name()).isEqualTo("image1.png");
            assertThat(each.bytes()).isEqualTo(PNG);
            assertThat(each.field()).isEqualTo("board.text");
        });
        assertThat(told(read)).containsExactly("PASTED board.text");
    }

    @Test void a_doc_that_is_called_docx_is_read_as_what_it_is() throws IOException {
        var file = Files.copy(OfficeSamples.fixture("board-form-97.doc"), folder.resolve("form.docx"));
        var read = OfficeForm.read(file, "展板信息登记表.docx", OfficeSamples.CALL);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(told(read)).containsExactly("OLD ");
        assertThat(read.remarks().get(0).message().zh()).isEqualTo("旧格式的 Word 文件（.doc），已尽量读入，它的扩展名却是 .docx。");
        assertThat(read.leftOver()).isEmpty();
    }

    // ------------------------------------------------------------------------------------------------ what else befalls forms

    @Test void marks_of_symbol_fonts_raised_digits_and_hints_are_read_as_they_look() throws IOException {
        var signs = "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings 2\"/></w:rPr><w:t>R</w:t></w:r><w:r><w:t>政府间 </w:t></w:r><w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F0A3\"/>"
                + "<w:t>部门、地方间</w:t></w:r></w:p>";
        var power = "<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>6</w:t></w:r><w:r><w:t>元</w:t></w:r></w:p>";
        var hint = "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入</w:t></w:r></w:sdtContent></w:sdt></w:p>";
        var read = new OddForms().set("合作性质", 1, OddForms.xmlCell(signs)).set("合作性质", 2, OddForms.cell("")).set("中方投入情况", 1, OddForms.xmlCell(power))
                .set("其他制作要求", 0, OddForms.xmlCell(OfficeSamples.paragraphs("其他制作要求：") + hint)).read(folder);
        assertThat(read.values().codes("board.natures")).containsExactly("intergovernmental");
        assertThat(read.values().text("board.chineseInvestment")).isEqualTo("10⁶元");
        assertThat(read.values().text("board.wishes")).isEmpty();
    }

    @Test void comments_notes_heads_and_words_beside_boxes_are_left_over() throws IOException {
        var w = "<w:x xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
        var read = new OddForms().relation("rId1", "comments", "comments.xml", false).part("word/comments.xml", w + OfficeSamples.paragraphs("请张处再看") + "</w:x>")
                .relation("rId2", "header", "header1.xml", false).part("word/header1.xml", w + OfficeSamples.paragraphs("第三稿") + "</w:x>")
                .relation("rId3", "footer", "footer1.xml", false).part("word/footer1.xml", w + OfficeSamples.paragraphs("第 1 页 共 2 页") + "</w:x>")
                .set("合作性质", 1, OddForms.cell("☑政府间（中德）")).read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(left(read)).containsExactlyInAnyOrder("批注第1段: 请张处再看", "页眉第1段: 第三稿", "表格1第8行第2格: （中德）");
    }

    @Test void an_answer_given_twice_keeps_the_first_and_hands_out_the_second() throws IOException {
        var odd = new OddForms();
        odd.row("单位名称", "另一个学院");
        var read = odd.read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(told(read)).containsExactly("TWICE board.unit");
        assertThat(left(read)).containsExactly("表格1第21行第2格: 另一个学院");
    }

    @Test void words_in_brackets_behind_a_label_are_not_lost() throws IOException {
        var read = new OddForms().set("手　机", 0, OddForms.cell("手　机（备用13800000000）")).set("其他制作要求", 0, OddForms.cell("其他制作要求（急）：\n无"))
                .set("展板文字", 0, OddForms.cell("展板文字（另见附件三）：\n铸造镁合金强度提高35%。")).read(folder);
        assertThat(read.values().text("board.contact.mobile")).isEqualTo("（备用13800000000）\n13900000000");
        assertThat(read.values().text("board.text")).isEqualTo("铸造镁合金强度提高35%。");
        assertThat(read.values().text("board.wishes")).isEqualTo("（急）：\n无");
        assertThat(left(read)).containsExactly("表格1第12行第1格: （另见附件三）");
    }

    @Test void a_stream_gives_what_its_file_gives() throws IOException {
        var file = new OddForms().in(folder, "form.docx");
        try (var in = Files.newInputStream(file)) {
            assertThat(OddForms.draft(OfficeForm.read(in, "x.docx", OfficeSamples.CALL, OfficeForm.Asked.NOTHING))).isEqualTo(OddForms.whole());
        }
    }

    private static Map<String, String> without(String field) {
        var whole = OddForms.whole();
        whole.remove(field);
        return whole;
    }

    private static List<String> told(Reading read) {
        return new ArrayList<>(read.remarks().stream().map(each -> each.kind() + " " + each.field()).toList());
    }

    private static List<String> left(Reading read) {
        return read.leftOver().stream().map(each -> each.where().zh() + ": " + each.text()).toList();
    }
}
