package huizhan.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no form, or carry what no form should: refused, with what to do (B2). */
class RefusedFormsTest {
    @TempDir
    Path folder;

    @Test void an_outside_entity_is_refused_with_what_to_do() throws IOException {
        var odd = new OddForms();
        odd.prologue = "<!DOCTYPE d [<!ENTITY e SYSTEM \"" + folder.toUri() + "secret\">]>";
        odd.set("单位名称", 1, "<w:tc><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:tc>");
        Files.writeString(folder.resolve("secret"), "不该读到的字");
        var read = odd.read(folder);
        assertThat(read.refused()).isTrue();
        assertThat(read.cells()).isEmpty();
        assertThat(read.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.message().zh()).contains("外部实体").contains("另存").doesNotContain("不该读到的字");
            assertThat(remark.message().en()).contains("outside entities").contains("save it anew");
        });
    }

    // ------------------------------------------------------------------------------------------------ what else befalls forms

    @ParameterizedTest @CsvSource({"image,http://example.org/a.png", "oleObject,file:///C:/a.xlsx", "attachedTemplate,http://example.org/t.dotm"})
    void linked_content_is_refused(String type, String target) throws IOException {
        var read = new OddForms().relation("rId7", type, target, true).read(folder);
        assertThat(read.refused()).isTrue();
        assertThat(read.remarks().get(0).message().zh()).contains("链接");
    }

    @Test void a_mail_address_that_word_made_a_link_and_a_template_on_the_writers_disc_are_no_linked_content() throws IOException {
        var read = new OddForms().relation("rId7", "hyperlink", "mailto:contact@example.org", true)
                .relation("rId8", "attachedTemplate", "file:///C:\\Users\\me\\Normal.dotm", true).read(folder);
        assertThat(OddForms.draft(read)).isEqualTo(OddForms.whole());
        assertThat(read.remarks()).isEmpty();
    }

    @Test void macros_are_refused_by_their_part_and_by_their_type() throws IOException {
        assertThat(new OddForms().part("word/vbaProject.bin", "x").read(folder).remarks().get(0).message().zh()).contains("宏");
        var types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>";
        assertThat(new OddForms().part("[Content_Types].xml", types).read(folder).remarks().get(0).message().en()).contains("macros");
    }

    @ParameterizedTest @CsvSource({"'{\\rtf1 x}',RTF", "<html><body>x</body></html>,网页", "只是文字,不是 Word 或 Excel 文件"})
    void what_only_looks_like_word_is_named(String content, String said) throws IOException {
        var file = Files.writeString(folder.resolve("a.doc"), content, StandardCharsets.UTF_8);
        assertThat(OfficeForm.read(file, "a.doc", OfficeSamples.CALL).remarks().get(0).message().zh()).contains(said).contains("另存为");
    }

    @Test void a_wps_file_is_answered_with_how_to_save_it_anew() throws IOException {
        var read = OfficeForm.read(OfficeSamples.fixture("statement-97.doc"), "文字说明.wps", OfficeSamples.CALL);
        assertThat(read.refused()).isTrue();
        assertThat(read.remarks().get(0).message().zh()).contains("WPS").contains(".docx");
    }

    @Test void an_encrypted_file_and_a_broken_doc_are_refused_with_what_to_do() throws IOException {
        try (var ole = new org.apache.poi.poifs.filesystem.POIFSFileSystem(); var out = Files.newOutputStream(folder.resolve("locked.docx"))) {
            ole.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            ole.writeFilesystem(out);
        }
        assertThat(OfficeForm.read(folder.resolve("locked.docx"), "locked.docx", OfficeSamples.CALL).remarks().get(0).message().zh()).contains("已加密");
        var whole = Files.readAllBytes(OfficeSamples.fixture("statement-97.doc"));
        for (int at = 512; at < whole.length; at += 700) {
            var broken = whole.clone();
            java.util.Arrays.fill(broken, at, Math.min(at + 300, broken.length), (byte) 0xEE);
            var read = OfficeForm.read(Files.write(folder.resolve("broken.doc"), broken), "broken.doc", OfficeSamples.CALL);
            assertThat(read.remarks()).isNotEmpty();
        }
    }
}
