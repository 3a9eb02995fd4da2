package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Calls;
import java.nio.file.Path;
import java.util.List;

/** Office files made by other programs, and pieces of Word's XML to make odd ones of. */
public final class OfficeSamples {
    public static final Call CALL = Calls.in(Path.of("calls/2015-cooperation").toAbsolutePath());

    private OfficeSamples() {}

    public static Path fixture(String name) {
        return Path.of("src/test/resources/office", name);
    }

    public static String paragraphs(String... lines) {
        var body = new StringBuilder();
        for (var line : lines) {
            body.append("<w:p><w:r><w:t xml:space=\"preserve\">").append(line).append("</w:t></w:r></w:p>");
        }
        return body.toString();
    }

    public static String table(List<List<String>> rows) {
        var body = new StringBuilder("<w:tbl>");
        for (var row : rows) {
            body.append("<w:tr>");
            row.forEach(cell -> body.append("<w:tc>").append(paragraphs(cell.split("\n", -1))).append("</w:tc>"));
            body.append("</w:tr>");
        }
        return body.append("</w:tbl>").toString();
    }
}
