package huizhan.nomination;

import huizhan.kernel.Disclosure;
import huizhan.kernel.Sha256;
import huizhan.opening.OpenCall;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came in: the sign-offs that hold, of all departments, for modules that work for the organizer alone (B10, B20). */
@Service
public class SignOffs {
    private final SignOffSql sql;
    private final Contents contents;
    private final HeadSql heads;
    private final ReceivedAchievementSql lines;
    private final OpenCall open;

    SignOffs(SignOffSql sql, Contents contents, HeadSql heads, ReceivedAchievementSql lines, OpenCall open) {
        this.sql = sql;
        this.contents = contents;
        this.heads = heads;
        this.lines = lines;
        this.open = open;
    }

    /**
     * A sign-off that holds.
     *
     * @param digest the nomination's
     * @param at     the server's business time
     */
    public record Standing(UUID nomination, UUID department, UUID revision, String receipt, Sha256 digest, Instant at) {}

    /** All of the call, the oldest first. */
    @Transactional(readOnly = true)
    public List<Standing> all() {
        return sql.standing(open.call().id());
    }

    /** The content of each, word for word as it was frozen; one that was withdrawn has none. */
    @Transactional(readOnly = true)
    public Map<UUID, Content> contents(Collection<UUID> revisions) {
        return contents.standing(revisions);
    }

    /** The content of one, if it holds. */
    @Transactional(readOnly = true)
    public Optional<Content> content(UUID revision) {
        return Optional.ofNullable(contents.standing(List.of(revision)).get(revision));
    }

    /**
     * A line of a sign-off that holds.
     *
     * @param name empty for a rank and a word alone
     */
    public record Line(UUID achievement, UUID department, int rank, Disclosure disclosure, String name) {}

    /** Every line that came in, in no order. */
    @Transactional(readOnly = true)
    public List<Line> lines() {
        return lines.standing(open.call().id());
    }

    /** Every line that is a rank and a word on a department's list as it stands, signed off or not. */
    @Transactional(readOnly = true)
    public Set<UUID> stubs() {
        return sql.stubs(open.call().id());
    }

    /** Whether one of them contains the file. */
    @Transactional(readOnly = true)
    public boolean contain(UUID file) {
        return heads.signed(file);
    }
}
