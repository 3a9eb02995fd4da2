package huizhan.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The zip around a Word or Excel file (ECMA-376 part 2), opened without trust: only the few parts that hold text or pictures are unpacked,
 * each up to a limit; macros, linked content, entities and document types are refused (ASVS 1.5.1, 5.2.3).
 */
final class OfficePackage implements AutoCloseable {
    static final int LARGEST_PART = 24 << 20;
    private static final int MOST_PARTS = 4_000;
    private static final int MOST_RELATIONS = 200;
    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final Map<String, Map<String, Relation>> relations = new LinkedHashMap<>();
    private final Map<String, Optional<byte[]>> pictures = new LinkedHashMap<>();
    private final PictureBudget budget = new PictureBudget();

    /** @param type the last word of its type, e.g. {@code image}; target the part's name, or what lies outside */
    record Relation(String type, String target, boolean outside) {}

    private OfficePackage(ZipFile zip) {
        this.zip = zip;
    }

    static OfficePackage open(Path file) throws OfficeFault {
        try {
            var opened = new OfficePackage(new ZipFile(file.toFile()));
            try {
                opened.checked();
                return opened;
            } catch (OfficeFault e) {
                opened.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new OfficeFault("已损坏，请用 Word 打开后另存", "it is damaged; open it in Word and save it anew");
        } catch (IOException e) {
            throw new OfficeFault("读取失败，请检查介质后重试", "it can't be read; check the medium and try again");
        }
    }

    private void checked() throws OfficeFault {
        if (zip.size() > MOST_PARTS) {
            throw new OfficeFault("内部结构异常，请用 Word 打开后另存", "its inside is unusual; open it in Word and save it anew");
        }
        if (zip.stream().map(entry -> entry.getName().toLowerCase(Locale.ROOT)).anyMatch(name -> name.endsWith("vbaproject.bin")) || macroType()) {
            throw new OfficeFault("含宏，请另存为不带宏的 .docx 或 .xlsx", "it holds macros; save it as .docx or .xlsx, which have none");
        }
        for (var each : zip.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".rels")).limit(MOST_RELATIONS).toList()) {
            noLinks(relations(each));
        }
    }

    private boolean macroType() throws OfficeFault {
        var types = part("[Content_Types].xml");
        if (types.isEmpty()) {
            return false;
        }
        var xml = types.get();
        for (int event = next(xml); event != XMLStreamReader.END_DOCUMENT; event = next(xml)) {
            if (event == XMLStreamReader.START_ELEMENT && String.valueOf(xml.getAttributeValue(null, "ContentType")).contains("macroEnabled")) {
                return true;
            }
        }
        return false;
    }

    /** A link that a person may click is only text; a template on the writer's own disc is never opened. Everything else would be fetched. */
    private static void noLinks(Map<String, Relation> relations) throws OfficeFault {
        for (var each : relations.values()) {
            boolean template = each.type().equals("attachedTemplate") && each.target().matches("(?i)(file:///)?[a-z]:[\\\\/].*");
            if (each.outside() && !each.type().equals("hyperlink") && !template) {
                throw new OfficeFault("链接了文件以外的内容，请在 Word 中断开链接、改为嵌入后另存",
                        "it links to content outside the file; break the links in Word, embed what is needed and save it anew");
            }
        }
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** The part that the package calls its document; the usual name where it says nothing. */
    String main(String otherwise) throws OfficeFault {
        return relations("_rels/.rels").values().stream().filter(each -> each.type().equals("officeDocument")).map(Relation::target)
                .filter(this::has).findFirst().orElse(otherwise);
    }

    /** What a part refers to, by the name of the reference. */
    Map<String, Relation> relationsOf(String part) throws OfficeFault {
        int slash = part.lastIndexOf('/') + 1;
        return relations(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels");
    }

    /** The parts of a type that a part refers to, in order. */
    List<String> partsOf(String part, String type) throws OfficeFault {
        return relationsOf(part).values().stream().filter(each -> each.type().equals(type) && !each.outside()).map(Relation::target).filter(this::has).toList();
    }

    private Map<String, Relation> relations(String name) throws OfficeFault {
        if (!relations.containsKey(name)) {
            relations.put(name, readRelations(name));
        }
        return relations.get(name);
    }

    private Map<String, Relation> readRelations(String name) throws OfficeFault {
        var read = new LinkedHashMap<String, Relation>();
        var part = part(name);
        var folder = name.substring(0, Math.max(0, name.lastIndexOf("_rels/")));
        if (part.isPresent()) {
            var xml = part.get();
            for (int event = next(xml); event != XMLStreamReader.END_DOCUMENT; event = next(xml)) {
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
                    var type = String.valueOf(xml.getAttributeValue(null, "Type"));
                    var target = String.valueOf(xml.getAttributeValue(null, "Target"));
                    boolean outside = "External".equals(xml.getAttributeValue(null, "TargetMode"));
                    read.put(String.valueOf(xml.getAttributeValue(null, "Id")),
                            new Relation(type.substring(type.lastIndexOf('/') + 1), outside ? target : resolved(folder, target), outside));
                }
            }
        }
        return read;
    }

    private static String resolved(String folder, String target) {
        var path = Path.of("/" + (target.startsWith("/") ? "" : folder)).resolve(target.replace('\\', '/').replace('\0', ' ')).normalize();
        return path.toString().substring(1);
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
                throw new OfficeFault("展开后过大，请删去多余内容后另存", "it is too large when unpacked; delete what isn't needed and save it anew");
            }
            return Optional.of(XML.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (IOException | XMLStreamException e) {
            throw damaged();
        }
    }

    /** What the file's pictures may still take. */
    PictureBudget budget() {
        return budget;
    }

    /** The bytes of a picture, unpacked once however often it is shown; empty where it isn't there or all pictures together pass the limit. */
    Optional<byte[]> picture(String name) throws OfficeFault {
        if (!pictures.containsKey(name)) {
            pictures.put(name, unpacked(name));
        }
        return pictures.get(name);
    }

    private Optional<byte[]> unpacked(String name) throws OfficeFault {
        var entry = zip.getEntry(name);
        if (entry == null || !budget.holds(entry.getSize())) {
            return Optional.empty();
        }
        try (var in = zip.getInputStream(entry)) {
            return budget.read(in);
        } catch (IOException e) {
            throw damaged();
        }
    }

    static OfficeFault damaged() {
        return new OfficeFault("内部已损坏，请用 Word 打开后另存", "its inside is damaged; open it in Word and save it anew");
    }

    /** The next event; a document type, which no Office program writes, is refused. */
    static int next(XMLStreamReader xml) throws OfficeFault {
        try {
            int event = xml.next();
            if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
                throw new OfficeFault("含不允许的外部实体声明，请用 Word 打开后另存",
                        "it declares outside entities, which isn't allowed; open it in Word and save it anew");
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
