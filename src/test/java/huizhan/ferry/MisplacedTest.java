package huizhan.ferry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.kernel.Disclosure;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the open network a disc that tells of something non-public goes as soon as that can be read, whoever looks at it or nobody (A4, B25). */
class MisplacedTest {
    private static final String HOME = HandMadeServer.HOME;
    @TempDir
    Path files;
    private static HandMadeServer desk;
    private static TestServer server;
    private static TestBrowser browser;

    @BeforeAll static void open() {
        desk = new HandMadeServer();
        server = desk.server;
        browser = desk.browser;
    }

    @AfterAll static void close() {
        desk.close();
    }

    private static String reception() {
        return "/reception/" + server.people().department("53").id();
    }

    private static String subject(String place) {
        return "hand-made:" + place.substring(place.lastIndexOf('/') + 1);
    }

    @Test void what_has_come_goes_by_itself_and_what_is_late_too() throws Exception {
        var root = HandMadeFolder.in(files);
        long before = desk.files();
        var place = desk.begun();
        var late = "";
        try {
            HandMadeFolder.sendAll(browser, place, root);
        } catch (IOException refused) {
            late = refused.getMessage();
        }
        assertThat(server.trail("hand-made.misplaced", subject(place), 1)).isEqualTo(1);
        assertThat(desk.files()).as(late).isEqualTo(before);
        var answer = browser.get(place);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("公开网服务器不接收").doesNotContain("大坝").doesNotContain("青稞");
        assertThat(browser.get(HOME).body()).contains("有非公开成果，请转限定网络");
        assertThat(browser.post(place + "/reception", Map.of()).body()).contains("公开网服务器不接收");
        assertThat(desk.files()).isEqualTo(before);
        browser.post(place + "/removal", Map.of());
        assertThat(browser.get(HOME).body()).doesNotContain("有非公开成果，请转限定网络");
    }

    @Test void a_table_under_any_name_and_sorted_anywhere_is_read() throws Exception {
        var root = HandMadeFolder.in(files);
        Files.move(root.resolve("汇总表（终版）.xlsx"), root.resolve("第3项-水电/数据 2014.xlsx"));
        var place = desk.begun();
        try {
            HandMadeFolder.sendAll(browser, place, root);
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining("非公开");
        }
        assertThat(server.trail("hand-made.misplaced", subject(place), 1)).isEqualTo(1);
    }

    @Test void a_disc_of_our_own_is_not_one_made_by_hand() throws Exception {
        var place = desk.begun();
        var answer = browser.send(HttpRequest.newBuilder(browser.uri(place + "/files")).header("X-CSRF-TOKEN", browser.token()).header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"files\":[{\"path\":\"盘/data/Nomination.json\",\"size\":9},{\"path\":\"盘/说明.txt\",\"size\":9}]}")));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("本系统写的光盘");
        assertThat(server.trail("hand-made.announced", subject(place), 1)).isEqualTo(1);
        assertThat(browser.get(place).body()).doesNotContain("Nomination.json").doesNotContain("说明.txt");
        browser.post(place + "/removal", Map.of());
    }

    @Test void a_file_whose_name_says_so_comes_nowhere() throws Exception {
        long before = desk.files();
        browser.get("/discs");
        for (var each : Map.of("非公开 材料.iso", "文件名标明非公开", "（机密）报送.iso", "密级标志").entrySet()) {
            var file = Files.write(files.resolve(each.getKey()), new byte[40_000]);
            assertThatThrownBy(() -> HandMadeFolder.send(browser, "discs:waiting", file)).isInstanceOf(IOException.class).hasMessageContaining(each.getValue());
        }
        assertThat(server.trail("upload.begun", "account:%", 2)).isEqualTo(2);
        assertThat(desk.files()).isEqualTo(before);
    }

    @Test void an_image_that_nobody_has_checked_goes_by_itself_too() throws Exception {
        var name = server.people().department("53").name().zh();
        var image = Freight.discs(Freight.list(name, 1, Freight.achievement(1, "青稞", Disclosure.PUBLIC), Freight.achievement(2, "示例材料", Disclosure.NON_PUBLIC)), files.resolve("outgoing")).get(0);
        long before = desk.files();
        browser.get("/discs");
        HandMadeFolder.send(browser, "discs:waiting", image);
        assertThat(server.trail("disc.misplaced", "file:%", 1)).isEqualTo(1);
        assertThat(desk.files()).isEqualTo(before);
        assertThat(browser.get("/discs").body()).contains("请转限定网络接收").doesNotContain(image.getFileName().toString());
    }

    @Test void an_image_of_which_nobody_can_tell_is_not_kept() throws Exception {
        var name = server.people().department("53").name().zh();
        var damaged = Freight.discs(Freight.list(name, 1, Freight.achievement(1, "青稞", Disclosure.PUBLIC)), files.resolve("damaged")).get(0);
        var bytes = Files.readAllBytes(damaged);
        Files.write(damaged, Arrays.copyOf(bytes, 40_000));
        long before = desk.files();
        for (var image : List.of(damaged, HandMadeFolder.image(HandMadeFolder.in(files.resolve("hand")), files.resolve("手工.iso")))) {
            browser.get("/discs");
            HandMadeFolder.send(browser, "discs:waiting", image);
        }
        assertThat(server.trail("disc.untold", "file:%", 2)).isEqualTo(2);
        assertThat(desk.files()).isEqualTo(before);
        assertThat(browser.get("/discs").body()).contains("公开网服务器没有保留").doesNotContain("手工.iso");
    }

    @Test void files_that_lie_in_the_folder_of_a_stub_are_too_many() throws Exception {
        var root = HandMadeFolder.publicIn(files);
        Files.createDirectories(root.resolve("第3项-水电"));
        Files.writeString(root.resolve("第3项-水电/另行报送的东西.dat"), "x");
        var place = desk.begun();
        try {
            HandMadeFolder.sendAll(browser, place, root);
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining("非公开");
        }
        assertThat(server.trail("hand-made.misplaced", subject(place), 1)).isEqualTo(1);
    }

    @Test void a_disc_for_the_public_stays() throws Exception {
        var root = HandMadeFolder.publicIn(files);
        long before = desk.files();
        var place = desk.begun();
        HandMadeFolder.sendAll(browser, place, root);
        desk.looked();
        assertThat(browser.get(place).body()).contains("DSC0001.JPG");
        browser.post(place + "/unreadable", Map.of());
        assertThat(desk.files()).isEqualTo(before);
        assertThat(browser.get(reception()).text()).contains("读不出，已请重寄");
        browser.get(place);
        HandMadeFolder.sendAll(browser, place, root);
        assertThat(browser.post(place + "/reception", Map.of()).location()).contains("/discs/departments/");
        assertThat(browser.get(reception()).text()).contains("读盘登记").contains("光盘 1 / 1");
    }
}
