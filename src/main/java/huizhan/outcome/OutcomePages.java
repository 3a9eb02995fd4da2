package huizhan.outcome;

import huizhan.documents.CodeSheet;
import huizhan.documents.Papers;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import huizhan.nomination.Tab;
import huizhan.nomination.Tabs;
import huizhan.organization.Department;
import huizhan.outcome.Outcomes.Line;
import huizhan.web.Dates;
import huizhan.web.Flash;
import huizhan.web.Paging;
import huizhan.web.Texts;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** On the restricted server: what became of public achievements, and the sheets that carry it out (B29). */
@Controller
class OutcomePages {
    static final String HOME = "/results";
    private static final String SHEET = HOME + "/sheets/{number}";
    private static final int ON_A_PAGE = 100;
    private static final Pattern SEEN = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([0-9]{1,9})");
    private final Outcomes outcomes;
    private final Papers papers;
    private final Texts texts;
    private final Tabs tabs;

    OutcomePages(Outcomes outcomes, Papers papers, Texts texts, Tabs tabs) {
        this.outcomes = outcomes;
        this.papers = papers;
        this.texts = texts;
        this.tabs = tabs;
    }

    /** Which of the achievements are looked at; what is empty narrows nothing. */
    record Choice(String department, String verdict) {
        boolean takes(Line line) {
            return (department.isEmpty() || line.department().code().equals(department)) && (verdict.isEmpty() || line.said().verdict().code().equals(verdict));
        }

        public String address() {
            return HOME + "?department=" + URLEncoder.encode(department, StandardCharsets.UTF_8) + "&verdict=" + URLEncoder.encode(verdict, StandardCharsets.UTF_8);
        }
    }

    /**
     * {@code templates/outcome/results.html}.
     *
     * @param due how many results stand on no sheet yet
     */
    record Page(List<Line> lines, Choice choice, Paging paging, List<Department> departments, List<Verdict> verdicts, int due, List<Sheet> sheets, boolean decides, String why, List<Tab> tabs) {
        public boolean waits() {
            return sheets.stream().anyMatch(Sheet::waits);
        }
    }

    /** {@code templates/outcome/sheet.html}. */
    record SheetPage(Sheet sheet, List<Row> rows, int parts, boolean signs, String stale, String why) {}

    /** @param name empty where it is no longer public, or no longer there */
    record Row(UUID achievement, Verdict verdict, Optional<Department> department, int rank, String name) {}

    @GetMapping(HOME)
    ModelAndView page(Actor me, @RequestParam(name = "department", defaultValue = "") String department, @RequestParam(name = "verdict", defaultValue = "") String verdict,
            @RequestParam(name = "page", defaultValue = "1") int page) {
        outcomes.require();
        return page(me, new Choice(department, verdict), page, "");
    }

    private ModelAndView page(Actor me, Choice choice, int page, String why) {
        var all = outcomes.lines();
        var chosen = all.stream().filter(choice::takes).toList();
        var paging = Paging.of(page, ON_A_PAGE, chosen.size());
        var departments = all.stream().map(Line::department).distinct().toList();
        return new ModelAndView("outcome/results", Map.of("page", new Page(chosen.stream().skip(paging.offset()).limit(ON_A_PAGE).toList(), choice, paging, departments, Verdict.all(),
            outcomes.due().size(), outcomes.sheets(), me.is(Role.ORGANIZER), why, me.is(Role.ORGANIZER) ? tabs.all() : List.of())), status(why));
    }

