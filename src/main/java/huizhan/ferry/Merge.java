package huizhan.ferry;

import huizhan.call.Call;
import huizhan.ferry.Gap.Kind;
import huizhan.folder.DiscNames;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Sha256;
import huizhan.material.Achievement;
import huizhan.material.Digests;
import huizhan.material.FileFacts;
import huizhan.material.GrantedException;
import huizhan.material.Material;
import huizhan.material.OverviewVideo;
import huizhan.material.Values;
import huizhan.media.StoredFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One department's ranked list out of everything that came of it (A4, C1). It goes by id: ranks are those of the newest list, and a sealed
 * part stands where the list has its stub. An older revision that comes later changes nothing.
 */
final class Merge {
    private final Call call;
    private final Map<UUID, StoredFile> stored;
    private final Map<String, StoredFile> files = new LinkedHashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Arrival> came;
    private final List<Part> parts;
    private final Optional<Arrival> list;

    /** Which version stands for each achievement that has come with its content. */
    private final Map<UUID, Part> chosen = new LinkedHashMap<>();

    /** An achievement that came with its content. */
    record Part(Achievement achievement, Arrival from) {
        UUID id() {
            return achievement.id().orElseThrow();
        }
    }

    /** @param material whole, its files under plain names by rank; {@code files} by those names */
    record Merged(Material material, Map<String, StoredFile> files, List<Gap> gaps) {}

    /** @param from on which discs it came */
    record Film(OverviewVideo film, Arrival from) {}

    /**
     * Before anything is named anew.
     *
     * @param list   the newest; empty where none came
     * @param lines  by rank
     * @param chosen by id the version that counts, of those on the list and of strangers to it
     */
    record Plan(Optional<Arrival> list, List<Achievement> lines, Map<UUID, Part> chosen, Optional<Film> film, List<Gap> gaps) {}

    private Merge(List<Arrival> came, Call call, Map<UUID, StoredFile> stored) {
        this.came = came;
        this.call = call;
        this.stored = stored;
        this.list = came.stream().filter(Arrival::whole).max(Comparator.<Arrival>comparingInt(each -> each.material().revision()).thenComparing(Arrival::at));
        this.parts = came.stream().flatMap(each -> each.material().achievements().stream().filter(one -> !one.stub() && one.id().isPresent()).map(one -> new Part(one, each))).toList();
    }

    /** @param came what was taken in of one department, the oldest first; at least one */
    static Merged of(List<Arrival> came, Call call, Map<UUID, StoredFile> stored) {
        return new Merge(came, call, stored).merged(came.get(came.size() - 1));
    }

    /** The same without the files, which need not be stored: their facts are then the arrivals' own. */
    static Plan plan(List<Arrival> came, Call call, Map<UUID, StoredFile> stored) {
        var merge = new Merge(came, call, stored);
        var lines = merge.lines();
        return new Plan(merge.list, lines, Map.copyOf(merge.chosen), merge.film(), List.copyOf(merge.gaps));
    }

    private List<Achievement> lines() {
        var lines = list.map(this::listed).orElseGet(this::unlisted).stream().sorted(Comparator.comparing(each -> each.rank().orElse(0))).toList();
        twice(lines);
        strangers(lines);
        return lines;
    }

    private Merged merged(Arrival latest) {
        var lines = lines();
        var from = list.orElse(latest);
        var raw = new Material(call.id(), Material.Shape.WHOLE, list.flatMap(each -> each.material().id()), from.material().revision(), exceptions(lines), list.map(each -> each.material().department()).orElse(Values.NONE),
            overview(), lines, facts(), Set.of(), List.of(), List.of());
        var named = DiscNames.of(raw);
        var placed = new LinkedHashMap<String, StoredFile>();
        named.names().forEach((old, name) -> Optional.ofNullable(files.get(old)).ifPresent(file -> placed.put(name, file)));
        return new Merged(named.material(), placed, List.copyOf(gaps));
    }

    /** The list's film; where it has none, that of a part. */
    private Optional<Film> film() {
        return Stream.concat(list.stream(), came.stream().filter(each -> !each.whole())).flatMap(each -> each.material().overview().map(film -> new Film(film, each)).stream()).findFirst();
    }

    private Optional<OverviewVideo> overview() {
        return film().map(each -> each.film().filed(taken(each.from(), each.film().file())));
    }

    /** The list's own lines, each stub replaced by its newest part. */
    private List<Achievement> listed(Arrival from) {
        came.stream().filter(each -> each.whole() && each.material().revision() == from.material().revision() && !each.digest().equals(from.digest())).findFirst()
            .ifPresent(each -> gaps.add(Gap.of(Kind.TWO_LISTS, from.material().id().orElse(from.id()))));
        var lines = new ArrayList<Achievement>();
        for (var line : from.material().achievements()) {
            lines.add(line.stub() ? unsealed(line) : own(line, from));
        }
        return lines;
    }

    private Achievement own(Achievement line, Arrival from) {
        line.id().filter(id -> !secret(line) && parts.stream().anyMatch(part -> part.id().equals(id) && part.from() != from && secret(part.achievement())))
            .ifPresent(id -> gaps.add(Gap.at(Kind.PUBLIC_ON_LIST, line.rank().orElse(0), id)));
        line.id().ifPresent(id -> chosen.put(id, new Part(line, from)));
        return line.filed(path -> taken(from, path));
    }

