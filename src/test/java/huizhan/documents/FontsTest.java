package huizhan.documents;

import static huizhan.documents.PaperFixtures.CALL;
import static huizhan.documents.PaperFixtures.aBoardForm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontsTest {
    @TempDir private Path folder;

    private void font(String bundled, String name) throws IOException {
        try (var in = FontsTest.class.getResourceAsStream("/fonts/" + bundled)) {
            Files.copy(in, folder.resolve(name));
        }
    }

    private static String embedded(Fonts fonts) throws IOException {
        try (var document = Loader.loadPDF(new Papers(fonts).pdf(CALL.form("board-form"), aBoardForm(), CALL))) {
            var resources = document.getPage(0).getResources();
            return StreamSupport.stream(resources.getFontNames().spliterator(), false).map(name -> {
                try {
                    return resources.getFont(name).getName();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).collect(Collectors.joining(" "));
        }
    }

    @Test void the_ministry_s_own_fangsong_sets_the_text_and_its_title_font_the_titles() throws Exception {
        assertThat(embedded(Fonts.bundled())).contains("NotoSerifSC-Regular").contains("NotoSerifSC-Bold");
        font("rare-han/HuizhanRareHan.ttf", "simfang.ttf");
        font("noto-serif-sc/NotoSerifSC-Regular.ttf", "方正小标宋.ttf");
        assertThat(embedded(Fonts.with(folder))).doesNotContain("NotoSerifSC-Bold");
    }

    @Test void a_folder_that_is_not_there_is_an_empty_one() throws Exception {
        assertThat(embedded(Fonts.with(folder.resolve("none")))).isEqualTo(embedded(Fonts.bundled()));
    }

    @Test void another_font_is_asked_last() throws Exception {
        font("noto-serif/NotoSerif-Regular-Plain.ttf", "wide.ttf");
        assertThat(embedded(Fonts.with(folder))).isEqualTo(embedded(Fonts.bundled()));
    }

    @Test void a_file_that_is_no_font_is_refused_by_name() throws Exception {
        Files.writeString(folder.resolve("letter.ttf"), "Dear colleagues, this is not a font.", StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> Fonts.with(folder)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("letter.ttf");
    }

    @Test void a_font_whose_licence_forbids_embedding_is_refused() throws Exception {
        font("noto-serif/NotoSerif-Regular-Plain.ttf", "locked.ttf");
        var bytes = Files.readAllBytes(folder.resolve("locked.ttf"));
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("OS/2");
        int table = java.nio.ByteBuffer.wrap(bytes).getInt(at + 8);
        bytes[table + 9] = 2;
        Files.write(folder.resolve("locked.ttf"), bytes);
        assertThatThrownBy(() -> Fonts.with(folder)).hasMessage("the font locked.ttf can't be used: its licence bits forbid embedding");
    }

    @Test void every_bundled_font_has_its_licence_and_the_digest_that_the_readme_gives() throws Exception {
        var fonts = Path.of("src/main/resources/fonts");
        var readme = Files.readString(fonts.resolve("README.md"));
        try (var files = Files.walk(fonts)) {
            for (var file : files.filter(each -> each.toString().endsWith(".ttf")).toList()) {
                try (var beside = Files.list(file.getParent())) {
                    assertThat(beside.map(each -> each.getFileName().toString()).toList()).containsAnyOf("OFL.txt", "ARPHICPL.TXT");
                }
                assertThat(readme).contains(huizhan.kernel.Sha256.of(Files.readAllBytes(file)) + "  " + fonts.relativize(file));
            }
        }
    }
}
