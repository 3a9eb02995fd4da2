package huizhan.ferry;

import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.opening.OpenCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was taken in from discs, for modules that work for the organizer. */
@Service
public class Arrivals {
    private final ArrivalSql sql;
    private final MediaFiles media;
    private final OpenCall open;

    Arrivals(ArrivalSql sql, MediaFiles media, OpenCall open) {
        this.sql = sql;
        this.media = media;
        this.open = open;
    }

    @Transactional(readOnly = true)
    List<ArrivalSql.Taken> all() {
        return sql.all(open.call().id());
    }

    /** What doesn't fit together, by department. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Gap>> gaps() {
        return sql.gaps(open.call().id());
    }

    /** One department's list out of all that came; empty where nothing did. */
    @Transactional(readOnly = true)
    Optional<Merge.Merged> merged(UUID department) {
        var came = sql.of(department, open.call());
        if (came.isEmpty()) return Optional.empty();
        var stored = media.find(came.stream().flatMap(each -> each.files().values().stream()).distinct().toList()).stream().collect(Collectors.toMap(StoredFile::id, file -> file));
        return Optional.of(Merge.of(came, open.call(), stored));
    }
}
