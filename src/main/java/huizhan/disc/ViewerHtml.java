package huizhan.disc;

import huizhan.disc.ViewerPage.Achievement;
import huizhan.disc.ViewerPage.Exhibit;
import huizhan.disc.ViewerPage.Field;
import huizhan.disc.ViewerPage.Film;
import huizhan.disc.ViewerPage.Link;
import huizhan.disc.ViewerPage.Picture;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import java.util.List;
import java.util.Locale;

/** One language of the viewer's page. What was typed stays Chinese and is marked so in the English page. */
final class ViewerHtml {
    private final ViewerPage page;
    private final Lang lang;
    private final Markup out = new Markup();

    ViewerHtml(ViewerPage page, Lang lang) {
        this.page = page;
        this.lang = lang;
    }

    byte[] bytes() {
        out.element("html", () -> {
            out.element("head", this::head);
            out.element("body", this::body);
        }, "lang", lang.tag());
        return out.bytes();
    }

    private String say(String zh, String en) {
        return lang == Lang.ZH ? zh : en;
    }

    private void head() {
        out.single("meta", "charset", "utf-8");
        out.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.element("title", page.department() + " · " + page.title().in(lang));
        out.single("link", "rel", "stylesheet", "href", Viewer.STYLE);
    }

    private void body() {
        out.element("a", say("跳到内容", "Skip to the content"), "class", "skip", "href", "#content");
        out.element("header", this::bar, "class", "bar");
        out.element("div", this::title, "class", "head");
        out.element("main", this::content, "id", "content");
        out.element("footer", this::foot);
        out.element("script", "", "src", Viewer.SCRIPT);
    }

    private void bar() {
        Viewer.bar(out, page.title().in(lang), lang);
    }

    private void title() {
        out.element("h1", say("推荐材料", "Nomination"));
        typed("p", page.department(), "by");
        if (page.draft()) {
            out.element("p", say("草稿，未经签发", "Draft, not signed off"), "class", "draft");
        }
    }

    /** An element with text that a person typed, in Chinese. */
    private void typed(String name, String text, String style) {
        if (lang == Lang.ZH) {
            out.element(name, text, "class", style);
        } else {
            out.element(name, text, "class", style, "lang", Lang.ZH.tag());
        }
    }

    private void content() {
        out.element("section", this::overview, "class", "sheet", "aria-labelledby", "list");
        page.achievements().forEach(each -> out.element("article", () -> achievement(each), "class", "sheet", "id", "rank-" + each.rank()));
        if (!page.papers().isEmpty()) {
            out.element("section", () -> {
                out.element("h2", say("打印件", "Papers"), "id", "papers");
                links(page.papers());
            }, "class", "sheet", "aria-labelledby", "papers");
        }
    }

    private void overview() {
        out.element("h2", say("成果清单", "Achievements"), "id", "list");
        if (page.achievements().isEmpty()) {
            out.element("p", say("这张盘上没有成果材料，请看同组的其他盘。", "This disc holds no achievements; see the other discs of its group."), "class", "withheld");
        } else {
            out.element("table", this::table, "class", "list");
        }
        facts(page.facts(), say("基本情况", "About this disc"));
        facts(page.exceptions(), say("准予的例外", "Exceptions granted"));
        page.overview().ifPresent(film -> films(List.of(film), say("综述视频", "Overview video")));
    }

    private void table() {
        out.element("thead", () -> out.element("tr", () -> {
            out.element("th", say("序号", "Rank"), "scope", "col", "class", "rank");
            out.element("th", say("成果名称", "Achievement"), "scope", "col");
        }));
        out.element("tbody", () -> page.achievements().forEach(each -> out.element("tr", () -> {
            out.element("td", String.valueOf(each.rank()), "class", "rank");
            out.element("td", () -> out.element("a", () -> name(each), "href", "#rank-" + each.rank()));
        })));
    }

    private void name(Achievement each) {
        value("span", each.withheld() ? new Text("不在本盘", "Not on this disc") : Text.same(each.name()));
    }

    /** A text that is the same in both languages was typed, so it is Chinese. */
    private void value(String name, Text text) {
        if (lang == Lang.EN && text.zh().equals(text.en())) {
            out.element(name, text.en(), "lang", Lang.ZH.tag());
        } else {
            out.element(name, text.in(lang));
        }
    }

