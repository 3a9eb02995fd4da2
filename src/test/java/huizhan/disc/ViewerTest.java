package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page by which a disc shows itself. */
class ViewerTest {
    @TempDir
    Path folder;

    static ViewerPage aPage() {
        var facts = List.of(new ViewerPage.Field(new Text("承担单位", "Undertaker"), Text.same("某某研究院 <北京>")),
            new ViewerPage.Field(new Text("合作国别", "Partner countries"), new Text("德国、法国", "Germany, France")),
            new ViewerPage.Field(new Text("展示形式", "Forms of exhibition"), new Text("实物、视频、图文", "object, video, graphics")));
        var statement = List.of(new ViewerPage.Section(new Text("合作解决的问题", "Problem"), "两国团队用三年时间，解决了高原地区冷链运输中疫苗温度失控的问题。\n\n此前每百箱约有七箱失效。"),
            new ViewerPage.Section(new Text("取得的突破", "Breakthrough"), "研制出不用电的相变保温箱，在零下三十度到五十度之间保持二至八度七十二小时。"));
        var pictures = new ArrayList<ViewerPage.Picture>();
        for (int i = 1; i <= 3; i++) {
            pictures.add(new ViewerPage.Picture("data/01/pictures/" + i + ".jpg", "data/01/pictures/" + i + ".jpg", "第 " + i + " 幅：现场安装保温箱", "6000×4000 · 8.4 MB"));
        }
        var objects = List.of(new ViewerPage.Exhibit("相变保温箱样机", List.of(new ViewerPage.Field(new Text("尺寸", "Size"), Text.same("60 × 40 × 40 cm")),
            new ViewerPage.Field(new Text("重量", "Weight"), Text.same("12.5 kg"))), List.of(pictures.get(0))));
        var first = new ViewerPage.Achievement(1, "高原疫苗冷链的相变保温技术", false, facts, statement, pictures,
            List.of(new ViewerPage.Film("data/01/video/film.mp4", "data/01/pictures/2.jpg", "1920×1080 · 4:12 · 210.0 MB")), objects,
            List.of(new ViewerPage.Link(new Text("保密审查意见", "Confidentiality opinion"), "data/01/attachments/opinion.pdf", 182_000)));
        return new ViewerPage(new Text("国际科技合作成果展", "Exhibition of International Cooperation"), "某某部", true,
            List.of(new ViewerPage.Field(new Text("联系人", "Contact"), Text.same("张某 010-0000 0000"))),
            List.of(new ViewerPage.Field(new Text("第 1 位", "Rank 1"), new Text("图片 1 只有 1 MB。 理由：历史照片 <1986>", "Picture 1 has only 1 MB. Reason: 历史照片 <1986>"))), Optional.empty(),
            List.of(first, ViewerPage.Achievement.stub(2)), List.of(new ViewerPage.Link(new Text("成果推荐汇总表", "Summary of nominations"), "data/papers/list 1#%.pdf", 39_000)), "ab12".repeat(16));
    }

    private static String html(Lang lang) {
        return new String(Viewer.html(aPage(), lang), StandardCharsets.UTF_8);
    }

    @Test void what_was_let_pass_stands_there_with_its_reason() {
        assertThat(html(Lang.ZH)).contains("<h3>准予的例外</h3>", "<dt>第 1 位</dt><dd>图片 1 只有 1 MB。 理由：历史照片 &lt;1986&gt;</dd>");
        assertThat(html(Lang.EN)).contains("<h3>Exceptions granted</h3>", "<dt>Rank 1</dt><dd>Picture 1 has only 1 MB. Reason: 历史照片 &lt;1986&gt;</dd>");
    }

    @Test void nothing_stands_inline_and_nothing_comes_from_outside() {
        for (var lang : Lang.values()) {
            assertThat(html(lang)).doesNotContainPattern("(?i)<style|style=|\\son[a-z]+=|https?:|//[a-z]|javascript:|type=\"module\"|<script>");
        }
        for (var file : Viewer.files(aPage())) {
            assertThat(file.path()).isIn("index.html", "index.en.html", "viewer/viewer.css", "viewer/viewer.js");
        }
    }

    @Test void what_was_typed_is_escaped_and_names_are_references() {
        assertThat(html(Lang.ZH)).contains("某某研究院 &lt;北京&gt;", "href=\"data/papers/list%201%23%25.pdf\"");
        assertThat(Markup.reference("data/中文.jpg")).isEqualTo("data/%E4%B8%AD%E6%96%87.jpg");
    }

    @Test void the_english_page_has_english_labels_and_marks_the_chinese_that_was_typed() {
        var english = html(Lang.EN);
        assertThat(english).startsWith("<!DOCTYPE html>\n<html lang=\"en\">").contains("Germany, France", "<p class=\"prose\" lang=\"zh-CN\">两国团队");
        assertThat(html(Lang.ZH)).contains("<html lang=\"zh-CN\">", "德国、法国", "href=\"index.en.html\"").doesNotContain("Germany");
    }

    @Test void a_stub_shows_its_rank_and_nothing_else() {
        assertThat(html(Lang.ZH)).contains("第 2 位", "不在本盘", "另行报送");
    }

    @Test void every_picture_has_a_text_and_every_reference_to_the_page_itself_has_a_target() {
        for (var lang : Lang.values()) {
            var html = html(lang);
            assertThat(html).doesNotContain("alt=\"\"");
            var ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(html).results().map(found -> found.group(1)).toList();
            assertThat(ids).doesNotHaveDuplicates();
            Pattern.compile("href=\"#([^\"]+)\"").matcher(html).results().forEach(found -> assertThat(ids).contains(found.group(1)));
        }
    }

    @Test void the_page_works_in_a_browser_from_a_file_wide_and_narrow() throws Exception {
        assumeTrue(Discs.has("chromium"), "chromium is not installed");
        site(folder);
        for (int width : new int[] {1366, 320}) {
            var dom = browse(width, "--dump-dom", folder.resolve("index.html").toUri().toString());
            assertThat(dom).contains("<dialog class=\"viewer\">", "<button type=\"button\">打印</button>");
        }
    }

    private String browse(int width, String... words) throws Exception {
        var command = new ArrayList<>(List.of("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--user-data-dir=" + folder.resolve("profile" + width), "--window-size=" + width + ",900"));
        command.addAll(List.of(words));
        return Discs.run(command.toArray(String[]::new));
    }

    /** The page with pictures beside it, as it lies on a disc. */
    static void site(Path folder) throws IOException {
        for (var file : Viewer.files(aPage())) {
            Files.createDirectories(folder.resolve(file.path()).getParent());
            try (var in = java.nio.channels.Channels.newInputStream(file.source().open())) {
                Files.copy(in, folder.resolve(file.path()));
            }
        }
        Files.createDirectories(folder.resolve("data/01/pictures"));
        for (int i = 1; i <= 3; i++) {
            var image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
            var pen = image.createGraphics();
            pen.setPaint(new GradientPaint(0, 0, new Color(40 * i, 90, 120), 900, 600, new Color(220, 200 - 30 * i, 160)));
            pen.fillRect(0, 0, 900, 600);
            ImageIO.write(image, "jpg", folder.resolve("data/01/pictures/" + i + ".jpg").toFile());
        }
    }
}
