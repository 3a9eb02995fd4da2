package huizhan.documents;

import huizhan.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An OFD file (GB/T 33190-2016) that is being drawn: pages, subset fonts, pictures. The same drawing and the same day give the same
 * bytes.
 */
final class OfdFile implements PaperFile {
    private final double width;
    private final double height;
    private final OfdIds ids = new OfdIds();
    private final Subsets subsets = new Subsets();
    private final List<OfdPage> pages = new ArrayList<>();
    private final List<Media> media = new ArrayList<>();
    private final Map<Jpeg, String> pictures = new IdentityHashMap<>();

    /**
     * What the file says about itself.
     *
     * @param day  when it was made
     * @param code the text of the QR code on its pages, so that a program needs no camera; empty for a paper that proves nothing
     */
    record About(String title, LocalDate day, String code) {}

    private record Media(String id, String format, byte[] bytes) {
        String file() {
            return "Image_" + id + (format.equals("JPEG") ? ".jpg" : ".png");
        }
    }

    private OfdFile(double widthMm, double heightMm) {
        width = widthMm * Ink.MM;
        height = heightMm * Ink.MM;
    }

    static OfdFile a4(boolean landscape) {
        return landscape ? new OfdFile(297, 210) : new OfdFile(210, 297);
    }

    @Override public double width() {
        return width;
    }

    @Override public double height() {
        return height;
    }

    @Override public OfdPage page() {
        var page = new OfdPage(subsets, ids, width, height);
        pages.add(page);
        return page;
    }

    @Override public String picture(Jpeg jpeg) {
        return pictures.computeIfAbsent(jpeg, each -> add("JPEG", each.bytes()));
    }

    @Override public String code(Qr qr) {
        return add("PNG", qr.png());
    }

    private String add(String format, byte[] bytes) {
        var id = String.valueOf(ids.next());
        media.add(new Media(id, format, bytes));
        return id;
    }

    /** The finished file. */
    byte[] bytes(About about) {
        var bytes = new ByteArrayOutputStream(1 << 17);
        Map<Subset, OfdFont> fonts = new IdentityHashMap<>();
        subsets.all().forEach(each -> fonts.put(each, OfdFont.of(each)));
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, about, "OFD.xml", utf8(OfdXml.root(about, identifier(about))));
            put(zip, about, "Doc_0/Document.xml", utf8(document()));
            put(zip, about, "Doc_0/PublicRes.xml", utf8(OfdXml.resources(list(fonts))));
            put(zip, about, "Doc_0/DocumentRes.xml", utf8(OfdXml.resources(multimedia())));
            for (int i = 0; i < pages.size(); i++) {
                put(zip, about, "Doc_0/" + location(i), utf8(pages.get(i).xml()));
            }
            for (var subset : subsets.all()) {
                put(zip, about, "Doc_0/Res/" + subset.name() + ".ttf", fonts.get(subset).program());
            }
            for (var each : media) {
                put(zip, about, "Doc_0/Res/" + each.file(), each.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A zip entry's time has no zone when it is given as a local one; so the bytes don't hang on where the program runs. */
    private static void put(ZipOutputStream zip, About about, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(about.day().atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] utf8(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** 32 hexadecimal digits that come from the content, marked as such (RFC 9562, version 8). */
    private String identifier(About about) {
        var content = new StringBuilder(about.title()).append(about.code());
        pages.forEach(page -> content.append(Sha256.of(page.xml())));
        media.forEach(each -> content.append(Sha256.of(each.bytes())));
        var hex = Sha256.of(content.toString()).hex();
        return hex.substring(0, 12) + "8" + hex.substring(13, 16) + "8" + hex.substring(17, 32);
    }

    private String document() {
        var list = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            list.append("<ofd:Page ID=\"").append(pages.get(i).id()).append("\" BaseLoc=\"").append(location(i)).append("\"/>\n");
        }
        return OfdXml.document(ids.last(), "0 0 " + OfdXml.mm(width) + " " + OfdXml.mm(height), list.toString());
    }

    private static String location(int page) {
        return "Pages/Page_" + page + "/Content.xml";
    }

    private String list(Map<Subset, OfdFont> fonts) {
        var list = new StringBuilder("<ofd:Fonts>\n");
        for (var subset : subsets.all()) {
            list.append("<ofd:Font ID=\"").append(ids.of(subset)).append("\" FontName=\"").append(fonts.get(subset).name())
                    .append("\" Charset=\"unicode\"><ofd:FontFile>").append(subset.name()).append(".ttf</ofd:FontFile></ofd:Font>\n");
        }
        return subsets.all().isEmpty() ? "" : list.append("</ofd:Fonts>\n").toString();
    }

    private String multimedia() {
        var list = new StringBuilder("<ofd:MultiMedias>\n");
        for (var each : media) {
            list.append("<ofd:MultiMedia ID=\"").append(each.id()).append("\" Type=\"Image\" Format=\"").append(each.format())
                    .append("\"><ofd:MediaFile>").append(each.file()).append("</ofd:MediaFile></ofd:MultiMedia>\n");
        }
        return media.isEmpty() ? "" : list.append("</ofd:MultiMedias>\n").toString();
    }
}
