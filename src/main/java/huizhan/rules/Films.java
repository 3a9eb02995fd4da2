package huizhan.rules;

import static huizhan.rules.Say.error;
import static huizhan.rules.Say.ofNomination;
import static huizhan.rules.Say.place;
import static huizhan.rules.Say.subject;
import static huizhan.rules.Say.told;
import static huizhan.rules.Say.warning;

import huizhan.call.Call;
import huizhan.kernel.Zone;
import huizhan.material.FilmFacts;
import huizhan.material.Material;
import huizhan.rules.Finding.Place;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Films of achievements and the overview film (A10). */
final class Films {
    private static final String BOX = "video";

    private Films() {}

    static List<Finding> film(Material material, Call call, Optional<Zone> zone) {
        return reels(material).flatMap(reel -> {
            if (reel.film.isEmpty() || reel.film.get().broken()) {
                return Stream.of(error("A10.video", reel.fault(), reel.path, reel.place, Say.name(reel.path)));
            }
            return reel.film.get().examinable() ? Stream.<Finding>empty()
                    : Stream.of(warning("A10.video", "opaque", reel.path, reel.place, Say.name(reel.path), reel.film.get().container().toUpperCase(Locale.ROOT)));
        }).toList();
    }

    static List<Finding> duration(Material material, Call call, Optional<Zone> zone) {
        return sound(material).filter(reel -> reel.film.get().duration().map(time -> time.compareTo(call.limits().film()) > 0).orElse(false))
                .map(reel -> error("A10.duration", "", reel.path, reel.place, Say.name(reel.path), clock(reel.film.get().duration().orElseThrow()),
                        call.limits().filmShown().toMinutes())).toList();
    }

    static List<Finding> definition(Material material, Call call, Optional<Zone> zone) {
        var limits = call.limits();
        return of(material, "A10.definition", film -> film.width() > 0 && Math.min(film.width(), film.height()) < limits.filmShort()
                && Math.max(film.width(), film.height()) < limits.filmLong());
    }

    static List<Finding> sound(Material material, Call call, Optional<Zone> zone) {
        return of(material, "A10.sound", film -> film.examinable() && film.sound().isEmpty());
    }

    static List<Finding> overview(Material material, Call call, Optional<Zone> zone) {
        return material.shape() == Material.Shape.WHOLE && material.overview().isEmpty()
                ? List.of(warning("A10.overview", "", Say.NOMINATION, ofNomination("overview"))) : List.of();
    }

    static List<Finding> missing(Material material, Call call, Optional<Zone> zone) {
        return told(material).filter(each -> each.ticked(BOX) && each.video().isBlank())
                .map(each -> error("A10.missing", "", subject(each, "video"), place(each, "video"))).toList();
    }

    static List<Finding> box(Material material, Call call, Optional<Zone> zone) {
        return told(material).filter(each -> !each.ticked(BOX) && !each.video().isBlank())
                .map(each -> warning("A10.box", "", subject(each, "exhibitForms"), place(each, "exhibitForms"))).toList();
    }

    private static List<Finding> of(Material material, String rule, Predicate<FilmFacts> found) {
        return sound(material).filter(reel -> found.test(reel.film.get())).map(reel -> warning(rule, "", reel.path, reel.place, Say.name(reel.path),
                reel.film.get().width() + "×" + reel.film.get().height())).toList();
    }

    private static Stream<Reel> sound(Material material) {
        return reels(material).filter(reel -> reel.film.map(film -> !film.broken()).orElse(false));
    }

    /** Every film whose file is there. */
    private static Stream<Reel> reels(Material material) {
        var overview = material.overview().stream().map(film -> new Reel(film.file(), ofNomination("overview"), Optional.empty()));
        var films = told(material).filter(each -> !each.video().isBlank()).map(each -> new Reel(each.video(), place(each, "video"), Optional.empty()));
        return Stream.concat(overview, films).filter(reel -> material.file(reel.path).isPresent())
                .map(reel -> new Reel(reel.path, reel.place, material.file(reel.path).flatMap(facts -> facts.film())));
    }

    private static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private record Reel(String path, Place place, Optional<FilmFacts> film) {
        String fault() {
            return film.flatMap(each -> each.fault().or(() -> each.depth().flatMap(FilmFacts.Depth::fault))).orElse(FilmFacts.Fault.NOT_A_FILM)
                    .name().toLowerCase(Locale.ROOT);
        }
    }
}
