package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Text;
import huizhan.office.OfficeSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormsInTest {
    private final FormsIn forms = new FormsIn(Samples.CALL);

    @TempDir
    Path folder;

    @Test void annex_2_saved_by_another_program_is_read_cell_by_cell() {
        var read = forms.boardForm(Samples.fixture("board-form-libreoffice.docx"));
        var values = read.values();
        assertThat(said(read.unread())).isEmpty();
        assertThat(values.text("name")).isEqualTo("轻合金材料国际联合实验室");
        assertThat(values.text("board.unit")).isEqualTo("云岭材料工程学院");
        assertThat(values.codes("board.countries")).containsExactly("DE");
        assertThat(values.codes("board.fields")).containsExactly("materials");
        assertThat(values.codes("board.natures")).containsExactly("intergovernmental");
        assertThat(values.text("board.startAndCompletion")).isEqualTo("2011年3月启动，2015年4月完成验收");
        assertThat(values.text("board.contact.name")).isEqualTo("沈若禾");
        assertThat(values.text("board.contact.fax")).isEqualTo("0899-5550112");
        assertThat(values.text("board.contact.email")).isEqualTo("contact@example.org");
        assertThat(values.text("board.text")).startsWith("双主任制的联合实验室").endsWith("轻合金创新联盟。");
        assertThat(values.text("board.confidentialityOpinion")).isEqualTo("经审核，不涉及国家秘密，同意公开。");
        assertThat(values.text("board.departmentOpinion")).isEqualTo("同意推荐。");
        assertThat(read.pictures().get(0)).containsEntry("caption", "晶体：合作现场");
    }

    @Test void annex_1_in_excel_gives_head_rows_and_a_stub_and_leaves_out_empty_rows() {
        var read = forms.summary(Samples.fixture("summary-libreoffice.xlsx"));
        assertThat(said(read.unread())).isEmpty();
        assertThat(read.head().text("name")).isEqualTo("云岭省科学技术厅");
        assertThat(read.head().text("contact")).isEqualTo("方知远");
        assertThat(read.head().text("telephone")).isEqualTo("0899-5550101");
        assertThat(read.head().text("fax")).isEqualTo("0899-5550102");
        assertThat(read.rows().keySet()).containsExactly(1, 2, 3);
        assertThat(read.rows().get(1).text("name")).isEqualTo("高原气候变化联合科考周");
        assertThat(read.rows().get(1).text("listContact.details")).isEqualTo("13900000000");
        assertThat(read.rows().get(2).codes("exhibitForms")).containsExactly("model", "graphic");
        assertThat(read.rows().get(2).text("disclosure")).isEqualTo("public");
        assertThat(read.rows().get(3).text("disclosure")).isEqualTo("non-public");
        assertThat(read.rows().get(3).blank("name")).isTrue();
    }

    @Test void a_statement_gives_the_sections_of_its_kind_and_nothing_of_our_own() {
        var read = forms.statement(Samples.fixture("statement-libreoffice.docx"), Optional.empty(), "", Set.of());
        assertThat(read.head().text("kind")).isEqualTo("base");
        assertThat(read.sections().keySet()).containsExactly("building", "operation", "innovation", "sustainability", "synergy");
        assertThat(read.sections().get("synergy")).isEqualTo("联合高校、企业和3个地市，组成轻合金创新联盟。");
        assertThat(read.prose()).startsWith("2011年由双方共建").doesNotContain("基本建设情况", "成果文字说明");
    }

    @Test void words_in_tables_count_and_deleted_words_and_field_codes_do_not() throws Exception {
        var body = OfficeSamples.paragraphs("第一段。") + "<w:p><w:del><w:r><w:delText>删去的</w:delText><w:t>也删去</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText>"
                + "<w:t>留下的。</w:t></w:r></w:p>" + OfficeSamples.table(List.of(List.of("指标", "数值"), List.of("产量", "23%")));
        var read = forms.statement(Samples.word(folder, body), Optional.empty(), "", Set.of());
        assertThat(read.sections()).isEmpty();
        assertThat(read.prose().replace("\n", "")).isEqualTo("第一段。留下的。指标数值产量23%");
    }

    @Test void headings_with_numbers_or_a_colon_are_headings() throws Exception {
        var body = OfficeSamples.paragraphs("一、要解决的问题", "问题文字。", "（二）取得的突破：突破文字。", "3. 作用和成效：", "成效文字。");
        var read = forms.statement(Samples.word(folder, body), Samples.CALL.kind("project"), "", Set.of());
        assertThat(read.sections()).containsEntry("problem", "问题文字。").containsEntry("breakthrough", "突破文字。").containsEntry("effect", "成效文字。");
    }

    @Test void guidance_that_the_notice_prints_behind_a_label_is_no_answer() throws Exception {
        var body = OfficeSamples.table(List.of(List.of("展板文字 (不超过 200 字): “十二五”时期取得的重大进展和成果, 对国家总体外交、经济发展、科技创新、社会进步等方面发挥的重要作用。\n真正的文字。"),
                List.of("项目起始时间及完成情况：2011年启动\n2015年完成"), List.of("单位名称", "示例单位")));
        var values = forms.boardForm(Samples.word(folder, body)).values();
        assertThat(values.text("board.text")).isEqualTo("真正的文字。");
        assertThat(values.text("board.startAndCompletion")).isEqualTo("2011年启动\n2015年完成");
    }

    @Test void old_check_boxes_and_symbols_of_word_are_ticks() throws Exception {
        var boxes = "<w:tbl><w:tr><w:tc>" + OfficeSamples.paragraphs("合作性质") + "</w:tc><w:tc><w:p>"
                + "<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:t>政府间</w:t></w:r>"
                + "<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val=\"0\"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:t>部门、地方间</w:t></w:r>"
                + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>院所、企业间</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t>其他：</w:t></w:r>"
                + "</w:p></w:tc></w:tr></w:tbl>";
        assertThat(forms.boardForm(Samples.word(folder, boxes)).values().codes("board.natures")).containsExactly("intergovernmental", "institutional");
    }

    @Test void a_choice_that_nobody_offers_is_named_and_not_guessed() throws Exception {
        var read = forms.boardForm(Samples.word(folder, OfficeSamples.table(List.of(List.of("单位名称", "甲"), List.of("项目领域", "炼金术")))));
        assertThat(said(read.unread())).contains("项目领域");
        assertThat(read.values().all()).doesNotContainKey("board.fields");
    }

    @Test void an_object_note_gives_name_kind_dimensions_in_centimetres_and_weight_in_kilograms() throws Exception {
        var note = forms.note(Samples.word(folder, OfficeSamples.paragraphs("名称：深潜器模型", "尺寸：长1200mm×宽500mm×高350mm", "重量：850克")), "model", List.of("a.jpg"));
        var object = note.objects().get(0);
        assertThat(List.of(object.lengthCm(), object.widthCm(), object.heightCm(), object.weightKg())).containsExactly(120.0, 50.0, 35.0, 0.85);
        assertThat(object.kind()).isEqualTo("model");
        assertThat(object.photos()).containsExactly("a.jpg");
        assertThat(said(forms.note(Samples.word(folder, OfficeSamples.paragraphs("名称：圆盘", "大小：直径30 cm", "重量：很重")), "object", List.of()).unread())).containsExactly("重量");
    }

    @Test void a_binary_word_file_is_read_with_a_word_how_to_save_it_anew() {
        var read = forms.statement(Samples.fixture("statement-97.doc"), Optional.empty(), "", Set.of());
        assertThat(read.sections().keySet()).containsExactly("background", "content", "significance", "time", "place", "attendees", "results");
        assertThat(read.sections()).containsEntry("place", "云岭省石河地区");
        assertThat(read.head().text("name")).isEqualTo("高原气候变化联合科考周");
        assertThat(said(read.unread())).singleElement().asString().contains("另存为").contains(".docx");
    }

    @Test void macros_outside_entities_and_bombs_are_refused() throws Exception {
        var macro = Samples.zip(folder, "m.docx", "word/vbaProject.bin", "x");
        assertThat(said(forms.boardForm(macro).unread())).singleElement().asString().contains("宏");
        var entity = Samples.zip(folder, "x.docx", "word/document.xml",
                "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><w:document xmlns:w=\"u\"><w:p><w:t>&e;</w:t></w:p></w:document>");
        assertThat(said(forms.boardForm(entity).unread())).singleElement().asString().startsWith("整个文件");
        assertThat(said(forms.boardForm(bomb()).unread())).singleElement().asString().contains("展开后过大");
    }

    @Test void a_file_that_is_no_office_file_is_refused() throws Exception {
        var file = Samples.file(folder, "x.docx", "只是文字");
        assertThat(said(forms.boardForm(new Entry("x.docx", file, 12)).unread())).singleElement().asString().contains("不是 Word 或 Excel 文件");
    }

    private Entry bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var spaces = new byte[1 << 20];
            java.util.Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 40; i++) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }
        var file = Samples.file(folder, "bomb.docx", out.toByteArray());
        return new Entry("bomb.docx", file, Files.size(file));
    }

    private static List<String> said(FormsIn.Unread unread) {
        return Stream.concat(unread.labels().stream(), unread.told().stream().map(each -> new Text(each.sentence().zh() + each.remedy().zh(), ""))).map(Text::zh).toList();
    }
}
