package huizhan.documents;

import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A PDF/A-2u file (ISO 19005-2) that is being drawn: pages, subset fonts, pictures, sRGB. The same drawing gives the same bytes. */
final class PdfFile implements PaperFile {
    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final double width;
    private final double height;
    private final Subsets subsets = new Subsets();
    private final List<Ink> pages = new ArrayList<>();
    private final COSDictionary objects = new COSDictionary();
    private final Map<Jpeg, String> pictures = new IdentityHashMap<>();

    /** Measures in millimetres. */
    PdfFile(double widthMm, double heightMm) {
        width = widthMm * Ink.MM;
        height = heightMm * Ink.MM;
    }

    static PdfFile a4(boolean landscape) {
        return landscape ? new PdfFile(297, 210) : new PdfFile(210, 297);
    }

    @Override public double width() {
        return width;
    }

    @Override public double height() {
        return height;
    }

    @Override public Ink page() {
        var ink = new Ink(subsets, height);
        pages.add(ink);
        return ink;
    }

    @Override public String picture(Jpeg jpeg) {
        return pictures.computeIfAbsent(jpeg, each -> {
            var image = new COSStream();
            image.setItem(COSName.TYPE, COSName.XOBJECT);
            image.setItem(COSName.SUBTYPE, COSName.IMAGE);
            image.setInt(COSName.WIDTH, each.width());
            image.setInt(COSName.HEIGHT, each.height());
            image.setInt(COSName.BITS_PER_COMPONENT, 8);
            image.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            image.setItem(COSName.FILTER, COSName.DCT_DECODE);
            raw(image, each.bytes());
            return add(image);
        });
    }

    /** Its modules are one form that all pages share. */
    @Override public String code(Qr qr) {
        var form = PdfFonts.stream(qr.operators().getBytes(StandardCharsets.US_ASCII));
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, numbers(0, 0, 1, 1));
        form.setItem(COSName.MATRIX, numbers(1, 0, 0, 1, 0, 0));
        form.setItem(COSName.RESOURCES, new COSDictionary());
        return add(form);
    }

    /** The finished file. */
    byte[] bytes(String title, Lang lang) {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream(1 << 17)) {
            document.setVersion(1.7f);
            var fonts = new COSDictionary();
            subsets.all().forEach(subset -> fonts.setItem(COSName.getPDFName(subset.name()), PdfFonts.of(subset)));
            var resources = new COSDictionary();
            resources.setItem(COSName.FONT, fonts);
            resources.setItem(COSName.XOBJECT, objects);
            var content = new StringBuilder(title);
            for (var ink : pages) {
                var page = new PDPage(new PDRectangle((float) width, (float) height));
                var bytes = ink.bytes();
                content.append(Sha256.of(bytes));
                page.getCOSObject().setItem(COSName.CONTENTS, PdfFonts.stream(bytes));
                page.getCOSObject().setItem(COSName.RESOURCES, resources);
                document.addPage(page);
            }
            describe(document, title, lang);
            identify(document, content.toString());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, String title, Lang lang) {
        var catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.LANG, new COSString(lang.tag()));
        var shown = new COSDictionary();
        shown.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
        catalog.setItem(COSName.getPDFName("ViewerPreferences"), shown);
        document.getDocumentInformation().setTitle(title);
        var metadata = new COSStream();
        metadata.setItem(COSName.TYPE, COSName.METADATA);
        metadata.setItem(COSName.SUBTYPE, COSName.getPDFName("XML"));
        raw(metadata, xmp(title, lang).getBytes(StandardCharsets.UTF_8));
        catalog.setItem(COSName.METADATA, metadata);
        var profile = PdfFonts.stream(SRGB);
        profile.setInt(COSName.N, 3);
        var intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setItem(COSName.S, COSName.getPDFName("GTS_PDFA1"));
        intent.setItem(COSName.OUTPUT_CONDITION_IDENTIFIER, new COSString("sRGB"));
        intent.setItem(COSName.INFO, new COSString("sRGB IEC61966-2.1"));
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        var intents = new COSArray();
        intents.add(intent);
        catalog.setItem(COSName.OUTPUT_INTENTS, intents);
    }

    private static void identify(PDDocument document, String content) {
        var half = Arrays.copyOf(HexFormat.of().parseHex(Sha256.of(content).hex()), 16);
        var ids = new COSArray();
        ids.add(new COSString(half));
        ids.add(new COSString(half));
        document.getDocument().getTrailer().setItem(COSName.ID, ids);
    }

    private static String xmp(String title, Lang lang) {
        var safe = title.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\p{Cntrl}", " ");
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="r"?>""".formatted(safe, lang.tag());
    }

    private String add(COSStream object) {
        var name = "X" + objects.size();
        objects.setItem(COSName.getPDFName(name), object);
        return name;
    }

    private static COSArray numbers(double... values) {
        var array = new COSArray();
        for (double value : values) {
            array.add(new COSFloat((float) value));
        }
        return array;
    }

    private static void raw(COSStream stream, byte[] bytes) {
        try (var out = stream.createRawOutputStream()) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