    private Achievement unsealed(Achievement stub) {
        int rank = stub.rank().orElse(0);
        var id = stub.id().orElseThrow();
        var part = newest(id, rank, Merge::secret);
        if (part.isEmpty()) {
            boolean told = parts.stream().anyMatch(each -> each.id().equals(id) && !each.from().whole());
            gaps.add(Gap.at(told ? Kind.PUBLIC_ON_DISC : Kind.STUB_WITHOUT_DISC, rank, id));
            return stub;
        }
        chosen.put(id, part.get());
        part.get().achievement().rank().filter(other -> other != rank).ifPresent(other -> gaps.add(new Gap(Kind.RANK_OTHER, Optional.of(rank), id, Optional.of(other))));
        return part.get().achievement().ranked(rank).filed(path -> taken(part.get().from(), path));
    }

    private static boolean secret(Achievement each) {
        return each.disclosure().equals(Disclosure.NON_PUBLIC.code());
    }

    /** Only what says itself that it isn't public stands for a stub: what an earlier list showed to everybody is not what was sealed. */
    private Optional<Part> newest(UUID id, int rank, Predicate<Achievement> fit) {
        var same = versions(id, fit);
        if (same.isEmpty()) return Optional.empty();
        var last = same.get(same.size() - 1);
        boolean differ = same.stream().anyMatch(each -> each.achievement().revision() == last.achievement().revision() && !content(each).equals(content(last)));
        if (differ) gaps.add(Gap.at(Kind.TWO_VERSIONS, rank, id));
        return Optional.of(last);
    }

    /** The oldest first. */
    private List<Part> versions(UUID id, Predicate<Achievement> fit) {
        return parts.stream().filter(each -> each.id().equals(id) && fit.test(each.achievement()))
            .sorted(Comparator.<Part>comparingInt(each -> each.achievement().revision()).thenComparing(each -> each.from().at())).toList();
    }

    private String content(Part part) {
        return content(part, call, stored).hex();
    }

    /** The digest of what came. */
    static Sha256 content(Part part, Call call, Map<UUID, StoredFile> stored) {
        return Digests.achievement(part.achievement(), part.from().material().with(facts(part.from(), stored)), call);
    }

    /** Without a list the parts stand by their own ranks, those without one behind. */
    private List<Achievement> unlisted() {
        var ids = new LinkedHashSet<UUID>();
        parts.forEach(part -> ids.add(part.id()));
        ids.stream().findFirst().ifPresent(id -> gaps.add(Gap.of(Kind.NO_LIST, id)));
        var lines = ids.stream().map(id -> newest(id, 0, any -> true).orElseThrow()).peek(part -> chosen.put(part.id(), part)).map(part -> part.achievement().filed(path -> taken(part.from(), path)))
            .sorted(Comparator.comparing((Achievement each) -> each.rank().orElse(Integer.MAX_VALUE))).toList();
        var ranked = new ArrayList<Achievement>();
        int last = 0;
        for (var line : lines) {
            last = line.rank().orElse(last + 1);
            ranked.add(line.ranked(last));
        }
        return ranked;
    }

    private void twice(List<Achievement> lines) {
        var seen = new LinkedHashSet<Integer>();
        for (var line : lines) {
            line.rank().filter(rank -> !seen.add(rank)).ifPresent(rank -> gaps.add(Gap.at(Kind.RANK_TWICE, rank, line.id().orElseThrow())));
        }
    }

    /** Parts that came, and stand on no list. */
    private void strangers(List<Achievement> lines) {
        var known = lines.stream().flatMap(each -> each.id().stream()).toList();
        parts.stream().filter(part -> !part.from().whole()).map(Part::id).distinct().filter(id -> !known.contains(id)).forEach(id -> {
            gaps.add(Gap.of(Kind.DISC_WITHOUT_STUB, id));
            var versions = versions(id, any -> true);
            chosen.put(id, versions.get(versions.size() - 1));
        });
    }

    private List<GrantedException> exceptions(List<Achievement> lines) {
        var granted = list.stream().flatMap(each -> each.material().exceptions().stream());
        var ofParts = lines.stream().flatMap(line -> line.id().flatMap(id -> parts.stream().filter(part -> part.id().equals(id) && !part.from().whole()).reduce((one, other) -> other)).stream())
            .flatMap(part -> part.from().material().exceptions().stream());
        return Stream.concat(granted, ofParts).distinct().toList();
    }

    /** A path that no other arrival has, with its file noted. */
    private String taken(Arrival from, String path) {
        var file = Optional.ofNullable(from.files().get(path)).flatMap(id -> Optional.ofNullable(stored.get(id)));
        if (file.isEmpty()) return path;
        var unique = from.id() + "/" + path;
        files.put(unique, file.get());
        return unique;
    }

    private Map<String, FileFacts> facts() {
        var facts = new LinkedHashMap<String, FileFacts>();
        files.forEach((path, file) -> facts.put(path, file.facts().as(path)));
        return facts;
    }

    /** Of one that was only looked at, those of its discs. */
    static Map<String, FileFacts> facts(Arrival arrival, Map<UUID, StoredFile> stored) {
        var facts = new LinkedHashMap<>(arrival.material().files());
        arrival.files().forEach((path, id) -> Optional.ofNullable(stored.get(id)).ifPresent(file -> facts.put(path, file.facts().as(path))));
        return facts;
    }
}
