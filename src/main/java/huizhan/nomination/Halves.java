package huizhan.nomination;

import huizhan.kernel.Disclosure;
import huizhan.material.Achievement;
import huizhan.material.FileFacts;
import huizhan.material.GrantedException;
import huizhan.material.Material;
import huizhan.material.OverviewVideo;
import huizhan.media.StoredFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A nomination goes by two ways: what is public by post, with a stub for each other line, and what is not by the prescribed channel, sealed (A4, A12, C2). */
final class Halves {
    private Halves() {}

    /** How many achievements are not public, and more than a stub. */
    static int hidden(Content content) {
        return (int) content.material().achievements().stream().filter(Halves::hidden).count();
    }

    /** Whether there is anything that may not go by post. */
    static boolean split(Content content) {
        return hidden(content) > 0 || content.material().overview().filter(Halves::hidden).isPresent();
    }

    private static boolean hidden(Achievement each) {
        return !each.stub() && !each.disclosure().equals(Disclosure.PUBLIC.code());
    }

    private static boolean hidden(OverviewVideo film) {
        return !film.disclosure().equals(Disclosure.PUBLIC.code());
    }

    /** What goes by post; the same where all of it may. */
    static Content open(Content content) {
        if (!split(content)) return content;
        var material = content.material();
        var lines = material.achievements().stream().map(each -> hidden(each) ? Achievement.stub(each.id().orElseThrow(), each.rank().orElseThrow()) : each).toList();
        return of(content, material.shape(), lines, material.overview().filter(film -> !hidden(film)), told(content, false));
    }

    /** What goes sealed, as a part with its ranks. */
    static Content sealed(Content content) {
        var material = content.material();
        var lines = material.achievements().stream().filter(Halves::hidden).toList();
        return of(content, Material.Shape.PART, lines, material.overview().filter(Halves::hidden), told(content, true));
    }

    /** An exception tells which achievement or file it is about: it goes where that goes, and one of the whole nomination both ways. */
    private static List<GrantedException> told(Content content, boolean sealed) {
        var mine = new HashSet<String>();
        for (var each : content.material().achievements()) {
            if (hidden(each)) {
                mine.add(each.id().map(UUID::toString).orElse(""));
                paths(List.of(each), Optional.empty()).stream().map(content.files()::get).filter(java.util.Objects::nonNull).forEach(file -> mine.add(file.sha256().hex()));
            }
        }
        return content.material().exceptions().stream().filter(each -> each.item().isEmpty() || mine.contains(each.item().replaceAll("/.*", "")) == sealed).toList();
    }

    private static Set<String> paths(List<Achievement> lines, Optional<OverviewVideo> film) {
        var paths = lines.stream().flatMap(each -> each.files().stream()).collect(Collectors.toCollection(HashSet::new));
        film.map(OverviewVideo::file).ifPresent(paths::add);
        return paths;
    }

    private static Content of(Content whole, Material.Shape shape, List<Achievement> lines, Optional<OverviewVideo> film, List<GrantedException> exceptions) {
        var paths = paths(lines, film);
        Map<String, FileFacts> facts = new LinkedHashMap<>();
        whole.material().files().forEach((path, each) -> {
            if (paths.contains(path)) facts.put(path, each);
        });
        Map<String, StoredFile> files = new LinkedHashMap<>();
        whole.files().forEach((path, each) -> {
            if (paths.contains(path)) files.put(path, each);
        });
        var material = whole.material();
        return new Content(new Material(material.call(), shape, material.id(), material.revision(), exceptions, material.department(), film, new ArrayList<>(lines), facts,
            Set.of(), List.of(), List.of()), files, List.of());
    }
}
