package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.documents.Papers;
import huizhan.folder.FolderReader.Look;
import huizhan.office.OfficeForm.Asked;
import huizhan.office.Remark.Kind;
import huizhan.material.Values;
import huizhan.office.FormDocument;
import huizhan.office.LeftOver;
import huizhan.office.OfficeForm;
import huizhan.office.OfficeSamples;
import huizhan.office.ReadCell;
import huizhan.office.Remark;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of the four papers by itself, and which of them a file is. */
class OfficeFormTest {
    private static final String JSON = """
            {"format": "huizhan-nomination/1", "call": "2015-cooperation", "part": false, "department": {"name": "示例省科学技术厅", "contact": "方知远", "telephone": "0899-5550101", "fax": ""},
             "achievements": [{"rank": 1, "disclosure": "public", "name": "高原联合科考", "kind": "project", "undertaker": "甲单位", "foreignPartner": "无",
             "listContact": {"name": "方知远", "details": "13900000000"}, "exhibitForms": ["object", "graphic"],
             "statement": {"problem": "难在高寒。", "breakthrough": "建成观测站。", "effect": "论文6篇。"},
             "board": {"unit": "甲单位", "countries": ["RU", "UNESCO", "other:非洲多国"], "fields": ["environment"], "foreignPartner": "无", "chineseInvestment": "经费1200万元",
             "foreignInvestment": "无", "natures": ["departmental", "other"], "otherNature": "学会间", "startAndCompletion": "2011年3月启动", "contact": {"name": "沈若禾",
             "telephone": "0899-5550111", "fax": "", "mobile": "", "email": ""}, "text": "进展明显。", "intellectualProperty": "共有", "wishes": "", "confidentialityOpinion": "同意公开",
             "departmentOpinion": "同意"}}]}
            """;

    @TempDir
    Path folder;

    @Test void a_form_exported_here_and_edited_comes_in_with_the_edits() throws IOException, FolderFault {
        var edited = edited(paper("01/board-form.docx"), "进展明显", "进展显著，带动9家企业");
        var read = OfficeForm.read(edited, "展板信息登记表.docx", Samples.CALL);
        assertThat(read.document()).isEqualTo(FormDocument.BOARD_FORM);
        assertThat(read.values().text("board.text")).isEqualTo("进展显著，带动9家企业。");
        assertThat(read.values().codes("board.countries")).containsExactly("RU", "UNESCO", "other:非洲多国");
        assertThat(read.values().codes("board.natures")).containsExactly("departmental", "other");
        assertThat(read.values().text("board.otherNature")).isEqualTo("学会间");
        assertThat(read.remarks()).isEmpty();
        assertThat(read.leftOver()).isEmpty();
        assertThat(read.pictures()).isEmpty();
    }

