package huizhan.turning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The scan finds a planted word in each of its forms; else its silence would mean nothing. */
class CanaryTest {
    private static final String WORD = "砷化镓zq81";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test void each_form_of_a_planted_word_is_found() throws Exception {
        var canary = new Canary(WORD);
        assertThat(canary.in("plain", utf8("xx" + WORD + "yy"))).containsExactly("plain as UTF-8");
        assertThat(canary.in("wide", ("xx" + WORD).getBytes(StandardCharsets.UTF_16LE))).containsExactly("wide as UTF-16LE");
        assertThat(canary.in("wide", ("xx" + WORD).getBytes(StandardCharsets.UTF_16BE))).containsExactly("wide as UTF-16BE");
        assertThat(canary.in("link", utf8("/a?q=" + java.net.URLEncoder.encode(WORD, StandardCharsets.UTF_8)))).containsExactly("link as per cent");
        for (var before : new String[] {"", "a", "ab"}) {
            assertThat(canary.in("mail", Base64.getEncoder().encode(utf8(before + WORD + "yy")))).as(before).isNotEmpty();
        }
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("word/document.xml"));
            out.write(utf8("<w:t>" + WORD + "</w:t>".repeat(200)));
        }
        assertThat(canary.in("a.docx", zip.toByteArray())).containsExactly("a.docx!word/document.xml as UTF-8");
        assertThat(canary.in("none", utf8("砷化镓zq82"))).isEmpty();
    }
}
