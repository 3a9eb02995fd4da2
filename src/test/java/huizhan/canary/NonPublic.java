package huizhan.canary;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.ferry.Freight;
import huizhan.ferry.HandMadeFolder;
import huizhan.kernel.Disclosure;
import huizhan.organization.TestBrowser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Brings what is not for the public to the doors that take more than a form: uploads, an Excel file, discs; and where there is no door. */
final class NonPublic {
    private static final Path TABLE = Path.of("src/test/resources/office/summary-libreoffice.xlsx");
    private final Map<String, TestBrowser> browsers;
    private final Words words;
    private final String stub;
    private final Path folder;

    NonPublic(Map<String, TestBrowser> browsers, Words words, String stub, Path folder) {
        this.browsers = browsers;
        this.words = words;
        this.stub = stub;
        this.folder = folder;
    }

    void throughSpecialDoors(String department) throws IOException {
        uploads();
        begun();
        table();
        disc(department);
        handMade();
        nowhere();
    }

    private void uploads() {
        for (var slot : List.of("achievement:" + stub + ":picture", "achievement:" + stub + ":video", "achievement:" + stub + ":figure", "achievement:" + stub + ":attachment:other",
                "achievement:" + stub + ":photo:" + stub, "nomination:overview:non-public", "nomination:stamped:board-form:" + stub, "nomination:stamped:statement:" + stub, "discs:hand-made:" + stub + ":1", "discs:hand-made:" + stub + ":image", "other")) {
            var bytes = ("ftyp" + words.of("upload to " + slot)).getBytes(StandardCharsets.UTF_8);
            var name = words.of("name of an upload to " + slot) + ".mp4";
            for (var role : List.of("UNIT", "DRAFTER", "ORGANIZER")) {
                browsers.get(role).get("/account");
                assertThat(Knocking.begin(browsers.get(role), slot, name, bytes, bytes.length).status()).as(role + " " + slot).isBetween(400, 499);
            }
        }
        var named = browsers.get("UNIT");
        assertThat(Knocking.begin(named, words.of("name of a place for an upload"), "a.jpg", new byte[9], 9).status()).isBetween(400, 499);
    }

    /** Disclosure is asked before anything else; what came along is let go. */
    private void begun() {
        for (var role : List.of("UNIT", "DRAFTER")) {
            var browser = browsers.get(role);
            browser.get("/achievements/new");
            assertThat(browser.post("/achievements", Map.of("disclosure", "non-public", "name", words.of("an achievement that is begun"))).status()).isEqualTo(422);
        }
    }

    /** A summary table in Excel in which one row is not for the public. */
    private void table() throws IOException {
        try (var book = new XSSFWorkbook(Files.newInputStream(TABLE)); var out = new ByteArrayOutputStream()) {
            int changed = 0;
            for (var row : book.getSheetAt(0)) {
                if (row.getLastCellNum() < 8 || !row.getCell(row.getLastCellNum() - 1).toString().contains("☑非公开")) continue;
                for (int i = 1; i < 6; i++) row.createCell(i).setCellValue(words.of("column " + i + " of a summary table"));
                changed++;
            }
            assertThat(changed).isEqualTo(1);
            book.write(out);
            var drafter = browsers.get("DRAFTER");
            drafter.get("/nomination/summary");
            assertThat(drafter.upload("/nomination/summary", "汇总表.xlsx", out.toByteArray()).text()).contains("非公开");
        }
    }

    /** A disc that says itself that something on it is not for the public, and is not sealed. */
    private void disc(String department) throws IOException {
        var line = Freight.achievement(1, words.of("an achievement on a disc"), Disclosure.NON_PUBLIC);
        var image = Freight.discs(Freight.list(department, 1, line), Files.createDirectories(folder.resolve("discs"))).get(0);
        var organizer = browsers.get("ORGANIZER");
        organizer.get("/discs");
        HandMadeFolder.send(organizer, "discs:waiting", image);
        var id = organizer.get("/discs").find("/discs/waiting/([0-9a-f-]{36})/removal");
        var place = organizer.post("/discs/inspections", Map.of("disc", id, "seen", id)).location();
        assertThat(place).startsWith("/discs/inspections/");
        ServerProcess.until("the disc is cleared away", () -> organizer.get("/discs").text().contains("请转限定网络接收"), 60_000_000_000L);
    }

    /** Discs made by hand: one whose names say so, and one whose summary table does. */
    private void handMade() throws IOException {
        var organizer = browsers.get("ORGANIZER");
        var named = table(organizer);
        var answer = organizer.send(Knocking.request(organizer, named + "/files").header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"files\":[{\"path\":\"材料（非公开）/1/" + words.of("name on a disc made by hand") + ".docx\",\"size\":9}]}")));
        assertThat(answer.status()).isEqualTo(409);
        var root = HandMadeFolder.in(Files.createDirectories(folder.resolve("hand")));
        Files.write(root.resolve("成果一 青稞/" + words.of("name of a file on a disc made by hand") + ".docx"), Knocking.document(words.of("a file on a disc made by hand")));
        var place = table(organizer);
        // until something of it says so, its names are told to whoever sends it
        var sender = TestBrowser.at(organizer.uri("").toString());
        sender.cookies().putAll(organizer.cookies());
        sender.get(place);
        try {
            HandMadeFolder.sendAll(sender, place, root);
        } catch (IOException refused) {
            assertThat(refused).as("what is late").hasMessageContaining("非公开");
        }
        ServerProcess.until("the disc made by hand is cleared away", () -> organizer.get(place).status() == 422, 60_000_000_000L);
        organizer.post(place + "/reception", Map.of());
        image(organizer, root);
    }

    /** The same as an image, which is unpacked before anybody can know. */
    private void image(TestBrowser organizer, Path root) throws IOException {
        var place = table(organizer);
        Files.write(root.resolve("成果一 青稞/" + words.of("name in an image of a disc made by hand") + ".docx"), Knocking.document(words.of("a file in an image of a disc made by hand")));
        try {
            HandMadeFolder.send(organizer, "discs:" + place.substring(1).replaceFirst("discs/hand-made/", "hand-made:") + ":image", HandMadeFolder.image(root, folder.resolve("hand.iso")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        ServerProcess.until("the image is taken apart and cleared away", () -> organizer.get(place).status() == 422, 60_000_000_000L);
    }

    private static String table(TestBrowser organizer) {
        organizer.get("/discs/hand-made");
        var place = organizer.post("/discs/hand-made", Map.of("department", "53", "day", "2015-07-09")).location();
        organizer.get(place);
        return place;
    }

    /** Where no door is, and where a request itself is wrong. */
    private void nowhere() {
        var text = URLEncoder.encode(words.of("an address that is not there"), StandardCharsets.UTF_8);
        for (var browser : List.of(browsers.get("UNIT"), browsers.get("ORGANIZER"), TestBrowser.at(browsers.get("UNIT").uri("").toString()))) {
            for (var path : List.of("/" + text, "/s/" + text + ".css", "/achievements/" + text + "/" + text, "/files/" + text, "/api/" + text + ".json")) browser.get(path, Knocking.headers(browser, words.of("a header")));
            browser.send(Knocking.request(browser, "/" + text).method("PUT", BodyPublishers.ofString(text)));
            browser.send(Knocking.request(browser, "/achievements").header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"name\": \"" + words.of("a broken document"))));
        }
        browsers.get("UNIT").get("/achievements", "Cookie", "other=" + URLEncoder.encode(words.of("a cookie"), StandardCharsets.UTF_8));
    }
}