    @Test void annex_1_and_a_statement_exported_here_and_edited_come_in_with_the_edits() throws IOException, FolderFault {
        var list = OfficeForm.read(edited(paper("summary.docx"), "13900000000", "13911111111"), "汇总表.docx", Samples.CALL);
        assertThat(list.document()).isEqualTo(FormDocument.SUMMARY);
        assertThat(list.values().text("department.contact")).isEqualTo("方知远");
        assertThat(list.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(1);
            assertThat(row.values().text("listContact.details")).isEqualTo("13911111111");
            assertThat(row.values().codes("exhibitForms")).containsExactly("object", "graphic");
            assertThat(row.values().text("disclosure")).isEqualTo("public");
        });
        assertThat(list.remarks()).isEmpty();
        var statement = OfficeForm.read(edited(paper("01/statement.docx"), "论文6篇", "论文9篇"), "文字说明.docx", Samples.CALL);
        assertThat(statement.document()).isEqualTo(FormDocument.STATEMENT);
        assertThat(statement.values().text("kind")).isEqualTo("project");
        assertThat(statement.values().text("statement.effect")).isEqualTo("论文9篇。");
        assertThat(statement.cells()).filteredOn(cell -> cell.field().startsWith(Values.STATEMENT)).extracting(ReadCell::label)
                .containsExactly("要解决的问题", "取得的突破", "作用和成效");
        assertThat(statement.remarks()).isEmpty();
    }

    private Path paper(String path) throws IOException, FolderFault {
        Samples.file(folder, "nomination.json", JSON);
        var read = FolderReader.read(folder, Samples.CALL, Look.DIGESTS);
        var paper = new PaperSet(read.material(), Samples.CALL, file -> {
            throw new IOException(file);
        }, List.of(), LocalDate.of(2015, 7, 10), Papers.bundled()).named(path).orElseThrow();
        return Samples.file(folder, "out/" + path, paper.bytes());
    }

    private Path edited(Path file, String before, String after) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file))); var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                var bytes = in.readAllBytes();
                var text = new String(bytes, StandardCharsets.UTF_8);
                zip.write(entry.getName().equals("word/document.xml") ? text.replace(before, after).getBytes(StandardCharsets.UTF_8) : bytes);
            }
        }
        return Files.write(folder.resolve("edited.docx"), out.toByteArray());
    }

    // ------------------------------------------------------------------------------------------------ annex 1 in Excel

    private static final String SHEET = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s</sheetData>%s</worksheet>";
    private static final List<String> HEADS = List.of("序号", "项目或者活动名称", "中方承担或者主办（承办单位）", "外方合作单位", "联系人", "联系方式", "展出形式", "其他要求");

    private Path excel(String merged, List<List<String>> rows, String secondSheet) throws IOException {
        var sheet = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            sheet.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                sheet.append("<c r=\"").append((char) ('A' + c)).append(r + 1).append("\" t=\"inlineStr\"><is><t>").append(rows.get(r).get(c)).append("</t></is></c>");
            }
            sheet.append("</row>");
        }
        var book = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"汇总\" r:id=\"rId1\"/>"
                + "<sheet name=\"备用\" r:id=\"rId2\"/></sheets></workbook>";
        var relation = "<Relationship Id=\"rId%d\" Type=\"http://x/relationships/worksheet\" Target=\"worksheets/sheet%d.xml\"/>";
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : List.of(List.of("xl/workbook.xml", book), List.of("xl/_rels/workbook.xml.rels", "<R>" + relation.formatted(1, 1) + relation.formatted(2, 2) + "</R>"),
                    List.of("xl/worksheets/sheet1.xml", SHEET.formatted(sheet, merged)), List.of("xl/worksheets/sheet2.xml",
                            SHEET.formatted("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + secondSheet + "</t></is></c></row>", "")))) {
                zip.putNextEntry(new ZipEntry(part.get(0)));
                zip.write(part.get(1).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return Files.write(folder.resolve("list.xlsx"), out.toByteArray());
    }

    @Test void a_summary_table_in_excel_tells_two_boxes_merged_cells_a_number_twice_and_a_second_sheet() throws IOException {
        var file = excel("<mergeCells><mergeCell ref=\"C3:C4\"/></mergeCells>", List.of(List.of("组织（推荐）部门（盖章）：示例省科学技术厅"), HEADS,
                List.of("1", "甲成果", "甲单位", "无", "张", "1", "√实物 □模型 □视频 □文字图片", "☑公开 ☑非公开"),
                List.of("1", "乙成果", "", "无", "李", "2", "□实物 ☑模型 □视频 □文字图片", "☑公开 □非公开"),
                List.of("填表人：王")), "另有三项备选");
        var read = OfficeForm.read(file, "a.xlsx", Samples.CALL);
        assertThat(read.document()).isEqualTo(FormDocument.SUMMARY);
        assertThat(read.values().text("department.name")).isEqualTo("示例省科学技术厅");
        assertThat(read.rows()).extracting(row -> row.values().text("name")).containsExactly("甲成果", "乙成果");
        assertThat(read.rows().get(0).values().all()).doesNotContainKey("disclosure");
        assertThat(read.rows().get(0).remarks()).extracting(Remark::kind).containsExactly(Kind.TOO_MANY);
        assertThat(read.rows().get(1).values().text("disclosure")).isEqualTo("public");
        assertThat(read.remarks()).extracting(each -> each.kind() + " " + each.field() + " " + each.where().zh()).containsExactlyInAnyOrder(
                "MERGED_ABOVE undertaker 工作表“汇总”C4", "TOO_MANY disclosure 工作表“汇总”H3", "TWICE  工作表“汇总”A4", "MISSING department.contact 整个文件",
                "MISSING department.telephone 整个文件", "MISSING department.fax 整个文件", "LEFT_OVER  工作表“汇总”A5", "LEFT_OVER  工作表“备用”A1");
        assertThat(read.leftOver()).extracting(LeftOver::text).containsExactlyInAnyOrder("☑公开 ☑非公开", "填表人：王", "另有三项备选");
    }

    // ------------------------------------------------------------------------------------------------ statements, notes, strangers

    @Test void a_statement_without_headings_is_prose_when_it_is_asked_for_as_one() throws IOException {
        var body = OfficeSamples.paragraphs("第一段。") + "<w:p><w:r><w:t>第二段</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>。</w:t></w:r></w:p>" + "<w:p><w:r><w:pict><w:txbxContent>" + OfficeSamples.paragraphs("图注") + "</w:txbxContent></w:pict></w:r></w:p>";
        var file = Samples.word(folder, body).source();
        assertThat(OfficeForm.read(file, "x.docx", Samples.CALL).document()).isEqualTo(FormDocument.UNKNOWN);
        var read = OfficeForm.read(file, "x.docx", Samples.CALL, Asked.as(FormDocument.STATEMENT));
        assertThat(read.prose()).isEqualTo("第一段。\n第二段。\n图注");
        assertThat(read.values().blank()).isTrue();
        assertThat(read.remarks()).extracting(Remark::kind).containsExactly(Kind.DELETED);
    }

    @Test void an_object_note_hands_out_words_that_are_no_part_of_it() throws IOException {
        var body = OfficeSamples.paragraphs("实物说明", "名称：深潜器模型", "尺寸：长120cm×宽50cm×高35cm（不含底座）", "重量：约15公斤", "展出时请避光");
        var read = OfficeForm.read(Samples.word(folder, body).source(), "x.docx", Samples.CALL);
        assertThat(read.document()).isEqualTo(FormDocument.OBJECT_NOTE);
        assertThat(read.objects()).singleElement().satisfies(object -> {
            assertThat(object.name()).isEqualTo("深潜器模型");
            assertThat(List.of(object.lengthCm(), object.widthCm(), object.heightCm(), object.weightKg())).containsExactly(120.0, 50.0, 35.0, 15.0);
        });
        assertThat(read.leftOver()).extracting(LeftOver::text).containsExactlyInAnyOrder("（不含底座）", "展出时请避光");
    }

    @Test void of_a_file_that_is_none_of_them_every_word_is_handed_out() throws IOException {
        var read = OfficeForm.read(Samples.word(folder, OfficeSamples.paragraphs("会议通知") + OfficeSamples.table(List.of(List.of("时间", "周三")))).source(), "通知.docx", Samples.CALL);
        assertThat(read.document()).isEqualTo(FormDocument.UNKNOWN);
        assertThat(read.leftOver()).extracting(LeftOver::text).containsExactly("会议通知", "时间", "周三");
        assertThat(read.remarks()).extracting(Remark::kind).contains(Kind.UNKNOWN);
    }

    @ParameterizedTest @CsvSource({"board-form-libreoffice.docx,BOARD_FORM", "summary-libreoffice.xlsx,SUMMARY", "statement-libreoffice.docx,STATEMENT", "statement-97.doc,STATEMENT"})
    void which_paper_it_is_is_told_by_its_content(String name, FormDocument document) {
        var read = OfficeForm.read(Samples.fixture(name).source(), "文件" + name.substring(name.indexOf('.')), Samples.CALL);
        assertThat(read.document()).isEqualTo(document);
        assertThat(read.leftOver()).isEmpty();
    }
}
