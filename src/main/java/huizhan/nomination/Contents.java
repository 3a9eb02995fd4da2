package huizhan.nomination;

import huizhan.achievement.Achievements;
import huizhan.kernel.Faults;
import huizhan.material.Achievement;
import huizhan.material.FileFacts;
import huizhan.material.GrantedException;
import huizhan.material.Material;
import huizhan.material.NominationReader;
import huizhan.material.OverviewVideo;
import huizhan.material.Values;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.opening.exceptions.Grant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the material of a nomination: of the list as it stands, or as it was signed off. */
@Service
class Contents {
    private static final String FILM = "overview.";
    private final NominationSql sql;
    private final SignOffSql signOffs;
    private final Nominations nominations;
    private final Heads heads;
    private final Achievements achievements;
    private final MediaFiles media;

    Contents(NominationSql sql, SignOffSql signOffs, Nominations nominations, Heads heads, Achievements achievements, MediaFiles media) {
        this.sql = sql;
        this.signOffs = signOffs;
        this.nominations = nominations;
        this.heads = heads;
        this.achievements = achievements;
        this.media = media;
    }

    /** The list as it stands. */
    @Transactional(readOnly = true)
    Content of(RankedList list) {
        var files = new LinkedHashMap<String, StoredFile>();
        var facts = new LinkedHashMap<String, FileFacts>();
        var overview = heads.film(list).map(film -> {
            var path = FILM + extension(film.file().originalName());
            files.put(path, film.file());
            facts.put(path, film.file().facts().as(path));
            return new OverviewVideo(path, film.disclosure());
        });
        var entries = new ArrayList<Achievement>();
        var handed = achievements.handed(list.department());
        var waiting = new ArrayList<Integer>();
        var filled = achievements.materials(list.department(), list.lines().stream().filter(line -> !line.stub() && handed.contains(line.id()))
            .collect(Collectors.toMap(Line::id, line -> Achievement.folder(list.rank(line.id())))));
        for (var line : list.lines()) {
            int rank = list.rank(line.id());
            if (!line.stub() && !handed.contains(line.id())) {
                waiting.add(rank);
            } else if (line.stub()) {
                entries.add(Achievement.stub(line.id(), rank));
            } else {
                var one = java.util.Objects.requireNonNull(filled.get(line.id()));
                entries.add(one.achievement().ranked(rank));
                files.putAll(one.files());
                facts.putAll(one.facts());
            }
        }
        var head = new LinkedHashMap<String, List<String>>();
        heads.of(list).forEach((field, written) -> head.put(field, List.of(written.value())));
        var revision = list.begun() ? sql.earlier(list.id()) + sql.signatures(list.id()).size() + (list.signature().isPresent() ? 0 : 1) : 1;
        var material = new Material(nominations.call().id(), Material.Shape.WHOLE, Optional.of(list.id()), revision, granted(list), new Values(head),
            overview, entries, facts, Set.of(), List.of(), List.of());
        return new Content(material, files, List.copyOf(waiting));
    }

    /** Of the nomination itself and of what is on the list, no more: a disc tells nothing of what stayed at home. */
    private List<GrantedException> granted(RankedList list) {
        return achievements.granted(list.department()).stream().filter(each -> each.achievement().map(list::has).orElse(true)).map(Grant::exception).toList();
    }

    /**
     * The content of a sign-off, word for word as it was frozen.
     *
     * @throws Faults.NotThere where the department has no such sign-off
     */
    @Transactional(readOnly = true)
    Content frozen(UUID department, UUID revision) {
        var frozen = sql.content(department, revision).orElseThrow(Faults.NotThere::new);
        return read(revision, frozen, stored(frozen.files()));
    }

    /** The contents of those of the sign-offs that hold, whosever they are: what the organizer may see. */
    @Transactional(readOnly = true)
    Map<UUID, Content> standing(Collection<UUID> revisions) {
        var frozen = signOffs.contents(revisions);
        var stored = stored(frozen.values().stream().flatMap(each -> each.files().stream()).toList());
        var contents = new LinkedHashMap<UUID, Content>();
        frozen.forEach((revision, each) -> contents.put(revision, read(revision, each, stored)));
        return contents;
    }

    private Map<UUID, StoredFile> stored(List<NominationSql.FrozenFile> files) {
        return media.find(files.stream().map(NominationSql.FrozenFile::file).distinct().toList()).stream()
            .collect(Collectors.toMap(StoredFile::id, file -> file));
    }

    private Content read(UUID revision, NominationSql.Frozen frozen, Map<UUID, StoredFile> stored) {
        var files = new LinkedHashMap<String, StoredFile>();
        frozen.files().stream().filter(each -> stored.containsKey(each.file())).forEach(each -> files.put(each.path(), stored.get(each.file())));
        Map<String, FileFacts> facts = new LinkedHashMap<>();
        files.forEach((path, file) -> facts.put(path, file.facts().as(path)));
        try {
            return new Content(NominationReader.read(frozen.content().getBytes(StandardCharsets.UTF_8), nominations.call()).with(facts), files, List.of());
        } catch (NominationReader.Unreadable e) {
            throw new IllegalStateException("revision " + revision + " can't be read: " + e.getMessage());
        }
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
        return extension.matches("[a-z0-9]{2,5}") ? extension : "mp4";
    }
}
