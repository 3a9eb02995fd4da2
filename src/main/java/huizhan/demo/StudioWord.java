package huizhan.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The least Word file that Word opens (ECMA-376): paragraphs and tables, as someone types them without our form. */
final class StudioWord {
    private static final String TYPES = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    private static final String RELATIONS = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

    private final StringBuilder body = new StringBuilder();

    StudioWord paragraph(String text) {
        text.lines().forEach(line -> body.append("<w:p><w:r><w:t xml:space=\"preserve\">").append(escaped(line)).append("</w:t></w:r></w:p>"));
        return this;
    }

    /** Rows of cells; a line end in a cell begins a new paragraph. */
    StudioWord table(List<List<String>> rows) {
        body.append("<w:tbl><w:tblPr/><w:tblGrid/>");
        for (var row : rows) {
            body.append("<w:tr>");
            row.forEach(this::cell);
            body.append("</w:tr>");
        }
        body.append("</w:tbl><w:p/>");
        return this;
    }

    private void cell(String text) {
        body.append("<w:tc>");
        paragraph(text.isEmpty() ? " " : text);
        body.append("</w:tc>");
    }

    byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", TYPES);
            part(zip, "_rels/.rels", RELATIONS);
            part(zip, "word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                    + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body + "</w:body></w:document>");
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static List<String> row(String... cells) {
        return new ArrayList<>(List.of(cells));
    }
}
