package huizhan.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scan finds a planted word in each of its forms and containers; else its silence would mean nothing. */
class ScanTest {
    private static final String WORD = Scan.word(42);

    @TempDir
    Path folder;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void found(String place, byte[] bytes) {
        assertThat(Scan.numbers(Scan.in(place, bytes))).as(place).containsExactly(42);
    }

    @Test void each_form_of_a_planted_word_is_found_and_tells_which_it_was() {
        found("plain", utf8("xx" + WORD + "yy"));
        found("little", ("xx" + WORD).getBytes(StandardCharsets.UTF_16LE));
        found("big", ("xx" + WORD).getBytes(StandardCharsets.UTF_16BE));
        found("per cent", utf8("/a?q=" + URLEncoder.encode(WORD, StandardCharsets.UTF_8)));
        found("capitals", utf8(WORD.toUpperCase(java.util.Locale.ROOT)));
        for (var before : new String[] {"", "a", "ab"}) {
            found("base64", Base64.getEncoder().encode(utf8(before + WORD + "yy")));
            found("base64 of wide", Base64.getEncoder().encode((before + WORD + "yy").getBytes(StandardCharsets.UTF_16LE)));
        }
        for (int before = 0; before < 60; before++) {
            assertThat(Scan.numbers(Scan.in("mail", utf8("Content-Transfer-Encoding: base64\r\n\r\n" + Base64.getMimeEncoder().encodeToString(utf8("x".repeat(before) + WORD + "y".repeat(80))) + "\r\n")))).as("mail " + before).contains(42);
        }
        assertThat(Scan.in("other", utf8("zqkvx8042 Zq kvx7"))).isEmpty();
        assertThat(Scan.numbers(Scan.in("cut", utf8("xx zqkvx7")))).containsExactly(-1);
    }

    private interface Filling {
        void into(OutputStream out) throws IOException;
    }

    private static byte[] bytes(Filling filling) throws IOException {
        var out = new ByteArrayOutputStream();
        filling.into(out);
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        });
    }

    @Test void it_looks_into_what_is_packed_and_into_what_is_packed_in_that() throws IOException {
        var word = bytes(out -> {
            try (var document = new XWPFDocument()) {
                document.createParagraph().createRun().setText("项目名称 " + WORD);
                document.write(out);
            }
        });
        found("docx", word);
        found("docx in a zip in a zip", zip("b.zip", zip("a.docx", word)));
        var gzip = bytes(out -> {
            try (var packed = new GZIPOutputStream(out)) {
                packed.write(utf8("x".repeat(500) + WORD));
            }
        });
        found("gzip", gzip);
        var pdf = bytes(out -> {
            try (var document = new PDDocument()) {
                var page = new PDPage();
                var stream = new PDStream(document);
                try (var text = stream.createOutputStream(org.apache.pdfbox.cos.COSName.FLATE_DECODE)) {
                    text.write(utf8("% " + WORD + "\n"));
                }
                page.setContents(stream);
                document.addPage(page);
                document.save(out);
            }
        });
        found("PDF", pdf);
        found("PDF in an image", bytes(out -> {
            out.write(new byte[32_768]);
            out.write(zip("a.pdf", pdf));
        }));
        Files.createDirectories(folder.resolve("a/" + WORD));
        assertThat(Scan.numbers(Scan.in(folder))).as("a name").containsExactly(42);
    }

    @Test void it_finds_what_a_database_has_only_let_go() throws Exception {
        var file = folder.resolve("a.db");
        try (var line = DriverManager.getConnection("jdbc:sqlite:" + file); var statement = line.createStatement()) {
            statement.execute("pragma secure_delete = off");
            statement.execute("create table a (text text)");
            statement.execute("insert into a values ('" + WORD + "x".repeat(9000) + "')");
            statement.execute("delete from a");
            try (var row = statement.executeQuery("pragma freelist_count")) {
                assertThat(row.getInt(1)).isPositive();
            }
        }
        found("free pages", Files.readAllBytes(file));
    }
}
