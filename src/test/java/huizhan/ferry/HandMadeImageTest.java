package huizhan.ferry;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Disclosure;
import huizhan.nomination.Filing;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disc made by hand that comes as an image: all its files are taken out or none, and the image never stays (B25, A4). */
class HandMadeImageTest {
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

    private static UUID begun() {
        var place = desk.begun();
        return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
    }

    /** Sends the image and waits until it has been done with. */
    private static void sent(UUID disc, Path image, long times) throws IOException {
        HandMadeFolder.send(browser, HandMadeUpload.image(disc), image);
        assertThat(server.trail("hand-made.unpacked", "hand-made:" + disc, times)).isEqualTo(times);
        Filing.settled(server, "hand-made-unpack");
    }

    private static String shown(UUID disc) {
        return browser.get(HOME + "/" + disc).body();
    }

    /** Contents in the store, of which a row knows or not. */
    private static long contents() throws IOException {
        desk.files();
        try (var all = Files.walk(server.folder().resolve("blobs"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static long inFolder(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test void its_files_lie_there_like_those_of_a_folder_and_of_two_discs_none_takes_the_others_place() throws Exception {
        long before = desk.files();
        long contents = contents();
        var root = HandMadeFolder.publicIn(files.resolve("public"));
        var image = HandMadeFolder.image(root, files.resolve("第一张.iso"));
        var disc = begun();
        sent(disc, image, 1);
        desk.looked();
        assertThat(shown(disc)).contains("第一张/成果一 青稞/照片/DSC0001.JPG").doesNotContain("还没有传完").doesNotContain("正在取出映像");
        assertThat(desk.files()).as("the image itself has gone").isEqualTo(before + inFolder(root));
        sent(disc, image, 2);
        assertThat(desk.files()).as("the same again takes the place of the first").isEqualTo(before + inFolder(root));
        sent(disc, Files.copy(image, files.resolve("第二张.iso")), 3);
        assertThat(desk.files()).isEqualTo(before + 2 * inFolder(root));
        var other = Files.createDirectories(files.resolve("other"));
        Files.writeString(other.resolve("请看这里.txt"), "another disc under the same name");
        Files.delete(image);
        sent(disc, HandMadeFolder.image(other, image), 4);
        assertThat(shown(disc)).contains("第一张 (2)/请看这里.txt", "第一张/请看这里.txt");
        assertThat(desk.files()).isEqualTo(before + 2 * inFolder(root) + 1);
        HandMadeFolder.send(browser, HandMadeUpload.slot(disc, 1), Files.writeString(files.resolve("another.txt"), "sent by itself"));
        HandMadeFolder.send(browser, HandMadeUpload.slot(disc, 1), Files.writeString(files.resolve("a third.txt"), "and once more"));
        assertThat(desk.files()).as("a file that another has replaced goes").isEqualTo(before + 2 * inFolder(root) + 1);
        browser.post(HOME + "/" + disc + "/removal", Map.of());
        assertThat(desk.files()).isEqualTo(before);
        assertThat(contents()).isEqualTo(contents);
    }

    @Test void one_that_can_not_be_read_whole_leaves_nothing_and_the_page_says_what_is_wrong() throws Exception {
        long before = contents();
        var image = HandMadeFolder.image(HandMadeFolder.publicIn(files.resolve("public")), files.resolve("手工.iso"));
        var bytes = Files.readAllBytes(image);
        var disc = begun();
        sent(disc, Files.write(files.resolve("截断.iso"), Arrays.copyOf(bytes, bytes.length - 200_000)), 1);
        assertThat(shown(disc)).contains("映像损坏").doesNotContain("DSC0001.JPG");
        sent(disc, Files.write(files.resolve("别的.iso"), new byte[50_000]), 2);
        assertThat(shown(disc)).contains("不是能读的光盘映像").as("until somebody has read it").contains("映像损坏");
        assertThat(contents()).isEqualTo(before);
        sent(disc, image, 3);
        assertThat(shown(disc)).contains("DSC0001.JPG").contains("映像损坏");
        browser.post(HOME + "/" + disc + "/image/removal", Map.of("what", "read"));
        assertThat(shown(disc)).contains("DSC0001.JPG").doesNotContain("映像损坏").doesNotContain("不是能读的光盘映像");
        browser.post(HOME + "/" + disc + "/unreadable", Map.of());
        assertThat(contents()).isEqualTo(before);
    }

    @Test void what_may_not_lie_here_does_not_come_in_by_it_either() throws Exception {
        long before = contents();
        var own = Freight.discs(Freight.list(server.people().department("53").name().zh(), 1, Freight.achievement(1, "青稞", Disclosure.NON_PUBLIC)), files.resolve("own")).get(0);
        var disc = begun();
        sent(disc, own, 1);
        assertThat(shown(disc)).contains("这是本系统写的光盘").doesNotContain("青稞");
        assertThat(contents()).isEqualTo(before);
        var root = HandMadeFolder.publicIn(files.resolve("marked"));
        Files.writeString(root.resolve("非公开 说明.txt"), "x");
        sent(disc, HandMadeFolder.image(root, files.resolve("a.iso")), 2);
        assertThat(shown(disc)).contains("标明非公开或密级").doesNotContain("DSC0001.JPG");
        assertThat(contents()).isEqualTo(before);
        sent(disc, HandMadeFolder.image(HandMadeFolder.in(files.resolve("mixed")), files.resolve("b.iso")), 3);
        assertThat(server.trail("hand-made.misplaced", "hand-made:" + disc, 1)).isEqualTo(1);
        Filing.settled(server, "media-end-uploads");
        assertThat(contents()).isEqualTo(before);
        browser.post(HOME + "/" + disc + "/removal", Map.of());
    }

    @Test void what_the_page_shows_already_is_not_answered_and_a_disc_that_is_gone_leads_away() throws Exception {
        var disc = begun();
        var piece = HOME + "/" + disc + "/image";
        var again = browser.get(piece).find("hx-get=\"([^\"]+)\"").replace("&amp;", "&");
        assertThat(browser.get(again).status()).isEqualTo(204);
        sent(disc, Files.write(files.resolve("x.iso"), new byte[50_000]), 1);
        assertThat(browser.get(again).body()).contains("不是能读的光盘映像");
        browser.post(HOME + "/" + disc + "/removal", Map.of());
        assertThat(browser.get(piece).raw().headers().firstValue("HX-Redirect")).contains(HOME);
    }

    @Test void more_files_than_are_sorted_and_names_that_only_the_longer_list_tells_keep_it_out() throws Exception {
        long before = contents();
        var disc = begun();
        var many = Files.createDirectories(files.resolve("many"));
        for (int i = 0; i <= HandMadeNames.MOST_FILES; i++) Files.createFile(many.resolve("f" + i));
        sent(disc, HandMadeFolder.image(many, files.resolve("many.iso")), 1);
        assertThat(shown(disc)).contains("文件太多");
        // Joliet cuts it after 64 letters, Rock Ridge doesn't
        var longer = Files.createDirectories(files.resolve("long"));
        Files.writeString(longer.resolve("一".repeat(70) + "（非公开）.txt"), "x");
        sent(disc, HandMadeFolder.image(longer, files.resolve("long.iso")), 2);
        assertThat(shown(disc)).contains("标明非公开或密级");
        assertThat(contents()).isEqualTo(before);
        browser.post(HOME + "/" + disc + "/removal", Map.of());
    }
}
