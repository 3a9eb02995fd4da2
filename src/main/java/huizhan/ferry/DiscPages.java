package huizhan.ferry;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import huizhan.organization.Departments;
import huizhan.organization.cards.KeyCards;
import huizhan.web.Flash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Discs on a server: sent up, checked, taken in, and what came of each department (C1, C3). */
@Controller
class DiscPages {
    static final String HOME = "/discs";
    private static final String INSPECTION = HOME + "/inspections/{id}";
    private final WaitingDiscs waiting;
    private final Inspections inspections;
    private final DiscViews views;
    private final KeyCards cards;
    private final Departments departments;

    DiscPages(WaitingDiscs waiting, Inspections inspections, DiscViews views, KeyCards cards, Departments departments) {
        this.waiting = waiting;
        this.inspections = inspections;
        this.views = views;
        this.cards = cards;
        this.departments = departments;
    }

    @GetMapping(HOME)
    ModelAndView list(Actor me, @RequestParam(name = "seen", required = false) @Nullable List<UUID> seen, @RequestParam(name = "disc", required = false) @Nullable List<UUID> chosen) {
        return list(me, ticks(seen, chosen), "");
    }

    static DiscViews.Ticks ticks(@Nullable List<UUID> seen, @Nullable List<UUID> chosen) {
        return new DiscViews.Ticks(Objects.requireNonNullElse(seen, List.of()), Objects.requireNonNullElse(chosen, List.of()));
    }

    private ModelAndView list(Actor me, DiscViews.Ticks ticks, String why) {
        return new ModelAndView("ferry/discs", Map.of("page", views.list(me, ticks, why)), why.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(HOME + "/waiting/{id}/removal")
    String remove(Actor me, Flash flash, @PathVariable("id") UUID id) throws IOException {
        waiting.remove(me, id);
        flash.good("ferry.removed");
        return "redirect:" + HOME;
    }

    /** The key and its passphrase are read here, held while the discs are looked at and taken in, and written nowhere. */
    @PostMapping(HOME + "/inspections")
    ModelAndView inspect(Actor me, Lang lang, @RequestParam(name = "seen", required = false) @Nullable List<UUID> seen, @RequestParam(name = "disc", required = false) @Nullable List<UUID> discs, @RequestParam(name = "key", required = false) Optional<MultipartFile> key,
            @RequestParam(name = "passphrase", defaultValue = "") String passphrase, @RequestParam(name = "department", defaultValue = "") String department) throws IOException {
        var ticks = ticks(seen, discs);
        if (ticks.chosen().isEmpty()) {
            return list(me, ticks, new Text("请先选择要检查的光盘。", "Choose the discs to check first.").in(lang));
        }
        boolean given = key.isPresent() && !key.get().isEmpty();
        if (given && !views.opens(me)) {
            return list(me, ticks, new Text("封装光盘由保密审核人员打开。", "Sealed discs are opened by the confidentiality officer.").in(lang));
        }
        try {
            var keys = given ? Optional.of(keys(key.orElseThrow(), passphrase.toCharArray())) : Optional.<PrivateKeys>empty();
            var id = inspections.begin(me, new Inspections.Wish(ticks.chosen(), List.of(), keys, known(department.strip())));
            return new ModelAndView("redirect:" + HOME + "/inspections/" + id);
        } catch (KeyFault e) {
            return list(me, ticks, e.reason(lang));
        }
    }

    /** An inspection is kept while the server runs: of what was typed nothing else may stand in it (C7). */
    private Optional<String> known(String code) {
        return departments.all().stream().map(each -> each.code()).filter(code::equals).findFirst();
    }

    static PrivateKeys keys(MultipartFile file, char[] passphrase) throws IOException, KeyFault {
        try {
            return PrivateKeys.read(new String(file.getBytes(), StandardCharsets.UTF_8), passphrase);
        } finally {
            Arrays.fill(passphrase, ' ');
        }
    }

    /** The open server's card, put by the organizer of the restricted one. */
    @PostMapping(HOME + "/signer")
    ModelAndView putSigner(Actor me, Lang lang, Flash flash, @RequestParam(name = "file", required = false) Optional<MultipartFile> file,
            @RequestParam(name = "card", defaultValue = "") String card, @RequestParam(name = "seen", defaultValue = "0") int seen) throws IOException {
        views.requireInner();
        try (var stream = file.isPresent() ? file.get().getInputStream() : InputStream.nullInputStream()) {
            var no = cards.putOpenServers(me, stream, card, seen);
            if (no.isPresent()) return list(me, ticks(null, null), no.get().in(lang));
        }
        flash.good("ferry.signer.put");
        return new ModelAndView("redirect:" + HOME + "#s-signer");
    }

    @PostMapping(HOME + "/signer/{fingerprint}/withdrawal")
    ModelAndView withdrawSigner(Actor me, Lang lang, Flash flash, @PathVariable("fingerprint") String fingerprint) {
        views.requireInner();
        var no = cards.withdrawOpenServers(me, fingerprint);
        if (no.isPresent()) return list(me, ticks(null, null), no.get().in(lang));
        flash.good("ferry.signer.withdrawn");
        return new ModelAndView("redirect:" + HOME + "#s-signer");
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
    String take(Actor me, @PathVariable("id") UUID id) {
        if (views.takes(me, inspections.of(me, id))) inspections.take(me, id, any -> false);
        return "redirect:" + HOME + "/inspections/" + id;
    }

    @GetMapping(HOME + "/departments/{id}")
    ModelAndView department(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return new ModelAndView("ferry/department", "page", views.department(me, id, lang));
    }
}
