package huizhan.disc;

import huizhan.kernel.Lang;
import java.util.List;

/** What a sealed disc shows in a browser: whose it is, by code, how much, and which of how many. Nothing of what is inside. */
final class SealedPage {
    private final Seal seal;
    private final Lang lang;
    private final Markup out = new Markup();

    private SealedPage(Seal seal, Lang lang) {
        this.seal = seal;
        this.lang = lang;
    }

    static List<Plan.Item> files(Seal seal) {
        return List.of(Plan.Item.ofBytes("index.html", new SealedPage(seal, Lang.ZH).bytes()), Plan.Item.ofBytes("index.en.html", new SealedPage(seal, Lang.EN).bytes()),
                Viewer.style());
    }

    private String say(String zh, String en) {
        return lang == Lang.ZH ? zh : en;
    }

    private byte[] bytes() {
        out.element("html", () -> {
            out.element("head", this::head);
            out.element("body", this::body);
        }, "lang", lang.tag());
        return out.bytes();
    }

    private void head() {
        out.single("meta", "charset", "utf-8");
        out.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.element("title", say("封装光盘", "Sealed disc"));
        out.single("link", "rel", "stylesheet", "href", Viewer.STYLE);
    }

    private void body() {
        out.element("header", () -> Viewer.bar(out, say("荟展", "Huizhan"), lang), "class", "bar");
        out.element("div", () -> out.element("h1", say("封装光盘", "Sealed disc")), "class", "head");
        out.element("main", () -> out.element("section", this::content, "class", "sheet"), "id", "content");
    }

    private void content() {
        out.element("p", say("只有收件单位能打开这张盘。拾到的人请交还盘盒上写明的单位。", "Only its addressee can open this disc. Whoever finds it, please hand it to the office named on its case."));
        out.element("dl", () -> {
            fact(say("推荐部门代码", "Code of the department"), seal.department().isEmpty() ? say("未注明", "not given") : seal.department());
            fact(say("成果项数", "Achievements"), String.valueOf(seal.items()));
            fact(say("光盘", "Disc"), say("第 %d 张，共 %d 张", "%d of %d").formatted(seal.number(), seal.count()));
        }, "class", "facts");
    }

    private void fact(String label, String value) {
        out.element("dt", label);
        out.element("dd", value);
    }
}
