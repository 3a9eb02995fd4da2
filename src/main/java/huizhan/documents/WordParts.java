package huizhan.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;

/** What a Word file says about itself: language, fonts and their substitutes, title. No times, so that the same content gives the same bytes. */
final class WordParts {
    private static final String FONT_TABLE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <w:font w:name="宋体"><w:altName w:val="SimSun"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>
            <w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
            <w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/><w:family w:val="swiss"/></w:font>
            <w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>
            <w:font w:name="SimSun-ExtB"><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
            <w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>
            </w:fonts>""";

    /** The earliest day that a ZIP file can name. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private WordParts() {}

    /** The file, without the moment of writing in its ZIP entries. */
    static byte[] bytes(XWPFDocument document) throws IOException {
        var written = new ByteArrayOutputStream(1 << 15);
        document.write(written);
        var out = new ByteArrayOutputStream(written.size());
        try (var from = new ZipInputStream(new ByteArrayInputStream(written.toByteArray())); var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                to.putNextEntry(same);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static void prepare(XWPFDocument document, String title) throws IOException, InvalidFormatException {
        var styles = document.createStyles();
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        fonts.setEastAsia(WordText.FORM);
        styles.setDefaultFonts(fonts);
        styles.setEastAsia("zh-CN");
        styles.setSpellingLanguage("en-US");
        var core = document.getProperties().getCoreProperties();
        core.setTitle(title);
        core.setCreator("");
        core.getUnderlyingProperties().setLanguageProperty("zh-CN");
        core.setCreated(Optional.of(new Date(0)));
        core.getUnderlyingProperties().setModifiedProperty(Optional.of(new Date(0)));
        var part = document.getPackage().createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
        try (var out = part.getOutputStream()) {
            out.write(FONT_TABLE.getBytes(StandardCharsets.UTF_8));
        }
        document.getPackagePart().addRelationship(part.getPartName(), TargetMode.INTERNAL,
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
    }
}
