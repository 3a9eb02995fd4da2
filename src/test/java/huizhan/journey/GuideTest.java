package huizhan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide says what the program's pages say, and its pictures are of this program as it runs. Each run leaves the whole guide with fresh
 * pictures in {@code target/guide}; {@code -Dhuizhan.guide=docs/guide} puts them beside the text as well.
 */
class GuideTest {
    private static final Path FRESH = Path.of("target/guide");
    private static final Optional<Path> REFRESHED = Optional.ofNullable(System.getProperty("huizhan.guide")).map(Path::of);
    private static final long MOST_BYTES = 150_000;
    private static List<Guide> guides;

    @BeforeAll static void read() throws IOException {
        guides = Guide.all();
    }

    @Test void what_it_quotes_stands_on_a_page_in_its_language() {
        var words = Stream.of(Lang.values()).collect(Collectors.toMap(Function.identity(), PageWords::of));
        assertThat(guides.stream().filter(each -> !each.isIndex())
            .flatMap(each -> each.quoted().stream().filter(said -> !words.get(each.lang()).has(said)).map(said -> each.name() + ": " + said))).isEmpty();
        assertThat(guides.stream().filter(each -> each.lang() == Lang.ZH)).allMatch(each -> each.text().split("「\\*\\*", -1).length - 1 == each.quoted().size());
    }

    @Test void its_links_lead_somewhere() {
        assertThat(guides.stream().flatMap(each -> each.astray().stream().map(link -> each.name() + ": " + link))).isEmpty();
    }

    @Test void both_languages_show_and_say_the_same_steps() {
        var shown = guides.stream().filter(each -> !each.isIndex())
            .collect(Collectors.groupingBy(each -> each.name().replaceFirst("\\..*", ""), Collectors.mapping(each -> each.pictures().stream()
                .map(picture -> picture.replaceFirst("/(zh|en)/", "/")).toList(), Collectors.toSet())));
        assertThat(shown.keySet()).containsExactlyInAnyOrder("unit", "middle", "department", "organizer");
        assertThat(shown.values()).allMatch(each -> each.size() == 1);
        assertThat(guides.stream().flatMap(each -> each.descriptions().stream())).noneMatch(String::isBlank);
    }

    @Test void its_pictures_are_made_by_this_run_and_all_that_are_made_are_shown(@TempDir Path workshop) throws IOException {
        var kept = new ArrayList<CompletableFuture<Kept>>();
        try (var chrome = Chrome.orSkip(); var company = new Company(workshop)) {
            // the next is taken while one is written
            new Camera(chrome, company.server).take(GuideShots.of(company, workshop),
                (taken, png) -> kept.add(CompletableFuture.supplyAsync(() -> keep(Guide.picture(taken.name(), taken.lang()), png))));
            assertThat(chrome.complaints()).isEmpty();
        }
        copyTexts();
        var made = kept.stream().map(CompletableFuture::join).toList();
        var names = made.stream().map(Kept::name).toList();
        assertThat(guides.stream().flatMap(each -> each.pictures().stream())).containsExactlyInAnyOrderElementsOf(names);
        assertThat(committed().keySet()).containsExactlyInAnyOrderElementsOf(names);
        // those that this run has taken are made small only where they are to be kept
        assertThat(committed().values()).noneMatch(bytes -> bytes > MOST_BYTES);
        assertThat(REFRESHED.isEmpty() ? List.<Kept>of() : made).noneMatch(each -> each.bytes() > MOST_BYTES);
    }

    private record Kept(String name, long bytes) {}

    /** The sizes of the pictures that lie in the repository. */
    private static Map<String, Long> committed() throws IOException {
        try (var files = Files.walk(Guide.FOLDER)) {
            return files.filter(each -> each.toString().endsWith(".png")).collect(Collectors.toMap(each -> Guide.FOLDER.relativize(each).toString(), each -> each.toFile().length()));
        }
    }

    private static Kept keep(String name, byte[] png) {
        try {
            var bytes = REFRESHED.isEmpty() ? png : Palette.reduced(png);
            for (var folder : Stream.concat(Stream.of(FRESH), REFRESHED.stream()).toList()) {
                var file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            }
            return new Kept(name, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyTexts() throws IOException {
        for (var guide : guides) {
            Files.copy(guide.file(), FRESH.resolve(guide.name()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