    private void achievement(Achievement each) {
        out.element("h2", () -> {
            out.element("span", say("第 " + each.rank() + " 位", "Rank " + each.rank()), "class", "rank-mark");
            name(each);
        });
        if (each.withheld()) {
            var why = new Text("这项成果按规定另行报送，本盘只记它的位次。", "This achievement is delivered separately, as the rules demand; this disc keeps its rank only.");
            out.element("p", why.in(lang), "class", "withheld");
            return;
        }
        facts(each.facts(), "");
        each.statement().forEach(section -> {
            out.element("h3", section.heading().in(lang));
            typed("p", section.text(), "prose");
        });
        pictures(each.pictures(), say("图片", "Pictures"));
        films(each.films(), say("视频", "Video"));
        objects(each.objects());
        if (!each.attachments().isEmpty()) {
            out.element("h3", say("附件", "Attachments"));
            links(each.attachments());
        }
    }

    private void facts(List<Field> facts, String heading) {
        if (facts.isEmpty()) {
            return;
        }
        if (!heading.isEmpty()) {
            out.element("h3", heading);
        }
        out.element("dl", () -> facts.forEach(fact -> {
            out.element("dt", fact.label().in(lang));
            value("dd", fact.value());
        }), "class", "facts");
    }

    private void pictures(List<Picture> pictures, String heading) {
        if (pictures.isEmpty()) {
            return;
        }
        if (!heading.isEmpty()) {
            out.element("h3", heading);
        }
        out.element("ul", () -> pictures.forEach(each -> out.element("li", () -> out.element("figure", () -> picture(each)))), "class", "pictures");
    }

    private void picture(Picture picture) {
        var alt = picture.caption().isBlank() ? picture.original() : picture.caption();
        out.element("a", () -> out.single("img", "src", Markup.reference(picture.shown()), "alt", alt, "loading", "lazy", "decoding", "async"),
            "href", Markup.reference(picture.shown()));
        out.element("figcaption", () -> {
            typed("span", picture.caption(), "caption");
            out.element("small", () -> {
                out.content(picture.detail() + " ");
                out.element("a", say("原文件", "Original file"), "href", Markup.reference(picture.original()));
            });
        });
    }

    private void films(List<Film> films, String heading) {
        if (films.isEmpty()) {
            return;
        }
        out.element("h3", heading);
        films.forEach(film -> {
            var source = Markup.reference(film.file());
            if (film.poster().isEmpty()) {
                out.element("video", "", "controls", "", "preload", "metadata", "src", source, "aria-label", heading);
            } else {
                out.element("video", "", "controls", "", "preload", "none", "poster", Markup.reference(film.poster()), "src", source, "aria-label", heading);
            }
            out.element("p", () -> {
                out.content(film.detail() + " ");
                out.element("a", say("打开文件", "Open the file"), "href", source);
            });
        });
    }

    private void objects(List<Exhibit> objects) {
        if (objects.isEmpty()) {
            return;
        }
        out.element("h3", say("实物与模型", "Objects and models"));
        out.element("div", () -> objects.forEach(each -> out.element("div", () -> {
            typed("h4", each.name(), "object");
            facts(each.facts(), "");
            pictures(each.photos(), "");
        })), "class", "objects");
    }

    private void links(List<Link> links) {
        out.element("ul", () -> links.forEach(link -> out.element("li", () -> {
            out.element("a", link.label().in(lang), "href", Markup.reference(link.file()));
            out.element("span", size(link.size()));
        })), "class", "links");
    }

    private static String size(long bytes) {
        return bytes < 100_000 ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3) : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private void foot() {
        if (!page.digest().isEmpty()) {
            out.element("p", () -> {
                out.content(say("推荐材料摘要（SHA-256）", "Digest of the nomination (SHA-256)"));
                out.single("br");
                out.element("code", page.digest().replaceAll("(.{4})(?!$)", "$1 "));
            });
        }
        var how = new Text("本盘是 BagIt 1.0 包，任何 BagIt 工具都能核对；也可以在盘的根目录执行 sha256sum -c manifest-sha256.txt。",
            "This disc is a BagIt 1.0 bag that any BagIt tool can verify; or run sha256sum -c manifest-sha256.txt in its root folder.");
        out.element("p", how.in(lang));
    }
}
