package huizhan.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The zip around a Word or Excel file (ECMA-376 part 2), opened without trust: only the few parts that hold text are unpacked, each up
 * to a limit; macros, old binary and encrypted files, entities and document types are refused (ASVS 1.5.1, 5.2.3).
 */
final class OfficePackage implements AutoCloseable {
    static final int LARGEST_PART = 24 << 20;
    private static final int MOST_PARTS = 4_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;

    private OfficePackage(ZipFile zip) {
        this.zip = zip;
    }

    static OfficePackage open(Path file) throws OfficeFault {
        try {
            begins(file);
            var opened = new OfficePackage(new ZipFile(file.toFile()));
            opened.checked();
            return opened;
        } catch (ZipException e) {
            throw new OfficeFault("整个文件（已损坏，请用 Word 打开后另存）");
        } catch (IOException e) {
            throw new OfficeFault("整个文件（读取失败，请检查介质后重试）");
        }
    }

    private static void begins(Path file) throws IOException, OfficeFault {
        var head = new byte[4];
        try (var in = Files.newInputStream(file)) {
            int length = in.readNBytes(head, 0, 4);
            if (length == 4 && Arrays.equals(head, OLE)) {
                throw new OfficeFault("整个文件（旧格式或已加密，请去掉密码并另存为 .docx 或 .xlsx）");
            }
            if (length < 4 || !Arrays.equals(head, ZIP)) {
                throw new OfficeFault("整个文件（不是 Word 或 Excel 文件，请另存为 .docx 或 .xlsx）");
            }
        }
    }

    private void checked() throws OfficeFault {
        boolean macros = zip.stream().anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"));
        if (zip.size() > MOST_PARTS || macros) {
            close();
            throw new OfficeFault(macros ? "整个文件（含宏，请另存为不带宏的 .docx 或 .xlsx）" : "整个文件（内部结构异常，请用 Word 打开后另存）");
        }
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** A reader over one part; empty where the part isn't there. */
    Optional<XMLStreamReader> part(String name) throws OfficeFault {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(LARGEST_PART + 1);
            if (bytes.length > LARGEST_PART) {
                throw new OfficeFault("整个文件（展开后过大，请删去多余内容后另存）");
            }
            return Optional.of(XML.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (IOException | XMLStreamException e) {
            throw damaged();
        }
    }

    static OfficeFault damaged() {
        return new OfficeFault("整个文件（内部已损坏，请用 Word 打开后另存）");
    }

    /** The next event; a document type, which no Office program writes, is refused. */
    static int next(XMLStreamReader xml) throws OfficeFault {
        try {
            int event = xml.next();
            if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
                throw new OfficeFault("整个文件（含不允许的内部声明，请用 Word 打开后另存）");
            }
            return event;
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    @Override public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
