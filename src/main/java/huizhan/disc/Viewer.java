package huizhan.disc;

import huizhan.kernel.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Makes the tag files by which a disc shows itself from {@code file://}: {@code index.html} in Chinese, {@code index.en.html} in English,
 * one stylesheet, one classic script. Nothing is fetched and nothing stands inline, so any browser of the last ten years will do (B9).
 */
public final class Viewer {
    static final String STYLE = "viewer/viewer.css";
    static final String SCRIPT = "viewer/viewer.js";

    private Viewer() {}

    /** The four files, ready to stand among a plan's tag files. */
    public static List<Plan.Item> files(ViewerPage page) {
        return List.of(Plan.Item.ofBytes("index.html", html(page, Lang.ZH)), Plan.Item.ofBytes("index.en.html", html(page, Lang.EN)),
            style(), Plan.Item.ofBytes(SCRIPT, resource("viewer.js")));
    }

    static Plan.Item style() {
        return Plan.Item.ofBytes(STYLE, resource("viewer.css"));
    }

    /** What stands above each page: a line, and the way to the other language. */
    static void bar(Markup out, String line, Lang lang) {
        out.element("p", line);
        out.element("nav", () -> {
            if (lang == Lang.ZH) {
                out.element("a", "English", "href", "index.en.html", "lang", "en", "hreflang", "en");
            } else {
                out.element("a", "中文", "href", "index.html", "lang", "zh-CN", "hreflang", "zh-CN");
            }
        }, "aria-label", lang == Lang.ZH ? "本页" : "This page");
    }

    static byte[] html(ViewerPage page, Lang lang) {
        return new ViewerHtml(page, lang).bytes();
    }

    private static byte[] resource(String name) {
        try (var in = Viewer.class.getResourceAsStream("/disc/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file disc/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
