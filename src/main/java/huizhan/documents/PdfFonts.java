package huizhan.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Writes a subset into a PDF as a Type 0 font with Identity-H codes and a map back to Unicode (ISO 32000-1, 9.7; PDF/A-2u). */
final class PdfFonts {
    private static final int MOST_IN_A_BLOCK = 100;

    private PdfFonts() {}

    static COSDictionary of(Subset subset) {
        var program = subset.program();
        var name = COSName.getPDFName(name(subset, program));
        var type0 = named("Font");
        type0.setItem(COSName.SUBTYPE, COSName.TYPE0);
        type0.setItem(COSName.BASE_FONT, name);
        type0.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        type0.setItem(COSName.TO_UNICODE, stream(unicode(subset).getBytes(StandardCharsets.US_ASCII)));
        var descendants = new COSArray();
        descendants.add(descendant(subset, name, program));
        type0.setItem(COSName.DESCENDANT_FONTS, descendants);
        return type0;
    }

    private static COSDictionary descendant(Subset subset, COSName name, byte[] program) {
        var font = named("Font");
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        font.setItem(COSName.BASE_FONT, name);
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);
        font.setItem(COSName.CIDSYSTEMINFO, system);
        font.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
        var widths = new COSArray();
        subset.glyphs().forEach(glyph -> widths.add(new COSFloat((float) Math.round(subset.typeface().width(glyph) * 100) / 100)));
        var all = new COSArray();
        all.add(COSInteger.ZERO);
        all.add(widths);
        font.setItem(COSName.W, all);
        font.setItem(COSName.FONT_DESC, descriptor(subset.typeface(), name, program));
        return font;
    }

    private static COSDictionary descriptor(Typeface face, COSName name, byte[] program) {
        var descriptor = named("FontDescriptor");
        descriptor.setItem(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, 4);
        var box = new COSArray();
        for (int edge : face.box) {
            box.add(COSInteger.get(scaled(edge, face)));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, scaled(face.ascent, face));
        descriptor.setInt(COSName.DESCENT, scaled(face.descent, face));
        descriptor.setInt(COSName.CAP_HEIGHT, 700);
        descriptor.setInt(COSName.STEM_V, 80);
        var file = stream(program);
        file.setInt(COSName.LENGTH1, program.length);
        descriptor.setItem(COSName.FONT_FILE2, file);
        return descriptor;
    }

    private static int scaled(int units, Typeface face) {
        return Math.round(units * 1000f / face.unitsPerEm);
    }

    private static COSDictionary named(String type) {
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.getPDFName(type));
        return dictionary;
    }

    /** A subset's name: the tag of its bytes and the font's PostScript name. */
    static String name(Subset subset, byte[] program) {
        return tag(program) + "+" + postscript(subset.typeface());
    }

    /** Six capitals before the name mark a subset; they come from its bytes, so that the same content gives the same file. */
    private static String tag(byte[] program) {
        var crc = new CRC32();
        crc.update(program);
        var tag = new StringBuilder();
        for (long value = crc.getValue(); tag.length() < 6; value /= 26) {
            tag.append((char) ('A' + value % 26));
        }
        return tag.toString();
    }

    private static String postscript(Typeface face) {
        var name = face.name(6).replaceAll("[^A-Za-z0-9-]", "");
        return name.isEmpty() ? "Font" : name;
    }

    private static String unicode(Subset subset) {
        var out = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        int count = subset.texts().size();
        for (int from = 1; from < count; from += MOST_IN_A_BLOCK) {
            int to = Math.min(count, from + MOST_IN_A_BLOCK);
            out.append(to - from).append(" beginbfchar\n");
            for (int code = from; code < to; code++) {
                out.append("<%04X> <".formatted(code));
                subset.texts().get(code).chars().forEach(unit -> out.append("%04X".formatted(unit)));
                out.append(">\n");
            }
            out.append("endbfchar\n");
        }
        return out.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }

    static COSStream stream(byte[] bytes) {
        var stream = new COSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream;
    }
}
