package huizhan.documents;

import static huizhan.documents.PaperFixtures.CALL;
import static huizhan.documents.PaperFixtures.PAPERS;
import static huizhan.documents.PaperFixtures.aBoardForm;
import static huizhan.documents.PaperFixtures.aFigure;
import static huizhan.documents.PaperFixtures.aStatement;
import static huizhan.documents.PaperFixtures.aSummaryOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An OFD is read by xmllint and by a font parser, not by what wrote it. */
class OfdTest {
    private static final LocalDate DAY = LocalDate.of(2015, 7, 10);
    private static final String RARE = "𠮷㛃研究院\uE123 & <甲> \uFA1E ";
    private static final String TEXTS = "//*[local-name()='TextCode']/text()";

    @TempDir
    Path folder;

    private static byte[] ofd(String form, FormValues values) {
        return PAPERS.ofd(CALL.form(form), values, CALL, DAY);
    }

    private static byte[] pdf(String form, FormValues values) {
        return PAPERS.pdf(CALL.form(form), values, CALL);
    }

    private Path unpacked(byte[] ofd) throws IOException {
        var target = Files.createTempDirectory(folder, "ofd");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(ofd), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        return target;
    }

    private static List<Path> below(Path folder, String end) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(end)).sorted().toList();
        }
    }

    private static String xmllint(Path file, String xpath) throws Exception {
        var process = new ProcessBuilder("xmllint", "--nonet", "--xpath", xpath, file.toString()).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text.strip().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private String text(byte[] ofd) throws Exception {
        var text = new StringBuilder();
        for (var page : below(unpacked(ofd), "Content.xml")) {
            text.append(xmllint(page, TEXTS));
        }
        return PaperReader.flat(text.toString());
    }

    @Test void each_paper_has_the_pdf_s_text_in_the_pdf_s_order_and_no_character_is_lost() throws Exception {
        var papers = Map.of("board-form", aBoardForm(Map.of("board.unit", RARE)), "summary", aSummaryOf(14),
                "statement", aStatement(14, List.of(aFigure())));
        for (var each : papers.entrySet()) {
            assertThat(text(ofd(each.getKey(), each.getValue()))).as(each.getKey())
                    .isEqualTo(PaperReader.flat(PaperReader.text(pdf(each.getKey(), each.getValue()))));
        }
        assertThat(text(ofd("board-form", aBoardForm(Map.of("board.unit", RARE))))).contains("𠮷㛃研究院\uE123&<甲>\uFA1E");
    }

    @Test void a_paper_has_as_many_pages_as_its_pdf_and_words_stand_where_the_pdf_has_them() throws Exception {
        var values = aSummaryOf(14);
        var pages = below(unpacked(ofd("summary", values)), "Content.xml");
        assertThat(pages).hasSize(PaperReader.pages(pdf("summary", values))).hasSize(2);
        for (var word : List.of("第12项合作研究", "第14项合作研究", "13000000000")) {
            var object = "(//*[local-name()='TextObject'][*[local-name()='TextCode']='" + word + "'])[1]";
            var corner = xmllint(pages.get(1), "string(" + object + "/@Boundary)").split(" ");
            var x = Double.parseDouble(corner[0]) + Double.parseDouble(xmllint(pages.get(1), "string(" + object + "/*[local-name()='TextCode']/@X)"));
            assertThat(x).as(word).isCloseTo(inPdf(pdf("summary", values), 2, word) * 25.4 / 72, within(0.05));
        }
    }

    /** Where poppler finds the word's left edge, in points. */
    private double inPdf(byte[] pdf, int page, String word) throws Exception {
        var file = Files.write(folder.resolve("paper.pdf"), pdf);
        var process = new ProcessBuilder("pdftotext", "-bbox", "-f", "" + page, "-l", "" + page, file.toString(), "-").start();
        var line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(each -> each.contains(">" + word + "<")).findFirst().orElseThrow();
        return Double.parseDouble(line.replaceAll(".*xMin=\"([0-9.]+)\".*", "$1"));
    }

    @Test void each_font_is_embedded_as_a_subset_that_has_every_character_as_the_whole_font_draws_it() throws Exception {
        var at = unpacked(ofd("board-form", aBoardForm(Map.of("board.unit", RARE))));
        for (var font : List.of("NotoSerifSC-Regular 展 noto-serif-sc/NotoSerifSC-Regular.ttf", "HuizhanRareHan 𠮷 rare-han/HuizhanRareHan.ttf")) {
            var words = font.split(" ");
            var name = xmllint(at.resolve("Doc_0/PublicRes.xml"), "string(//*[local-name()='Font'][contains(@FontName,'" + words[0] + "')]/*[local-name()='FontFile'])");
            var bytes = Files.readAllBytes(at.resolve("Doc_0/Res").resolve(name));
            assertThat(bytes.length).isLessThan(200_000);
            try (var subset = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
                 var whole = new TTFParser().parse(new RandomAccessReadBuffer(OfdTest.class.getResourceAsStream("/fonts/" + words[2])))) {
                int character = words[1].codePointAt(0);
                assertThat(outline(subset, character)).isEqualTo(outline(whole, character)).isNotEqualTo(outline(subset, 0xFFFE));
            }
        }
    }

    private static String outline(TrueTypeFont font, int character) throws IOException {
        int glyph = font.getUnicodeCmapLookup().getGlyphId(character);
        return font.getGlyph().getGlyph(glyph).getPath().getBounds2D().toString() + font.getAdvanceWidth(glyph);
    }

    @Test void a_character_beyond_the_basic_plane_names_its_glyph_for_readers_that_do_not_look_it_up() throws Exception {
        var page = below(unpacked(ofd("board-form", aBoardForm(Map.of("board.unit", "𠮷")))), "Content.xml").get(0);
        var object = "//*[local-name()='TextObject'][*[local-name()='TextCode']='𠮷']/*";
        assertThat(xmllint(page, "count(" + object + "[local-name()='TextCode'])")).isEqualTo("1");
        assertThat(xmllint(page, "string(" + object + "[local-name()='CGTransform']/*)")).isEqualTo("1");
    }

    @Test void the_file_says_what_it_is_and_a_blank_form_proves_nothing() throws Exception {
        var values = aBoardForm();
        var root = unpacked(ofd("board-form", values)).resolve("OFD.xml");
        assertThat(xmllint(root, "string(//*[local-name()='DocID'])")).matches("[0-9a-f]{32}");
        assertThat(xmllint(root, "string(//*[local-name()='Title'])")).isEqualTo("展板信息登记表");
        assertThat(xmllint(root, "string(//*[local-name()='CreationDate'])")).isEqualTo("2015-07-10");
        assertThat(xmllint(root, "string(//*[local-name()='CustomData'][@Name='code'])"))
                .isEqualTo("huizhan:1:board-form:" + values.mark().document() + ":" + values.mark().digest());
        var blank = unpacked(ofd("board-form", FormValues.blank()));
        assertThat(xmllint(blank.resolve("OFD.xml"), "count(//*[local-name()='CustomData'])")).isEqualTo("0");
        assertThat(below(blank, ".png")).isEmpty();
    }

    @Test void the_code_on_the_page_is_the_pdf_s_and_a_figure_is_kept() throws Exception {
        var values = aStatement(14, List.of(aFigure()));
        var at = unpacked(ofd("statement", values));
        var image = ImageIO.read(below(at, ".png").get(0).toFile());
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var code = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))));
        assertThat(PaperReader.codes(pdf("statement", values))).containsOnly(code.getText());
        assertThat(below(at, ".png")).hasSize(1);
        assertThat(ImageIO.read(below(at, ".jpg").get(0).toFile()).getWidth()).isEqualTo(900);
    }

    @Test void every_number_is_given_once_and_whatever_is_named_is_there() throws Exception {
        var at = unpacked(ofd("statement", aStatement(14, List.of(aFigure()))));
        var ids = new ArrayList<Integer>();
        for (var part : below(at, ".xml")) {
            if (!xmllint(part, "count(//@ID)").equals("0")) {
                xmllint(part, "//@ID").lines().forEach(each -> ids.add(Integer.parseInt(each.replaceAll("[^0-9]", ""))));
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(xmllint(at.resolve("Doc_0/Document.xml"), "string(//*[local-name()='MaxUnitID'])"))
                .isEqualTo(String.valueOf(ids.stream().mapToInt(each -> each).max().orElseThrow()));
        for (var res : List.of("PublicRes.xml", "DocumentRes.xml")) {
            xmllint(at.resolve("Doc_0").resolve(res), "//*[local-name()='FontFile' or local-name()='MediaFile']/text()").lines()
                    .forEach(each -> assertThat(at.resolve("Doc_0/Res").resolve(each.strip())).isNotEmptyFile());
        }
    }

    @Test void the_same_content_and_day_give_the_same_bytes_wherever_the_program_runs() {
        var zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            var here = ofd("board-form", aBoardForm());
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(ofd("board-form", aBoardForm())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(ofd("board-form", aBoardForm())).isNotEqualTo(ofd("board-form", aBoardForm(Map.of("board.wishes", "有"))))
                .isNotEqualTo(PAPERS.ofd(CALL.form("board-form"), aBoardForm(), CALL, DAY.plusDays(1)));
    }

    @Test void controls_and_halves_of_characters_do_not_break_the_xml() throws Exception {
        assertThat(text(ofd("board-form", aBoardForm(Map.of("board.wishes", "a\u0001b\uD842c\uFFFE", "board.unit", " \u3000x "))))).contains("x", "ab", "c");
    }
}
