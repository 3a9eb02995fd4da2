package huizhan.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.media.Painted;
import huizhan.media.PictureStudio;
import huizhan.media.PictureStudio.Scene;
import huizhan.nomination.Filing;
import huizhan.nomination.Filing.Sent;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Three departments file; the organizer sees what came in twice, and nothing of what did not come in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LikenessPagesTest {
    private static final String JOB = "likeness-compare";
    @TempDir static Path folder;
    private TestServer server;
    private TestBrowser organizer;
    private Filing province;
    private Filing body;
    private Filing third;
    private UUID one;
    private UUID other;
    private UUID twice;
    private String receipt;

    @BeforeAll void three_departments_of_which_two_sign_off() throws IOException {
        server = TestServer.inTheCall();
        province = new Filing(server, "53");
        body = new Filing(server, "B18");
        third = new Filing(server, "33");
        var lake = painted(Scene.LAKE);
        var wheat = painted(Scene.WHEAT);
        var cells = painted(Scene.CELLS);
        one = province.picked(Tellings.PROVINCE, List.of(lake, wheat));
        twice = province.picked(Tellings.SAME_PARTNER, List.of(cells, new Sent("又一张.jpg", cells.bytes())));
        province.stub();
        other = body.picked(Tellings.BODY, List.of(changed(lake), painted(Scene.DUNES)));
        third.picked(Tellings.PROVINCE.with("name", "没有签发的同一项目"), List.of(lake, wheat));
        receipt = province.signOff();
        body.signOff();
        organizer = server.browserOf(server.people().organizer());
        Filing.settled(server, JOB);
    }

    @AfterAll void stop() {
        server.close();
    }

    private static Sent painted(Scene scene) throws IOException {
        var file = Painted.picture(scene, 5L, folder.resolve(scene + ".jpg"));
        return new Sent("照片 " + scene + ".jpg", Files.readAllBytes(file));
    }

    /** A little cut off, a little brighter, saved again: no byte is the same. */
    private static Sent changed(Sent from) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(from.bytes()));
        var copy = new BufferedImage(image.getWidth() - 40, image.getHeight() - 30, BufferedImage.TYPE_INT_RGB);
        var pen = copy.createGraphics();
        pen.drawImage(image, -20, -15, null);
        pen.setColor(new Color(255, 240, 220, 14));
        pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        return new Sent("合作方提供.jpg", PictureStudio.jpeg(copy, 0.98f));
    }

    private static String path(UUID one, UUID other) {
        return "/duplicates/" + Stream.of(one, other).map(UUID::toString).sorted().reduce((a, b) -> a + "/" + b).orElseThrow();
    }

    private String list(String show) {
        return organizer.get("/duplicates?show=" + show).text();
    }

    @Test void what_came_in_twice_is_shown_until_it_is_withdrawn_and_a_dismissal_outlives_that() {
        seen();
        notForOthers();
        notSignedOff();
        dismissed();
        withdrawn();
    }

    private void seen() {
        var list = list("open");
        assertThat(list).contains("中德海水养殖尾水生态处理技术联合研究", "海水养殖尾水生态处理中德合作研究", "名称 68%", "外方单位相同", "图片 1 张", "待核对 2", "已排除 0");
        assertThat(list).contains("同一项成果用了两次同一张图片").doesNotContain("没有签发的同一项目").doesNotContain("非公开");
        assertThat(organizer.get("/progress").text()).contains("疑似重复 2");
        assertThat(organizer.get("/duplicates").body()).contains(receipt);
        var pair = organizer.get(path(one, other));
        assertThat(pair.text()).contains("同一张图片，另存过（", "合作方提供.jpg", "第 1 张照片", "氨氮去除率");
        assertThat(pair.body()).contains("<ins>", "<del>", "/thumb");
        var thumb = pair.find("src=\"(/media/[0-9a-f-]+/thumb)\"");
        assertThat(organizer.get(thumb).status()).isEqualTo(200);
        var alone = organizer.get(path(twice, twice)).text();
        assertThat(alone).contains("同一个图片文件", "又一张.jpg").doesNotContain("文字说明");
        assertThat(organizer.get("/duplicates?show=open&page=9&lang=en").text()).contains("Possible duplicates", "same foreign partner");
        organizer.get("/duplicates?lang=zh");
    }

    private void notForOthers() {
        for (var person : List.of(province.drafter, province.approver, province.unit)) {
            var browser = server.browserOf(person);
            assertThat(browser.get("/duplicates").status()).isEqualTo(404);
            assertThat(browser.get(path(one, other)).status()).isEqualTo(404);
            assertThat(browser.post(path(one, other) + "/dismissal", Map.of("reason", "不是")).status()).isEqualTo(404);
        }
        assertThat(list("all")).contains("待核对 2");
    }

    /** From the moment of the sign-off, and to the moment of its withdrawal. */
    private void notSignedOff() {
        third.signOff();
        Filing.settled(server, JOB);
        assertThat(list("open")).contains("没有签发的同一项目", "文字相同", "图片 2 张", "待核对 4");
        third.withdraw();
        assertThat(list("all")).contains("待核对 2").doesNotContain("没有签发的同一项目");
        Filing.settled(server, JOB);
        assertThat(list("all")).contains("待核对 2").doesNotContain("没有签发的同一项目");
    }

    private void dismissed() {
        organizer.get(path(one, other));
        var no = organizer.post(path(one, other) + "/dismissal", Map.of("reason", " ", "seen", "0"));
        assertThat(no.status()).isEqualTo(422);
        assertThat(no.text()).contains("请写明为什么不是重复");
        assertThat(organizer.post(path(one, other) + "/dismissal", Map.of("reason", "长".repeat(301), "seen", "0")).body()).contains("长".repeat(301));
        var marked = organizer.post(path(one, other) + "/dismissal", Map.of("reason", "秘密★5年，与那一项无关", "seen", "0"));
        assertThat(marked.status()).isEqualTo(422);
        assertThat(marked.text()).contains("密级标志", "秘密★5年，与那一项无关");
        assertThat(server.trail("likeness.dismissed", "likeness:%")).as("the attempt").isEqualTo(1);
        assertThat(organizer.post(path(one, other) + "/dismissal", Map.of("reason", "双方各承担一个子课题", "seen", "0")).location()).isEqualTo("/duplicates");
        assertThat(list("open")).contains("待核对 1", "已排除 1").doesNotContain("海水养殖尾水生态处理中德合作研究");
        assertThat(list("dismissed")).contains("海水养殖尾水生态处理中德合作研究");
        assertThat(organizer.get(path(one, other)).text()).contains("双方各承担一个子课题");
        var late = organizer.post(path(one, other) + "/dismissal", Map.of("reason", "同事", "seen", "0"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("同事刚刚处理过这一对");
        assertThat(organizer.post(path(one, other) + "/dismissal/withdrawal", Map.of("seen", "1")).location()).isEqualTo(path(one, other));
        assertThat(list("open")).contains("待核对 2", "已排除 0");
        organizer.get(path(one, other));
        organizer.post(path(one, other) + "/dismissal", Map.of("reason", "两期工程", "seen", "2"));
        assertThat(server.trail("likeness.dismissed", "likeness:%")).isEqualTo(3);
        assertThat(server.trail("likeness.taken-back", "likeness:%")).isEqualTo(1);
    }

    /** What is refused in a transaction that comes to nothing is written after it, by the sealer. */
    private void refusedOnce() {
        long end = System.nanoTime() + 30_000_000_000L;
        while (server.trail("likeness.dismissed", "likeness:%") < 4 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(server.trail("likeness.dismissed", "likeness:%")).as("two done and two refused").isEqualTo(4);
    }

    private void withdrawn() {
        body.withdraw();
        assertThat(list("all")).contains("待核对 1", "已排除 0").doesNotContain("海水养殖尾水生态处理中德合作研究");
        assertThat(organizer.get(path(one, other)).status()).isEqualTo(404);
        organizer.get("/duplicates");
        assertThat(organizer.post(path(one, other) + "/dismissal", Map.of("reason", "不在了", "seen", "3")).status()).isEqualTo(404);
        refusedOnce();
        body.signOff();
        Filing.settled(server, JOB);
        assertThat(list("all")).contains("待核对 1", "已排除 1", "海水养殖尾水生态处理中德合作研究");
        assertThat(organizer.get(path(one, other)).text()).contains("两期工程", "双方各承担一个子课题");
    }
}
