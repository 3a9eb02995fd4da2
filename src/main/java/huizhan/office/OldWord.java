package huizhan.office;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import huizhan.kernel.FileNames;
import huizhan.kernel.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.slf4j.LoggerFactory;

/** Word's binary format of 1997 to 2003, as far as POI reads it (ADR 0022). */
final class OldWord {
    private static final String ANEW = "请用 Word 或 WPS 打开，选择“另存为”，类型选 Word 文档（.docx）";
    private static final String ANEW_EN = "open it in Word or WPS, choose Save As and the type Word document (.docx)";

    /** POI tells the log what it thinks of a file; a command's log is its output. */
    static {
        if (LoggerFactory.getLogger("org.apache.poi") instanceof Logger poi) {
            poi.setLevel(Level.ERROR);
        }
    }

    private OldWord() {}

    static OfficeText read(Path file, String name) throws OfficeFault {
        try (var ole = new POIFSFileSystem(file.toFile(), true)) {
            known(ole.getRoot());
            try (var document = new HWPFDocument(ole.getRoot())) {
                var text = new OldWordText(document).read();
                var said = FileNames.extension(name).equals("doc") ? "" : FileNames.extension(name);
                return text.with(List.of(new Extra(Extra.Kind.OLD, Spot.FILE, said)));
            }
        } catch (EncryptedDocumentException e) {
            throw locked();
        } catch (OldWordFileFormatException e) {
            throw new OfficeFault("Word 97 以前的格式，" + ANEW, "it is in a format older than Word 97; " + ANEW_EN);
        } catch (IOException | RuntimeException e) {
            throw new OfficeFault("旧格式的 Word 文件，读不出来，" + ANEW, "it is an old Word file that can't be read; " + ANEW_EN);
        }
    }

    private static OfficeFault locked() {
        return new OfficeFault("已加密，请去掉打开密码并另存为 .docx 或 .xlsx", "it is encrypted; remove the password and save it as .docx or .xlsx");
    }

    private static void known(DirectoryNode root) throws OfficeFault {
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw locked();
        }
        for (Entry each : root) {
            var name = each.getName().toLowerCase(Locale.ROOT);
            if (name.equals("macros") || name.startsWith("_vba_project")) {
                throw new OfficeFault("含宏，请另存为不带宏的 .docx 或 .xlsx", "it holds macros; save it as .docx or .xlsx, which have none");
            }
        }
        if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
            throw new OfficeFault("旧格式的 Excel 文件，请用 Excel 或 WPS 打开并另存为 .xlsx",
                    "it is an old Excel file; open it in Excel or WPS and save it as .xlsx");
        }
        if (!root.hasEntryCaseInsensitive("WordDocument")) {
            throw new OfficeFault("不是 Word 文件，" + ANEW, "it is no Word file; " + ANEW_EN);
        }
    }

    /** Parts beside the body, by the name that a person gives them. */
    static void beside(HWPFDocument document, List<Extra> extras) {
        var parts = Map.of(new Text("页眉页脚", "page heads and feet"), document.getHeaderStoryRange(), new Text("脚注", "footnotes"), document.getFootnoteRange(),
                new Text("尾注", "endnotes"), document.getEndnoteRange(), new Text("批注", "comments"), document.getCommentsRange());
        parts.forEach((name, range) -> {
            var kind = name.en().equals("comments") ? Extra.Kind.COMMENT : name.en().endsWith("notes") ? Extra.Kind.FOOTNOTE : Extra.Kind.MARGIN;
            var lines = new ArrayList<String>();
            for (int i = 0; range != null && i < range.numParagraphs(); i++) {
                lines.add(OldWordText.plain(Range.stripFields(range.getParagraph(i).text())).strip());
            }
            WordBeside.lines(lines, kind, name, extras);
        });
    }

    /** Text boxes all hang at one place for the reader: where they stand in the text isn't told. */
    static List<OfficeText.Block> boxes(HWPFDocument document) {
        var blocks = new ArrayList<OfficeText.Block>();
        var range = document.getMainTextboxRange();
        for (int i = 0; range != null && i < range.numParagraphs(); i++) {
            var text = OldWordText.plain(range.getParagraph(i).text());
            if (!text.isBlank()) {
                blocks.add(new OfficeText.Paragraph(text, false, Spot.box(Spot.FILE), Optional.of(Spot.FILE)));
            }
        }
        return blocks;
    }
}
