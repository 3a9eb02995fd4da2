package huizhan.ferry.crossing;

import huizhan.disc.Capacity;
import huizhan.folder.SealedLabels;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.nomination.SignOffs;
import huizhan.nomination.Tab;
import huizhan.nomination.Tabs;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.web.Flash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ferries for the restricted server: what waits, how far one is, the discs and labels to burn (C1). */
@Controller
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "open", matchIfMissing = true)
class CrossingPages {
    static final String HOME = "/ferries";
    private final Crossings crossings;
    private final CrossingWork work;
    private final CrossingKey key;
    private final Departments departments;
    private final Tabs tabs;

    CrossingPages(Crossings crossings, CrossingWork work, CrossingKey key, Departments departments, Tabs tabs) {
        this.crossings = crossings;
        this.work = work;
        this.key = key;
        this.departments = departments;
        this.tabs = tabs;
    }

    /** {@code templates/ferry/crossings.html}. */
    record Page(List<Waits> waiting, List<Row> rows, Optional<Card> card, List<Tab> tabs) {
        public boolean working() {
            return rows.stream().anyMatch(Row::works);
        }

        public boolean unfinished() {
            return rows.stream().anyMatch(each -> each.ferry().ended().isEmpty());
        }
    }

    /** A sign-off that hasn't gone yet. */
    record Waits(Department department, SignOffs.Standing standing) {}

    /** @param fingerprint in groups */
    record Card(String holder, String fingerprint) {}

    /** A ferry with its discs. */
    record Row(Ferry ferry, int cargo, boolean works, CrossingWork.State state, List<Disc> discs) {}

    /** @param there whether its image lies on this server */
    record Disc(int number, int of, String name, long size, String digest, boolean there) {}

    @GetMapping(HOME)
    ModelAndView page() {
        return new ModelAndView("ferry/crossings", "page", view());
    }

    /** The piece of the page that waits. */
    @GetMapping(HOME + "/state")
    ModelAndView state() {
        return new ModelAndView("ferry/crossings :: state", "page", view());
    }

    private Page view() {
        var waiting = crossings.waiting().stream().map(each -> new Waits(departments.find(each.department()).orElseThrow(), each)).toList();
        var rows = crossings.all().stream().map(each -> new Row(each, crossings.cargo(each), crossings.works(each), work.state(each.id()), discs(each))).toList();
        return new Page(waiting, rows, key.card().map(card -> new Card(card.holder(), card.fingerprint().grouped())), tabs.all());
    }

    private List<Disc> discs(Ferry ferry) {
        return crossings.discs(ferry).stream().map(each -> new Disc(each.number(), each.of(), each.fileName(), each.size(), each.sha256().hex(),
            Files.isRegularFile(crossings.folder(ferry).resolve(each.fileName())))).toList();
    }

    @PostMapping(HOME)
    String begin(Actor me, Flash flash, @RequestParam(name = "capacity", defaultValue = "dvd") String capacity, @RequestParam(name = "whole", defaultValue = "") String whole) {
        var ferry = crossings.begin(me, Capacity.typed(capacity), !whole.isEmpty());
        ferry.ifPresentOrElse(crossings::soon, () -> flash.warn("ferry.crossing.nothing"));
        return "redirect:" + HOME;
    }

    @PostMapping(HOME + "/{number}/again")
    String again(Actor me, @PathVariable("number") int number) {
        crossings.soon(crossings.again(me, number));
        return "redirect:" + HOME;
    }

    @GetMapping(HOME + "/server.card")
    ResponseEntity<String> card() {
        var keys = key.card().orElseThrow(Faults.NotThere::new);
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).header("Content-Disposition", "attachment; filename=\"" + keys.id() + ".card\"")
            .body(keys.card() + "\n");
    }

    /** One image, with ranges, so that a broken download goes on. */
    @GetMapping(HOME + "/{number}/discs/{disc}")
    ResponseEntity<Resource> image(@PathVariable("number") int number, @PathVariable("disc") int disc) {
        return download(file(number, disc));
    }

    @GetMapping(HOME + "/{number}/discs/{disc}/label.pdf")
    ResponseEntity<Resource> label(@PathVariable("number") int number, @PathVariable("disc") int disc) {
        return download(SealedLabels.beside(file(number, disc)));
    }

    private Path file(int number, int disc) {
        var ferry = crossings.all().stream().filter(each -> each.number() == number).findFirst().orElseThrow(Faults.NotThere::new);
        return crossings.discs(ferry).stream().filter(each -> each.number() == disc).map(each -> crossings.folder(ferry).resolve(each.fileName())).findFirst().orElseThrow(Faults.NotThere::new);
    }

    private static ResponseEntity<Resource> download(Path file) {
        if (!Files.isRegularFile(file)) throw new Faults.NotThere();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(CacheControl.noStore())
            .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"").header("X-Content-Type-Options", "nosniff").body(new FileSystemResource(file));
    }
}
