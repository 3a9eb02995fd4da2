package huizhan.documents;

import huizhan.call.Call;
import huizhan.call.Calls;
import huizhan.documents.FormValues.Entry;
import huizhan.documents.FormValues.Mark;
import huizhan.kernel.Sha256;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** The papers' vocabulary: invented people, one achievement, a list of any length. */
final class PaperFixtures {
    static final Call CALL = Calls.in(Path.of("calls", Calls.FIRST));
    static final Papers PAPERS = Papers.bundled();
    static final String PROSE = "海上风电机组长期处在盐雾、台风和交变载荷之下，齿轮箱与主轴承的早期失效是行业共同难题。合作之前，国内缺少连续运行数据。";

    private PaperFixtures() {}

    static Mark mark(String name) {
        return new Mark("3f2b8c1e-7d54-4a86-9a3e-1c0de5b7f901", Sha256.of(name).hex(), List.of());
    }

    static FormValues aBoardForm() {
        return aBoardForm(Map.of());
    }

    static FormValues aBoardForm(Map<String, String> others) {
        var texts = new HashMap<String, String>();
        texts.put("name", "中德海上风电机组可靠性联合研究");
        texts.put("board.unit", "示例省能源研究院");
        texts.put("board.foreignPartner", "Fraunhofer-Institut für Windenergiesysteme; Politechnika Łódzka; Київ");
        texts.put("board.chineseInvestment", "人民币1200万元");
        texts.put("board.foreignInvestment", "80万欧元");
        texts.put("board.startAndCompletion", "2011年3月启动，2014年12月通过验收。");
        texts.put("board.contact.name", "陈示例");
        texts.put("board.contact.telephone", "010-00000000");
        texts.put("board.contact.fax", "010-00000001");
        texts.put("board.contact.mobile", "13000000000");
        texts.put("board.contact.email", "chen@example.org");
        texts.put("board.text", PROSE);
        texts.put("board.otherNature", "两市友好城市");
        texts.put("board.wishes", "无");
        texts.putAll(others);
        var codes = Map.of("board.countries", List.of("DE", "PL"), "board.fields", List.of("energy"),
                "board.natures", List.of("intergovernmental", "other"));
        var pictures = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new Entry(Map.of("file", i + ".jpg", "originalName", "IMG_" + i + ".JPG", "caption", "样机吊装现场"), Map.of())).toList();
        return new FormValues(mark("board"), texts, codes, Map.of("pictures", pictures), Set.of("board.intellectualProperty"), List.of());
    }

    static FormValues aSummaryOf(int achievements) {
        var entries = IntStream.rangeClosed(1, achievements).mapToObj(i -> new Entry(Map.of("name", "第" + i + "项合作研究", "undertaker", "示例研究院",
                "foreignPartner", "Example University", "listContact.name", "陈示例", "listContact.details", "13000000000"),
                Map.of("exhibitForms", List.of("graphic", "video"), "disclosure", List.of("public")))).toList();
        return new FormValues(mark("summary"), Map.of("department.name", "示例省科学技术厅", "department.contact", "王示例"), Map.of(),
                Map.of("achievements", entries), Set.of(), List.of());
    }

    static FormValues aStatement(int paragraphs, List<Figure> figures) {
        return new FormValues(mark("statement"), Map.of("name", "中德海上风电机组可靠性联合研究", "board.unit", "示例省能源研究院",
                "statement.problem", PROSE, "statement.breakthrough", (PROSE + "\n").repeat(paragraphs), "statement.effect", PROSE),
                Map.of("kind", List.of("project")), Map.of(), Set.of(), figures);
    }

    static Figure aFigure() {
        var image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.BLUE, 900, 600, Color.ORANGE));
        pen.fillRect(0, 0, 900, 600);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Figure("availability.png", "样机年度可利用率", () -> new ByteArrayInputStream(bytes.toByteArray()));
    }

    static Figure aBrokenFigure() {
        return new Figure("broken.jpg", "坏图", () -> new ByteArrayInputStream(new byte[320]));
    }

    static Parcel aParcel() {
        return new Parcel(mark("parcel"), "示例省科学技术厅", "王示例", "010-00000002", "公开类材料 · 邮寄或快递", List.of("成果推荐汇总表 1 份", "光盘 2 张"));
    }

    static Disc aDisc(boolean draft) {
        return new Disc(mark("disc"), "示例省科学技术厅", "HZ2015_A042_1", 1, 2, "2015-07-18", "公开", List.of("成果第 1—6 项"), draft);
    }

    static Receipt aReceipt(int documents) {
        var fields = List.of(new Receipt.Item("board.text", Sha256.of("text").hex()));
        var files = List.of(new Receipt.Item("01/pictures/1.jpg", Sha256.of("picture").hex()));
        return new Receipt(mark("receipt"), "A-042-0007-5", List.of(new Receipt.Item("推荐部门", "示例省科学技术厅")),
                IntStream.rangeClosed(1, documents).mapToObj(i -> new Receipt.Document(i + ". 展板信息登记表", Sha256.of("d" + i).hex(), fields, files)).toList());
    }
}
