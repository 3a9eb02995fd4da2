package huizhan.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes filled copies of annex 2 as people hand them in: whole, or odd in one way. A cell is its XML, so that anything can stand in it. */
final class OddForms {
    private static final String DOCUMENT = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    final List<List<String>> rows = new ArrayList<>();
    final Map<String, byte[]> parts = new LinkedHashMap<>();
    final List<String> relations = new ArrayList<>();
    String before = "";
    String after = "";
    String prologue = "";

    OddForms() {
        row("项目名称", "轻合金联合实验室");
        row("单位名称", "云岭材料学院");
        row("合作国别", "德国、法国");
        row("项目领域", "材料科学技术");
        row("外方合作单位", "莱茵轻金属研究所");
        row("中方投入情况", "经费1200万元");
        row("外方投入情况", "设备450万元");
        row("合作性质", "☑政府间", "□部门、地方间", "□院所、企业间", "□其他：");
        row("项目起始时间及完成情况：\n2011年3月启动，2015年完成");
        row("单位联系人", "沈若禾", "电　话", "0899-5550111", "传　真", "0899-5550112");
        row("手　机", "13900000000", "电子信箱", "contact@example.org");
        row("展板文字（不超过200字）：\n铸造镁合金强度提高35%。");
        row("展板照片（2-4张）", "序号", "文件名称", "照片简要说明");
        row("", "1", "a.jpg", "签约现场");
        row("", "2", "b.jpg", "试验现场");
        row("保密部门审核意见（可另附纸）：\n同意公开。");
        row("知识产权归属情况说明（可另附纸）：\n双方共有。");
        row("其他制作要求：\n无");
        row("推荐部门意见：\n同意推荐。");
        row("参展单位（盖章）\n2015年　　月　　日");
    }

    /** What {@link #OddForms()} says, as a draft keeps it. */
    static Map<String, String> whole() {
        var whole = new LinkedHashMap<String, String>();
        whole.put("name", "轻合金联合实验室");
        whole.put("board.unit", "云岭材料学院");
        whole.put("board.countries", "DE\nFR");
        whole.put("board.fields", "materials");
        whole.put("board.foreignPartner", "莱茵轻金属研究所");
        whole.put("board.chineseInvestment", "经费1200万元");
        whole.put("board.foreignInvestment", "设备450万元");
        whole.put("board.natures", "intergovernmental");
        whole.put("board.startAndCompletion", "2011年3月启动，2015年完成");
        whole.put("board.contact.name", "沈若禾");
        whole.put("board.contact.telephone", "0899-5550111");
        whole.put("board.contact.fax", "0899-5550112");
        whole.put("board.contact.mobile", "13900000000");
        whole.put("board.contact.email", "contact@example.org");
        whole.put("board.text", "铸造镁合金强度提高35%。");
        whole.put("board.confidentialityOpinion", "同意公开。");
        whole.put("board.intellectualProperty", "双方共有。");
        whole.put("board.wishes", "无");
        whole.put("board.departmentOpinion", "同意推荐。");
        return whole;
    }

    static String cell(String text) {
        return "<w:tc>" + OfficeSamples.paragraphs(text.split("\n", -1)) + "</w:tc>";
    }

    static String xmlCell(String xml) {
        return "<w:tc>" + xml + "</w:tc>";
    }

    void row(String... texts) {
        rows.add(new ArrayList<>(List.of(texts).stream().map(OddForms::cell).toList()));
    }

    /** The row that begins with a label. */
    List<String> at(String label) {
        return rows.stream().filter(row -> row.get(0).contains(">" + label)).findFirst().orElseThrow();
    }

    OddForms set(String label, int index, String cellXml) {
        at(label).set(index, cellXml);
        return this;
    }

    OddForms relation(String id, String type, String target, boolean outside) {
        relations.add("<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"%s/>".formatted(id, OFFICE + type, target, outside ? " TargetMode=\"External\"" : ""));
        return this;
    }

    OddForms part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    OddForms part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path in(Path folder, String name) throws IOException {
        var body = new StringBuilder(before).append("<w:tbl>");
        rows.forEach(row -> body.append("<w:tr>").append(String.join("", row)).append("</w:tr>"));
        body.append("</w:tbl>").append(after);
        var all = new LinkedHashMap<String, byte[]>();
        all.put("word/document.xml", (prologue + DOCUMENT + OfficeSamples.paragraphs("附件2", "展板信息登记表") + body + "</w:body></w:document>").getBytes(StandardCharsets.UTF_8));
        all.put("word/_rels/document.xml.rels", ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + String.join("", relations) + "</Relationships>").getBytes(StandardCharsets.UTF_8));
        all.putAll(parts);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var each : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return Files.write(folder.resolve(name), out.toByteArray());
    }

    Reading read(Path folder) throws IOException {
        return OfficeForm.read(in(folder, "form.docx"), "展板信息登记表.docx", OfficeSamples.CALL);
    }

    /** A text box as Word writes it: the drawing and its older twin. */
    static String box(String text) {
        var inside = "<w:txbxContent>" + OfficeSamples.paragraphs(text) + "</w:txbxContent>";
        return "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>" + inside + "</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
                + "<mc:Fallback><w:pict><v:textbox>" + inside + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    }

    /** A check box as a content control, whose sign says nothing. */
    static String control(boolean ticked, String label) {
        return "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"" + (ticked ? 1 : 0) + "\"/><w14:checkedState w14:val=\"2605\"/></w14:checkbox></w:sdtPr>"
                + "<w:sdtContent><w:r><w:t>★</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>" + label + "</w:t></w:r>";
    }

    /** A check box of Word's old forms. */
    static String oldControl(boolean ticked, String label) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/>" + (ticked ? "<w:checked/>" : "")
                + "</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                + "<w:r><w:t>" + label + "</w:t></w:r>";
    }

    /** What a reading says, as a draft would keep it. */
    static Map<String, String> draft(Reading read) {
        var draft = new LinkedHashMap<String, String>();
        read.values().all().forEach((id, values) -> draft.put(id, String.join("\n", values)));
        return draft;
    }
}
