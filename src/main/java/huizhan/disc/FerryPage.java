package huizhan.disc;

import huizhan.kernel.Lang;
import java.util.List;

/** What a ferry's disc shows in a browser: which departments' nominations lie on it and on its other discs, by code and receipt. */
final class FerryPage {
    private final FerryList list;
    private final Lang lang;
    private final Markup out = new Markup();

    private FerryPage(FerryList list, Lang lang) {
        this.list = list;
        this.lang = lang;
    }

    static List<Plan.Item> files(FerryList list) {
        return List.of(Plan.Item.ofBytes("index.html", new FerryPage(list, Lang.ZH).bytes()), Plan.Item.ofBytes("index.en.html", new FerryPage(list, Lang.EN).bytes()),
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

    private String title() {
        return say("摆渡盘 %d，第 %d 张，共 %d 张", "Ferry %d, disc %d of %d").formatted(list.number(), list.disc(), list.discs());
    }

    private void head() {
        out.single("meta", "charset", "utf-8");
        out.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.element("title", title());
        out.single("link", "rel", "stylesheet", "href", Viewer.STYLE);
    }

    private void body() {
        out.element("header", () -> Viewer.bar(out, say("荟展", "Huizhan"), lang), "class", "bar");
        out.element("div", () -> out.element("h1", title()), "class", "head");
        out.element("main", () -> out.element("section", this::content, "class", "sheet"), "id", "content");
    }

    private void content() {
        out.element("p", say("公开网服务器写给限定网络服务器的光盘：在限定网络的“光盘”页上传，或用 disc import 导入。每个推荐是一个完整的光盘映像，单独打开也能看。",
            "Written by the open server for the restricted one: send it up there on the page Discs, or use disc import. Each nomination is a whole disc image, which can be opened by itself."));
        out.element("ul", () -> list.nominations().forEach(each -> each.images().forEach(image -> out.element("li", () -> line(each, image)))));
    }

    private void line(FerryList.Nomination each, FerryList.Image image) {
        var said = each.department() + "　" + each.receipt() + (image.of() > 1 ? " (%d/%d)".formatted(image.number(), image.of()) : "");
        if (image.disc() == list.disc()) {
            out.element("a", said, "href", Markup.reference(image.path()));
        } else {
            out.content(said + say("　在第 %d 张", ", on disc %d").formatted(image.disc()));
        }
    }
}
