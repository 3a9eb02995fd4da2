package huizhan.office;

import huizhan.kernel.FileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds out by its first bytes what an Office file is, whatever its name says, and hands it to the reader that can. */
final class OfficeFile {
    static final long LARGEST = 128L << 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int HEAD = 1024;

    private OfficeFile() {}

    /** @param name what the file is called, for the words about it; its content decides */
    static OfficeText text(Path file, String name) throws OfficeFault {
        var head = head(file);
        if (begins(head, OLE)) {
            if (FileNames.extension(name).equals("wps")) {
                throw new OfficeFault("WPS 文字的 .wps 格式，请在 WPS 中选择“文件—另存为”，文件类型选 Word 文件（.docx）",
                        "it is in the .wps format of WPS Writer; in WPS choose File, Save As, and the type Word (.docx)");
            }
            return OldWord.read(file, name);
        }
        if (!begins(head, ZIP)) {
            throw other(head);
        }
        try (var office = OfficePackage.open(file)) {
            return text(office);
        }
    }

    private static OfficeText text(OfficePackage office) throws OfficeFault {
        var main = office.main(office.has("xl/workbook.xml") ? "xl/workbook.xml" : "word/document.xml");
        if (main.startsWith("word/") && office.has(main)) {
            return WordText.read(office, main);
        }
        if (main.equals("xl/workbook.xml") && office.has(main)) {
            return SheetText.read(office);
        }
        if (office.has("content.xml") || office.has("mimetype")) {
            throw new OfficeFault("OpenDocument 格式，请另存为 .docx 或 .xlsx", "it is an OpenDocument file; save it as .docx or .xlsx");
        }
        throw new OfficeFault("不是 Word 或 Excel 文件，请另存为 .docx 或 .xlsx", "it is no Word or Excel file; save it as .docx or .xlsx");
    }

    private static byte[] head(Path file) throws OfficeFault {
        try (var in = Files.newInputStream(file)) {
            if (Files.size(file) > LARGEST) {
                throw new OfficeFault("超过 128 MB，请把照片另外上传后再试", "it is larger than 128 MB; take the pictures out and send them by themselves");
            }
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new OfficeFault("读取失败，请检查介质后重试", "it can't be read; check the medium and try again");
        }
    }

    private static boolean begins(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    /** Programs call web pages and RTF .doc; Word opens them all the same, so people don't know. */
    private static OfficeFault other(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (text.startsWith("{\\rtf")) {
            return anew("RTF 文件", "an RTF file");
        }
        if (List.of("<html", "<!doctype html", "mime-version:").stream().anyMatch(text::contains)) {
            return anew("网页文件", "a web page");
        }
        if (text.contains("<?mso-application") || text.contains("schemas.microsoft.com/office")) {
            return anew("XML 文档", "an XML document");
        }
        return new OfficeFault("不是 Word 或 Excel 文件，请另存为 .docx 或 .xlsx", "it is no Word or Excel file; save it as .docx or .xlsx");
    }

    private static OfficeFault anew(String zh, String en) {
        return new OfficeFault("实际是" + zh + "，请用 Word 打开，选择“另存为”，类型选 Word 文档（.docx）",
                "it is really " + en + "; open it in Word, choose Save As and the type Word document (.docx)");
    }
}
