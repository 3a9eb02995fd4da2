package huizhan.likeness;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.likeness.LikenessSql.Key;
import huizhan.likeness.LikenessSql.Show;
import huizhan.nomination.Tabs;
import huizhan.organization.Accounts;
import huizhan.web.Dates;
import huizhan.web.Flash;
import huizhan.web.Paging;
import java.util.List;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What came in twice, for the organizer (B20). */
@Controller
class LikenessPages {
    static final String HOME = "/duplicates";
    private static final int SIZE = 20;
    private final Likenesses likenesses;
    private final PairViews views;
    private final Accounts accounts;
    private final Tabs tabs;

    LikenessPages(Likenesses likenesses, PairViews views, Accounts accounts, Tabs tabs) {
        this.likenesses = likenesses;
        this.views = views;
        this.accounts = accounts;
        this.tabs = tabs;
    }

    /** A filter with how many pairs it shows. */
    record Filter(String code, long count, boolean here) {}

    @GetMapping(HOME)
    String list(Lang lang, Model model, @RequestParam(name = "show", defaultValue = "open") String code, @RequestParam(name = "page", defaultValue = "1") int page) {
        var show = Stream.of(Show.values()).filter(each -> code(each).equals(code)).findFirst().orElse(Show.OPEN);
        var filters = Stream.of(Show.values()).map(each -> new Filter(code(each), likenesses.count(each), each == show)).toList();
        var paging = Paging.of(page, SIZE, filters.get(show.ordinal()).count());
        model.addAttribute("tabs", tabs.all());
        model.addAttribute("filters", filters);
        model.addAttribute("paging", paging);
        model.addAttribute("path", HOME + "?show=" + code(show));
        model.addAttribute("pairs", views.of(likenesses.page(show, SIZE, paging.offset()), lang));
        return "likeness/list";
    }

    private static String code(Show show) {
        return show.name().toLowerCase(java.util.Locale.ROOT);
    }

    @GetMapping(HOME + "/{one}/{other}")
    ModelAndView pair(Lang lang, @PathVariable("one") UUID one, @PathVariable("other") UUID other) {
        return page(new Key(one, other), lang, Optional.empty(), "");
    }

    @PostMapping(HOME + "/{one}/{other}/dismissal")
    ModelAndView dismiss(Actor me, Lang lang, Flash flash, @PathVariable("one") UUID one, @PathVariable("other") UUID other,
            @RequestParam(name = "reason", defaultValue = "") String reason, @RequestParam(name = "seen", defaultValue = "0") long seen) {
        var key = new Key(one, other);
        var no = likenesses.dismiss(me, key, reason, seen);
        return no.isPresent() ? page(key, lang, no, reason) : done(flash, "likeness.dismissed", HOME);
    }

    @PostMapping(HOME + "/{one}/{other}/dismissal/withdrawal")
    ModelAndView takeBack(Actor me, Lang lang, Flash flash, @PathVariable("one") UUID one, @PathVariable("other") UUID other,
            @RequestParam(name = "seen", defaultValue = "0") long seen) {
        var key = new Key(one, other);
        var no = likenesses.takeBack(me, key, seen);
        return no.isPresent() ? page(key, lang, no, "") : done(flash, "likeness.taken-back", HOME + "/" + one + "/" + other);
    }

    private static ModelAndView done(Flash flash, String word, String next) {
        flash.good(word);
        return new ModelAndView("redirect:" + next);
    }

    private ModelAndView page(Key key, Lang lang, Optional<Text> refusal, String reason) {
        var known = likenesses.of(key);
        var view = views.of(List.of(known.pair()), lang).stream().findFirst().orElseThrow(huizhan.kernel.Faults.NotThere::new);
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("lines", views.lines(known.pair(), lang));
        model.put("sights", views.sights(known.pair(), lang));
        model.put("said", known.steps().stream().map(each -> new PairView.Said(each.dismissed(), each.reason(), Dates.moment(lang, each.at()),
            accounts.nameOf(each.by()).orElse(""))).toList());
        model.put("dismissed", known.dismissed());
        model.put("seen", known.step());
        model.put("refused", refusal.map(why -> why.in(lang)).orElse(""));
        model.put("reason", reason);
        return new ModelAndView("likeness/pair", model, refusal.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