    private static HttpStatus status(String why) {
        return why.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /**
     * Says what became of those that are ticked, or of all on the page.
     *
     * @param seen those on the page, each with the number of the decision that it showed
     */
    @PostMapping(HOME + "/verdicts")
    ModelAndView say(Actor me, Lang lang, Flash flash, @RequestParam(name = "seen", required = false) @Nullable List<String> seen, @RequestParam(name = "line", required = false) @Nullable List<UUID> lines,
            @RequestParam(name = "all", defaultValue = "") String all, @RequestParam(name = "verdict", defaultValue = "") String verdict, @RequestParam Map<String, String> form) {
        outcomes.require();
        var choice = new Choice(form.getOrDefault("department", ""), form.getOrDefault("narrowed", ""));
        int page = form.getOrDefault("page", "").matches("[0-9]{1,4}") ? Integer.parseInt(form.get("page")) : 1;
        var said = Verdict.of(verdict);
        if (said.isEmpty()) return page(me, choice, page, texts.in(lang, "outcome.none-chosen"));
        var wanted = seen(seen);
        if (all.isEmpty()) wanted.keySet().retainAll(lines == null ? List.<UUID>of() : lines);
        if (wanted.isEmpty()) return page(me, choice, page, texts.in(lang, "outcome.none-ticked"));
        var no = outcomes.say(me, wanted, said.get());
        if (no.isPresent()) return page(me, choice, page, no.get().in(lang));
        flash.good("outcome.said", wanted.size(), texts.in(lang, "outcome.verdict." + said.get().code()));
        return new ModelAndView("redirect:" + choice.address() + "&page=" + page);
    }

    private static Map<UUID, Long> seen(@Nullable List<String> seen) {
        var numbers = new LinkedHashMap<UUID, Long>();
        if (seen != null) seen.stream().map(SEEN::matcher).filter(each -> each.matches()).forEach(each -> numbers.put(UUID.fromString(each.group(1)), Long.valueOf(each.group(2))));
        return numbers;
    }

    @PostMapping(HOME + "/sheets")
    ModelAndView make(Actor me, Lang lang) {
        var made = outcomes.make(me);
        if (made.refusal().isPresent()) return page(me, new Choice("", ""), 1, made.refusal().get().in(lang));
        return new ModelAndView("redirect:" + HOME + "/sheets/" + made.sheet().orElseThrow());
    }

    @GetMapping(SHEET)
    ModelAndView sheet(Actor me, Lang lang, @PathVariable("number") int number) {
        outcomes.require();
        return sheet(me, lang, number, "");
    }

    private ModelAndView sheet(Actor me, Lang lang, int number, String why) {
        var sheet = outcomes.sheet(number);
        var lines = outcomes.lines().stream().collect(Collectors.toMap(Line::achievement, each -> each));
        var rows = new ArrayList<Row>();
        sheet.lines().forEach((id, verdict) -> {
            var line = Optional.ofNullable(lines.get(id));
            rows.add(new Row(id, verdict, line.map(Line::department), line.map(Line::rank).orElse(0), line.map(Line::name).orElse("")));
        });
        var stale = outcomes.stale(sheet).map(each -> each.in(lang)).orElse("");
        return new ModelAndView("outcome/sheet", Map.of("page", new SheetPage(sheet, rows, sheet.parts(), outcomes.mayBeSignedBy(me, sheet), stale, why)), status(why));
    }

    /** The key and its passphrase are read here and written nowhere. */
    @PostMapping(SHEET + "/signature")
    ModelAndView sign(Actor me, Lang lang, Flash flash, @PathVariable("number") int number, @RequestParam(name = "key", required = false) Optional<MultipartFile> file,
            @RequestParam(name = "passphrase", defaultValue = "") String passphrase, @RequestParam(name = "seen", defaultValue = "") String seen) throws IOException {
        outcomes.require();
        if (file.isEmpty() || file.get().isEmpty()) return sheet(me, lang, number, texts.in(lang, "outcome.sign.no-key"));
        var word = passphrase.toCharArray();
        try {
            var no = outcomes.sign(me, number, seen, PrivateKeys.read(new String(file.get().getBytes(), StandardCharsets.UTF_8), word));
            if (no.isPresent()) return sheet(me, lang, number, no.get().in(lang));
        } catch (KeyFault e) {
            outcomes.unusable(me, number, new Text(e.reason(Lang.ZH), e.reason(Lang.EN)));
            return sheet(me, lang, number, e.reason(lang));
        } finally {
            Arrays.fill(word, ' ');
        }
        flash.good("outcome.signed");
        return new ModelAndView("redirect:" + HOME + "/sheets/" + number);
    }

    /** A sheet that isn't to count; its results stand on the next one again. */
    @PostMapping(SHEET + "/removal")
    ModelAndView putAside(Actor me, Lang lang, Flash flash, @PathVariable("number") int number, @RequestParam(name = "seen", defaultValue = "") String seen) {
        var no = outcomes.putAside(me, number, seen);
        if (no.isPresent()) return sheet(me, lang, number, no.get().in(lang));
        flash.good("outcome.discarded", number);
        return new ModelAndView("redirect:" + HOME + "#s-sheets");
    }

    /** Ids and verdicts and no more: whoever finds it learns no name. */
    @GetMapping(SHEET + "/sheet.pdf")
    ResponseEntity<byte[]> pdf(Actor me, @PathVariable("number") int number) {
        outcomes.require();
        var sheet = outcomes.sheet(number);
        var codes = outcomes.codes(sheet);
        if (outcomes.stale(sheet).isPresent()) throw new Faults.NotThere();
        outcomes.printed(me, sheet);
        var rows = new ArrayList<CodeSheet.Row>();
        for (int i = 0; i < codes.size(); i++) {
            var read = SheetCode.read(codes.get(i)).orElseThrow();
            var lines = new ArrayList<String>();
            read.entries().forEach((id, verdict) -> lines.add(id + "　" + texts.in(Lang.ZH, "outcome.verdict." + verdict.code())));
            rows.add(new CodeSheet.Row(codes.get(i), texts.in(Lang.ZH, "outcome.paper.code", i + 1, codes.size()), lines));
        }
        var paper = new CodeSheet(texts.in(Lang.ZH, "outcome.paper", number), List.of(texts.in(Lang.ZH, "outcome.paper.made", Dates.moment(Lang.ZH, sheet.made()), sheet.lines().size(), codes.size()),
            texts.in(Lang.ZH, "outcome.paper.what")), rows, List.of("", texts.in(Lang.ZH, "outcome.paper.hands")));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Content-Disposition", "inline; filename=\"results-" + number + ".pdf\"").header("Cache-Control", "no-store")
            .body(papers.codes(paper, Lang.ZH));
    }
}
