package huizhan.documents;

import static huizhan.documents.PaperFixtures.CALL;
import static huizhan.documents.PaperFixtures.PAPERS;
import static huizhan.documents.PaperFixtures.aBoardForm;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** Rare characters are never lost: they stand on the page, or they are named. */
class RareCharactersTest {
    private static final int[][] BLOCKS = {{0xA1, 0x2FFF, 150}, {0x3001, 0x33FF, 100}, {0x3400, 0x4DBF, 250}, {0x4E00, 0x9FFF, 150},
            {0xF900, 0xFFE6, 50}, {0x20000, 0x2A6D6, 200}, {0x2A700, 0x2EBE0, 100}};

    private static byte[] paper(String text) {
        return PAPERS.pdf(CALL.form("board-form"), aBoardForm(Map.of("board.chineseInvestment", text)), CALL);
    }

    /** 1,000 characters that GB 18030 has a code for and that can stand alone. */
    private static Set<Integer> thousand() {
        var random = new Random(18030);
        var encoder = Charset.forName("GB18030").newEncoder();
        var all = new LinkedHashSet<Integer>();
        for (var block : BLOCKS) {
            int wanted = all.size() + block[2];
            while (all.size() < wanted) {
                int c = block[0] + random.nextInt(block[1] - block[0] + 1);
                if (Character.isDefined(c) && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Characters.silent(c)
                        && Character.getType(c) != Character.NON_SPACING_MARK && encoder.canEncode(Character.toString(c))) {
                    all.add(c);
                }
            }
        }
        return all;
    }

    @Test void a_thousand_characters_of_gb_18030_are_found_in_the_text_of_the_page() throws Exception {
        var characters = thousand();
        assertThat(characters).hasSize(1000);
        var text = characters.stream().map(Character::toString).collect(java.util.stream.Collectors.joining(" "));
        var pdf = paper(text);
        var read = new LinkedHashSet<Integer>();
        PaperReader.text(pdf).codePoints().forEach(read::add);
        assertThat(characters.stream().filter(c -> !read.contains(c)).map("U+%04X"::formatted).toList()).isEmpty();
    }

    @Test void each_of_them_has_ink_on_the_page_or_is_named() throws Exception {
        var characters = thousand();
        var text = characters.stream().map(Character::toString).collect(java.util.stream.Collectors.joining(" "));
        var missing = Glyphs.missing(text);
        assertThat(missing).as("the basic block and extension A are whole").noneMatch(c -> c >= 0x3400 && c <= 0x9FFF);
        assertThat(missing).as("rare ones and other scripts that no font has").hasSizeBetween(1, 400);
        var inked = inked(paper(text));
        assertThat(characters.stream().filter(c -> !missing.contains(c) && !inked.contains(c)).map("U+%04X"::formatted).toList()).isEmpty();
        assertThat(missing).noneMatch(inked::contains);
    }

    /** Code points that are drawn with an outline of their own (not that of .notdef) and leave dark pixels where they stand. */
    private static Set<Integer> inked(byte[] pdf) throws IOException {
        var inked = new LinkedHashSet<Integer>();
        try (var document = Loader.loadPDF(pdf)) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                var image = new PDFRenderer(document).renderImageWithDPI(page, 144);
                for (var position : positions(document, page + 1)) {
                    if (outlined(position) && dark(image, position)) {
                        position.getUnicode().codePoints().forEach(inked::add);
                    }
                }
            }
        }
        return inked;
    }

    private static List<TextPosition> positions(org.apache.pdfbox.pdmodel.PDDocument document, int page) throws IOException {
        var all = new ArrayList<TextPosition>();
        var stripper = new PDFTextStripper() {
            @Override protected void processTextPosition(TextPosition text) {
                all.add(text);
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return all;
    }

    private static boolean outlined(TextPosition position) {
        try {
            var font = (PDType0Font) position.getFont();
            int glyph = font.codeToGID(position.getCharacterCodes()[0]);
            var program = ((PDCIDFontType2) font.getDescendantFont()).getTrueTypeFont();
            return glyph > 0 && program.getGlyph().getGlyph(glyph) != null && !program.getGlyph().getGlyph(glyph).getPath().getBounds2D().isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean dark(BufferedImage image, TextPosition position) {
        double scale = 144 / 72.0;
        int left = (int) (position.getX() * scale) - 1;
        int bottom = (int) (position.getY() * scale) + 6;
        for (int y = bottom - (int) (position.getFontSizeInPt() * scale) - 8; y <= bottom; y++) {
            for (int x = left; x <= left + position.getWidth() * scale + 2; x++) {
                if (x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight() && (image.getRGB(x, y) & 0xFF) < 160) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test void names_with_rare_characters_are_printed_as_they_are_written() throws Exception {
        assertThat(Glyphs.missing("𠮷野㛃㐱鿿")).isEmpty();
        assertThat(PaperReader.flat(PaperReader.text(paper("𠮷野㛃㐱鿿")))).contains("𠮷野㛃㐱鿿");
        assertThat(inked(paper("𠮷㛃"))).contains(0x20BB7, 0x36C3);
    }

    @Test void a_compatibility_ideograph_stays_what_it_is_beside_its_twin() throws Exception {
        assertThat(Glyphs.missing("\uF9DC隆")).isEmpty();
        assertThat(PaperReader.flat(PaperReader.text(paper("\uF9DC隆")))).contains("\uF9DC隆");
    }

    @Test void foreign_names_in_western_letters_are_whole() throws Exception {
        var names = "Łódź, Třebíč, Győr, Đà Nẵng, Київ, Αθήνα, Besançon, Tromsø";
        assertThat(Glyphs.missing(names)).isEmpty();
        assertThat(PaperReader.text(paper(names))).contains("Łódź,", "Třebíč,", "Győr,", "Đà", "Nẵng,", "Київ,", "Αθήνα,", "Besançon,", "Tromsø");
    }

    @Test void separate_accents_are_joined() throws Exception {
        assertThat(PaperReader.text(paper("Universite\u0301"))).contains("Université");
    }

    @Test void what_no_font_has_is_named_once_in_order_and_marked_on_paper() throws Exception {
        assertThat(Glyphs.missing("甲\u0627乙\uE123丙\u0627")).containsExactly(0x627, 0xE123);
        var read = PaperReader.text(paper("甲\uE123乙"));
        assertThat(read).contains("甲\uE123乙");
        try (var document = Loader.loadPDF(paper("甲\uE123乙"))) {
            var drawn = new StringBuilder();
            positions(document, 1).forEach(each -> drawn.append(each.getUnicode()));
            assertThat(drawn.toString()).contains("甲〓U+E123乙");
        }
    }

    @Test void a_variation_selector_is_named_and_its_base_is_printed() throws Exception {
        assertThat(Glyphs.missing("葛\uDB40\uDD00城")).containsExactly(0xE0100);
        assertThat(PaperReader.flat(PaperReader.text(paper("葛\uDB40\uDD00城")))).contains("葛城");
    }

    @Test void controls_and_direction_marks_are_neither_printed_nor_named() {
        assertThat(Glyphs.missing("a\u0000\u0007\u200B\u202E\uFEFF\nb")).isEmpty();
    }
}
