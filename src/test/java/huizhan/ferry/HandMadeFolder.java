package huizhan.ferry;

import huizhan.organization.TestBrowser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/** A disc as a department burns it by hand: twenty files, forms filled in by LibreOffice, a WMV, names as people give them (B25). */
public final class HandMadeFolder {
    private static final Path FORMS = Path.of("src/test/resources/office");
    /** The first bytes of an Advanced Systems Format file, as Windows Media writes it. */
    private static final byte[] ASF = {0x30, 0x26, (byte) 0xB2, 0x75, (byte) 0x8E, 0x66, (byte) 0xCF, 0x11, (byte) 0xA6, (byte) 0xD9, 0x00, (byte) 0xAA, 0x00, 0x62, (byte) 0xCE, 0x6C};

    private HandMadeFolder() {}

    public static Path in(Path folder) throws IOException {
        var root = folder.resolve("报送材料（最终版2）");
        form(root, "汇总表（终版）.xlsx", "summary-libreoffice.xlsx");
        form(root, "成果一 青稞/展板表 填好.docx", "board-form-libreoffice.docx");
        form(root, "成果一 青稞/说明材料.docx", "statement-libreoffice.docx");
        picture(root, "成果一 青稞/照片/DSC0001.JPG", 1);
        picture(root, "成果一 青稞/照片/DSC0001 (2).JPG", 2);
        picture(root, "成果一 青稞/照片/微信图片_20150701.jpg", 3);
        film(root, "成果一 青稞/宣传片.wmv");
        form(root, "2/附件2.doc", "board-form-97.doc");
        form(root, "2/文字.doc", "statement-97.doc");
        picture(root, "2/IMG_2231.jpg", 4);
        picture(root, "2/模型 正面.jpg", 5);
        bytes(root, "2/专利证书扫描.pdf", "%PDF-1.4 scan".getBytes(StandardCharsets.US_ASCII));
        bytes(root, "2/~$附件2.doc", new byte[162]);
        form(root, "第3项-水电/登记表（改）.docx", "board-form-python.docx");
        form(root, "第3项-水电/登记表.docx", "board-form-from-web-page.docx");
        picture(root, "第3项-水电/图片/大坝.jpg", 6);
        bytes(root, "第3项-水电/数据.zip", new byte[] {0x50, 0x4B, 5, 6, 0, 0, 0, 0});
        film(root, "综述片 定稿.wmv");
        bytes(root, "Thumbs.db", new byte[64]);
        bytes(root, "请看这里.txt", "联系人在汇总表里".getBytes(StandardCharsets.UTF_8));
        return root;
    }

    /** The same without the files of the third, which annex 1 calls non-public and doesn't name. */
    public static Path publicIn(Path folder) throws IOException {
        var root = in(folder);
        try (var all = Files.walk(root.resolve("第3项-水电"))) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return root;
    }

    /** Burnt as such programs burn it. */
    public static Path image(Path root, Path image) throws IOException, InterruptedException {
        var done = new ProcessBuilder("xorriso", "-as", "mkisofs", "-quiet", "-J", "-r", "-o", image.toString(), root.toString()).redirectErrorStream(true).start();
        var said = new String(done.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (done.waitFor() != 0) throw new IOException(said);
        return image;
    }

    /** Brings it up as the browser does: the names first, then each file to its place. */
    public static void sendAll(TestBrowser browser, String place, Path root) throws IOException {
        var names = new ArrayList<Map<String, Object>>();
        try (var all = Files.walk(root)) {
            for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
                names.add(Map.of("path", root.getParent().relativize(file).toString(), "size", Files.size(file)));
            }
        }
        var json = JsonMapper.builder().build();
        var answer = browser.send(request(browser, place + "/files").header("Content-Type", "application/json").POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("files", names)))));
        for (var slot : json.readTree(answer.body()).get("slots").properties()) {
            send(browser, slot.getValue().asString(), root.getParent().resolve(slot.getKey()));
        }
    }

    /** Brings one file up to a place, in one request (tus 1.0, creation with upload). */
    public static void send(TestBrowser browser, String slot, Path file) throws IOException {
        var metadata = "filename " + base64(file.getFileName().toString()) + ",slot " + base64(slot);
        var sent = browser.send(request(browser, "/files").header("Tus-Resumable", "1.0.0").header("Upload-Length", String.valueOf(Files.size(file))).header("Upload-Metadata", metadata)
            .header("Content-Type", "application/offset+octet-stream").POST(BodyPublishers.ofFile(file)));
        if (sent.status() != 201) throw new IOException(sent.status() + " " + sent.body());
    }

    private static HttpRequest.Builder request(TestBrowser browser, String path) {
        return HttpRequest.newBuilder(browser.uri(path)).header("X-CSRF-TOKEN", browser.token());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void form(Path root, String name, String from) throws IOException {
        bytes(root, name, Files.readAllBytes(FORMS.resolve(from)));
    }

    private static void film(Path root, String name) throws IOException {
        var film = new byte[40_000];
        new Random(name.hashCode()).nextBytes(film);
        System.arraycopy(ASF, 0, film, 0, ASF.length);
        bytes(root, name, film);
    }

    private static void picture(Path root, String name, int seed) throws IOException {
        var picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        for (int i = 0; i < 320 * 240; i++) {
            picture.setRGB(i % 320, i / 320, random.nextInt(1 << 24));
        }
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "jpg", file.toFile());
    }

    private static void bytes(Path root, String name, byte[] content) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
