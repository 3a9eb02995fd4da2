package huizhan.export;

import huizhan.call.Call;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.nomination.Tabs;
import huizhan.opening.OpenCall;
import huizhan.web.Dates;
import huizhan.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The organizer takes out what came in: looks at how much it would be, then has the list or the archive (B10). */
@Controller
class ExportPages {
    static final String HOME = "/export";
    private final Exports exports;
    private final Archive archive;
    private final OpenCall open;
    private final Texts texts;
    private final Tabs tabs;

    ExportPages(Exports exports, Archive archive, OpenCall open, Texts texts, Tabs tabs) {
        this.exports = exports;
        this.archive = archive;
        this.open = open;
        this.texts = texts;
        this.tabs = tabs;
    }

    /** How much the filter takes. */
    record Total(int departments, long achievements, long stubs, long files, long bytes) {
        static Total of(List<Share> shares) {
            return new Total(shares.size(), shares.stream().mapToLong(each -> each.achievements().size()).sum(), shares.stream().mapToLong(Share::stubs).sum(),
                shares.stream().mapToLong(each -> each.originals().size()).sum(), shares.stream().mapToLong(Share::bytes).sum());
        }
    }

    @GetMapping(HOME)
    ModelAndView page(@RequestParam Map<String, String> asked) {
        return page(filter(asked), HttpStatus.OK);
    }

    private static Filter filter(Map<String, String> asked) {
        return new Filter(asked.getOrDefault("department", ""), asked.getOrDefault("kind", ""), asked.getOrDefault("direction", ""),
            asked.getOrDefault("form", ""), asked.getOrDefault("disclosure", ""));
    }

    private ModelAndView page(Filter filter, HttpStatus status) {
        var model = new HashMap<String, Object>();
        model.put("tabs", tabs.all());
        model.put("filter", filter);
        model.put("total", Total.of(exports.shares(filter)));
        model.put("departments", exports.signed());
        model.put("kinds", open.call().kinds());
        model.put("directions", open.call().choices("directions"));
        model.put("forms", open.call().choices("exhibit-forms"));
        model.put("disclosures", open.call().choices("disclosures"));
        model.put("empty", status != HttpStatus.OK);
        return new ModelAndView("export/export", model, status);
    }

    /** The list as an Excel file. */
    @PostMapping(HOME + "/list")
    @Nullable ModelAndView list(Actor me, Lang lang, HttpServletResponse response, @RequestParam Map<String, String> asked) throws IOException {
        var filter = filter(asked);
        var taken = exports.take(filter);
        var shares = taken.shares();
        if (shares.isEmpty()) {
            return page(filter, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        exports.record(me, "export.list", filter, shares, Map.of());
        var book = book(taken, new ArchiveNames(asked.containsKey("plain")), lang);
        begin(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", filter, shares, ".xlsx");
        response.setContentLength(book.length);
        response.getOutputStream().write(book);
        return null;
    }

    /** Everything in one archive, sent while it is made. Where that fails the connection breaks (HTTP/1.1), and what came opens in no program. */
    @PostMapping(HOME + "/archive")
    @Nullable ModelAndView archive(Actor me, Lang lang, HttpServletResponse response, @RequestParam Map<String, String> asked)
            throws IOException {
        var filter = filter(asked);
        var taken = exports.take(filter);
        var shares = taken.shares();
        if (shares.isEmpty()) {
            return page(filter, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean originals = asked.containsKey("originals");
        exports.record(me, "export.archive", filter, shares, Map.of("originals", originals));
        var names = new ArchiveNames(asked.containsKey("plain"));
        var list = book(taken, names, lang);
        begin(response, "application/zip", filter, shares, ".zip");
        archive.write(new Archive.Order(me, shares, originals, names, list), response.getOutputStream());
        return null;
    }

    private byte[] book(Exports.Taken taken, ArchiveNames names, Lang lang) throws IOException {
        var newest = taken.shares().stream().map(Share::time).max(LocalDateTime::compareTo).orElseThrow();
        return Book.of(new Sheets(taken.shares(), names, call(), lang, texts).all(taken.stamped()), newest);
    }

    private Call call() {
        return open.call();
    }

    private void begin(HttpServletResponse response, String type, Filter filter, List<Share> shares, String extension) {
        var whose = filter.department().isEmpty() ? "" : "-" + shares.get(0).department().code();
        var name = "huizhan-" + call().id() + whose + "-" + Dates.dayOf(open.arrived()) + extension;
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + UriUtils.encode(name, StandardCharsets.UTF_8) + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
    }
}
