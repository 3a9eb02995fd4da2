package huizhan.ferry;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import huizhan.web.Flash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Discs at a department's desk: from a drive, an image or a folder of this machine, or sent up; looked at first, then taken in (C1). */
@Controller
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class GatheringPages {
    static final String HOME = "/desk/discs";
    private static final String INSPECTION = HOME + "/inspections/{id}";
    private final WaitingDiscs waiting;
    private final Inspections inspections;
    private final DiscViews views;
    private final Gathering gathering;

    GatheringPages(WaitingDiscs waiting, Inspections inspections, DiscViews views, Gathering gathering) {
        this.waiting = waiting;
        this.inspections = inspections;
        this.views = views;
        this.gathering = gathering;
    }

    /**
     * {@code templates/ferry/gathering.html}.
     *
     * @param paths  as typed, one on each line
     * @param closed why nothing can be taken in now, else empty
     * @param asks   versions that came and do not stand here
     */
    record Page(List<WaitingDiscSql.Waiting> waiting, DiscViews.Ticks ticks, String paths, String closed, List<ArrivalSql.Taken> came, List<Coming> asks, List<String> gaps, String why, String slot) {
        public boolean chosen(UUID disc) {
            return !ticks.seen().contains(disc) || ticks.chosen().contains(disc);
        }
    }

    @GetMapping(HOME)
    ModelAndView list(Lang lang, @RequestParam(name = "seen", required = false) @Nullable List<UUID> seen, @RequestParam(name = "disc", required = false) @Nullable List<UUID> chosen) {
        return list(lang, DiscPages.ticks(seen, chosen), "", "");
    }

    private ModelAndView list(Lang lang, DiscViews.Ticks ticks, String paths, String why) {
        var state = gathering.state();
        var page = new Page(waiting.all(), ticks, paths, state.closed().map(text -> text.in(lang)).orElse(""), state.came(), state.asks(),
            state.came().isEmpty() ? List.of() : views.words(state.gaps(), lang), why, WaitingDiscs.SLOT);
        return new ModelAndView("ferry/gathering", Map.of("page", page), why.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(HOME + "/waiting/{id}/removal")
    String remove(Actor me, Flash flash, @PathVariable("id") UUID id) throws IOException {
        waiting.remove(me, id);
        flash.good("ferry.removed");
        return "redirect:" + HOME;
    }

    /** The key and its passphrase are held while the discs are looked at and taken in, and written nowhere. */
    @PostMapping(HOME + "/inspections")
    ModelAndView inspect(Actor me, Lang lang, @RequestParam(name = "seen", required = false) @Nullable List<UUID> seen, @RequestParam(name = "disc", required = false) @Nullable List<UUID> discs,
            @RequestParam(name = "paths", defaultValue = "") String paths, @RequestParam(name = "key", required = false) Optional<MultipartFile> key,
            @RequestParam(name = "passphrase", defaultValue = "") String passphrase) throws IOException {
        var ticks = DiscPages.ticks(seen, discs);
        var places = new ArrayList<Path>();
        for (var typed : paths.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            var place = place(typed);
            if (place.isEmpty()) return list(lang, ticks, paths, new Text("这台电脑上没有“" + typed + "”这个位置。请写完整，例如 D:\\ 或 /media/cdrom。", "There is no " + typed + " on this machine. Write the whole path, such as D:\\ or /media/cdrom.").in(lang));
            places.add(place.get());
        }
        if (ticks.chosen().isEmpty() && places.isEmpty()) {
            return list(lang, ticks, paths, new Text("请写明光盘的位置，或选择上传好的映像。", "Say where the discs are, or choose images that were uploaded.").in(lang));
        }
        try {
            var keys = key.isPresent() && !key.get().isEmpty() ? Optional.of(DiscPages.keys(key.get(), passphrase.toCharArray())) : Optional.<PrivateKeys>empty();
            var id = inspections.begin(me, new Inspections.Wish(ticks.chosen(), places, keys, Optional.empty()));
            return new ModelAndView("redirect:" + HOME + "/inspections/" + id);
        } catch (KeyFault e) {
            return list(lang, ticks, paths, e.reason(lang));
        }
    }

    private static Optional<Path> place(String typed) {
        try {
            return Optional.of(Path.of(typed.replaceAll("^\"|\"$", ""))).filter(path -> path.isAbsolute() && Files.exists(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @GetMapping(INSPECTION)
    ModelAndView inspection(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return new ModelAndView("ferry/inspection", "page", views.inspection(me, HOME, inspections.of(me, id), lang));
    }

    /** The piece of the page that waits. */
    @GetMapping(INSPECTION + "/state")
    ModelAndView state(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return new ModelAndView("ferry/inspection :: state", "page", views.inspection(me, HOME, inspections.of(me, id), lang));
    }

    @PostMapping(INSPECTION + "/import")
    String take(Actor me, @PathVariable("id") UUID id, @RequestParam(name = "yes", required = false) @Nullable List<String> yes) {
        var marks = Objects.requireNonNullElse(yes, List.<String>of());
        inspections.take(me, id, each -> marks.contains(each.mark()));
        return "redirect:" + HOME + "/inspections/" + id;
    }

    /** Versions that came earlier, and were not wanted then. */
    @PostMapping(HOME + "/versions")
    ModelAndView settle(Actor me, Lang lang, Flash flash, @RequestParam(name = "yes", required = false) @Nullable List<String> yes) {
        if (yes == null) return list(lang, DiscPages.ticks(null, null), "", new Text("请先在要换上的版本前打勾。", "Tick the versions to be used first.").in(lang));
        var no = gathering.settle(me, yes);
        if (no.isPresent()) return list(lang, DiscPages.ticks(null, null), "", no.get().in(lang));
        flash.good("ferry.desk.settled");
        return new ModelAndView("redirect:" + HOME);
    }
}
