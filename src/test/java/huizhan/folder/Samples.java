package huizhan.folder;

import huizhan.call.Call;
import huizhan.office.OfficeSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small folders and Word files for the tests of this module. */
final class Samples {
    static final Call CALL = OfficeSamples.CALL;

    private Samples() {}

    static Entry fixture(String name) {
        var file = OfficeSamples.fixture(name);
        try {
            return new Entry(name, file, Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path folder, String path, byte[] bytes) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    static Path file(Path folder, String path, String text) throws IOException {
        return file(folder, path, text.getBytes(StandardCharsets.UTF_8));
    }

    static Entry word(Path folder, String body) throws IOException {
        return zip(folder, "w.docx", "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body + "</w:body></w:document>");
    }

    static Entry zip(Path folder, String name, String part, String xml) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        var file = file(folder, name, out.toByteArray());
        return new Entry(name, file, Files.size(file));
    }

    /** The least {@code nomination.json}, with two pictures. */
    static String json(boolean part, String first, String second) {
        return """
                {"format": "huizhan-nomination/1", "call": "2015-cooperation", "part": %s, "achievements": [{"rank": 1, "disclosure": "public",
                 "name": "示例", "pictures": [{"file": "%s", "caption": "甲"}, {"file": "%s", "caption": "乙"}]}]}
                """.formatted(part, first, second);
    }
}
