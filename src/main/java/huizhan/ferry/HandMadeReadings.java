package huizhan.ferry;

import huizhan.folder.FolderFault;
import huizhan.folder.FolderReader.Look;
import huizhan.folder.HandMade;
import huizhan.folder.HandMade.Place;
import huizhan.folder.HandMade.Use;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.Material;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.opening.OpenCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the files of a disc made by hand say (B25). */
@Component
class HandMadeReadings {
    private final HandMadeSql sql;
    private final MediaFiles media;
    private final OpenCall open;
    private final Zone zone;

    HandMadeReadings(HandMadeSql sql, MediaFiles media, OpenCall open, Zone zone) {
        this.sql = sql;
        this.media = media;
        this.open = open;
        this.zone = zone;
    }

    /** What the sorted files say; a fault says why they can't be read as material at all. */
    record Reading(Optional<Material> material, Map<String, String> origins, Map<String, UUID> files, Optional<Text> fault) {
        static final Reading NOTHING = new Reading(Optional.empty(), Map.of(), Map.of(), Optional.empty());
    }

    /** Reads what has come and has a place. */
    Reading read(UUID id) {
        var come = come(id);
        try {
            var read = HandMade.read(come.entrySet().stream().flatMap(each -> lying(each.getKey(), each.getValue()).stream()).toList(), open.call(), Look.HEADS);
            var there = come.entrySet().stream().collect(Collectors.toMap(each -> each.getKey().path(), each -> each.getValue().id()));
            var files = new LinkedHashMap<String, UUID>();
            read.origins().forEach((path, origin) -> files.put(path, there.get(origin)));
            return new Reading(Optional.of(read.folder().material()), read.origins(), files, Optional.empty());
        } catch (FolderFault e) {
            return new Reading(Optional.empty(), Map.of(), Map.of(), Optional.of(new Text(e.reason(Lang.ZH), e.reason(Lang.EN))));
        }
    }

    private Optional<HandMade.Lying> lying(HandMadeSql.Lying row, StoredFile file) {
        return row.place().map(place -> new HandMade.Lying(row.path(), place, media.path(file), file.size()));
    }

    private Map<HandMadeSql.Lying, StoredFile> come(UUID id) {
        var rows = sql.files(id);
        var stored = media.find(rows.stream().flatMap(each -> each.file().stream()).toList()).stream().collect(Collectors.toMap(StoredFile::id, each -> each));
        var come = new LinkedHashMap<HandMadeSql.Lying, StoredFile>();
        rows.forEach(row -> row.file().flatMap(file -> Optional.ofNullable(stored.get(file))).ifPresent(file -> come.put(row, file)));
        return come;
    }

    /**
     * Whether something of it may not lie here: an achievement that annex 1 calls non-public is told of by more than its rank, or a file
     * is announced in its folder (A4). What is an annex 1 its content says, wherever it was sorted to.
     */
    boolean misplaced(UUID id) {
        if (zone != Zone.OPEN) return false;
        var come = come(id);
        var placed = come.entrySet().stream().flatMap(each -> lying(each.getKey(), each.getValue()).stream()).toList();
        var any = come.entrySet().stream().map(each -> new HandMade.Lying(each.getKey().path(), HandMade.NOWHERE, media.path(each.getValue()), each.getValue().size())).toList();
        var ranks = ranks(sql.files(id));
        return HandMade.tables(any, open.call()).stream().anyMatch(table -> nonPublic(HandMade.under(table, placed), HandMade.under(table, List.of()), ranks));
    }

    /** Of which achievements there are files or names of files: what somebody has looked at he has placed, of others their folders tell. */
    private static Set<Integer> ranks(List<HandMadeSql.Lying> files) {
        var told = HandMade.ranks(files.stream().map(HandMadeSql.Lying::path).toList());
        return files.stream().map(each -> each.place().filter(place -> each.looked() || place.use().ofNomination() && place.use() != Use.NONE).map(Place::rank)
            .orElseGet(() -> told.getOrDefault(each.path(), 0))).collect(Collectors.toSet());
    }

    /** @param table by itself, where the folder can't be read as a whole */
    private boolean nonPublic(List<HandMade.Lying> files, List<HandMade.Lying> table, Set<Integer> ranks) {
        return achievements(files).or(() -> achievements(table)).orElse(List.of()).stream().filter(each -> each.disclosure().equals(Disclosure.NON_PUBLIC.code()))
            .anyMatch(each -> !each.stub() || each.rank().filter(ranks::contains).isPresent());
    }

    private Optional<List<Achievement>> achievements(List<HandMade.Lying> files) {
        try {
            return Optional.of(HandMade.read(files, open.call(), Look.HEADS).folder().material().achievements());
        } catch (FolderFault e) {
            return Optional.empty();
        }
    }
}
