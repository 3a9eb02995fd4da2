package huizhan.outcome;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.nomination.SignOffs;
import huizhan.nomination.Tab;
import huizhan.nomination.Tabs;
import huizhan.organization.Departments;
import huizhan.outcome.ScannedSql.Scanned;
import huizhan.web.Flash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** On the open server: sheets are scanned and released (B29). */
@Controller
class CodePages {
    static final String HOME = "/results/codes";
    private final Homecoming homecoming;
    private final Departments departments;
    private final Tabs tabs;

    CodePages(Homecoming homecoming, Departments departments, Tabs tabs) {
        this.homecoming = homecoming;
        this.departments = departments;
        this.tabs = tabs;
    }

    /**
     * {@code templates/outcome/codes.html}.
     *
     * @param never numbers below the highest of which no code was scanned
     */
    record Page(List<Row> sheets, List<Integer> never, boolean known, boolean releases, Optional<Scan> scan, String why, List<Tab> tabs) {}

    /**
     * A sheet as it is shown.
     *
     * @param missing its codes that were not scanned yet
     * @param unknown how many of its entries are about what never came in here
     */
    record Row(Scanned sheet, List<Integer> missing, List<Entry> entries, int unknown) {}

    /** One result. */
    record Entry(String department, int rank, String name, Verdict verdict) {}

    @GetMapping(HOME)
    ModelAndView page(Actor me, Lang lang) {
        homecoming.require();
        return new ModelAndView("outcome/codes", "page", view(me, lang, Optional.empty(), ""));
    }

    /** The piece of the page that shows the sheets. */
    @GetMapping(HOME + "/state")
    ModelAndView state(Actor me, Lang lang) {
        homecoming.require();
        return new ModelAndView("outcome/codes :: state", "page", view(me, lang, Optional.empty(), ""));
    }

    /** To a script the line alone, to a browser without one the whole page. */
    @PostMapping(HOME)
    ModelAndView scan(Actor me, Lang lang, @RequestParam(name = "code", defaultValue = "") String code, @RequestHeader(name = "X-Requested-With", defaultValue = "") String with) {
        var scan = homecoming.scan(me, code);
        return with.isEmpty() ? new ModelAndView("outcome/codes", "page", view(me, lang, Optional.of(scan), "")) : new ModelAndView("outcome/codes :: line(scan=${scan})", Map.of("scan", scan));
    }

    @PostMapping(HOME + "/{number}/release")
    ModelAndView release(Actor me, Lang lang, Flash flash, @PathVariable("number") int number) {
        var no = homecoming.release(me, number);
        if (no.isPresent()) return new ModelAndView("outcome/codes", Map.of("page", view(me, lang, Optional.empty(), no.get().in(lang))), HttpStatus.UNPROCESSABLE_CONTENT);
        flash.good("outcome.released", number);
        return new ModelAndView("redirect:" + HOME);
    }

    @PostMapping(HOME + "/{number}/removal")
    String remove(Actor me, Flash flash, @PathVariable("number") int number) {
        if (homecoming.remove(me, number)) flash.good("outcome.codes.removed", number);
        else flash.bad("outcome.codes.removed.no");
        return "redirect:" + HOME;
    }

    private Page view(Actor me, Lang lang, Optional<Scan> scan, String why) {
        var lines = homecoming.lines();
        var names = new HashMap<UUID, String>();
        departments.all().forEach(each -> names.put(each.id(), each.name().in(lang)));
        var rows = homecoming.sheets().stream().map(each -> row(each, lines, names)).toList();
        var numbers = rows.stream().map(each -> each.sheet().number()).toList();
        var never = IntStream.rangeClosed(1, numbers.stream().max(Comparator.naturalOrder()).orElse(0)).boxed().filter(each -> !numbers.contains(each)).toList();
        return new Page(rows, never, homecoming.known(), me.is(Role.ORGANIZER), scan, why, me.is(Role.ORGANIZER) ? tabs.all() : List.of());
    }

    private static Row row(Scanned sheet, Map<UUID, SignOffs.Line> lines, Map<UUID, String> names) {
        var missing = new ArrayList<Integer>();
        for (int part = 1; part <= sheet.parts(); part++) {
            if (!sheet.scanned().contains(part)) missing.add(part);
        }
        var entries = new ArrayList<Entry>();
        sheet.entries().forEach((id, verdict) -> Optional.ofNullable(lines.get(id)).ifPresent(line -> entries.add(new Entry(names.getOrDefault(line.department(), ""), line.rank(), line.name(), verdict))));
        entries.sort(Comparator.comparing(Entry::department).thenComparing(Entry::rank));
        return new Row(sheet, missing, entries, sheet.entries().size() - entries.size());
    }
}
