package huizhan.organization;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.StaleData;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bodies between a department and its units, which the department's own people make and close (B7, B16). */
@Service
public class MiddleBodies {
    private final MiddleBodySql sql;
    private final Audit audit;
    private final Clocks clocks;

    MiddleBodies(MiddleBodySql sql, Audit audit, Clocks clocks) {
        this.sql = sql;
        this.audit = audit;
        this.clocks = clocks;
    }

    /** A department's bodies, closed ones too, in the order they were made. */
    public List<MiddleBody> of(UUID owner) {
        return sql.of(owner);
    }

    /** What they are called, closed ones too. */
    public Map<UUID, String> names(UUID owner) {
        var names = new LinkedHashMap<UUID, String>();
        sql.of(owner).forEach(each -> names.put(each.id(), each.name()));
        return names;
    }

    /**
     * Another body that goes by a name, whatever its case, width and spaces; a closed one too.
     *
     * @param own the one that is not another; empty where one is to be made
     */
    Optional<MiddleBody> named(UUID owner, String name, Optional<UUID> own) {
        return sql.of(owner).stream().filter(each -> each.key().equals(MiddleBody.key(name)) && !own.equals(Optional.of(each.id()))).findFirst();
    }

    public Optional<MiddleBody> find(UUID owner, UUID id) {
        return sql.find(owner, id);
    }

    /** The open body that a unit reports through; empty where it has none. */
    public Optional<MiddleBody> ofUnit(UUID owner, UUID unit) {
        return sql.ofUnit(owner, unit).filter(MiddleBody::isOpen);
    }

    /** Open bodies where somebody can act; one whose people never signed in is no obstacle to anybody. */
    public Set<UUID> acting(UUID owner) {
        return sql.acting(owner);
    }

    /** Makes a body of the person's own department. */
    @Transactional public MiddleBody add(Actor by, String name) {
        var body = new MiddleBody(UUID.randomUUID(), by.owner(), name, false, Optional.empty(), 1);
        sql.insert(body, clocks.business().instant());
        audit.record(by, "middle.added", subject(body.id()), Map.of("name", name));
        return body;
    }

    /** Calls a body differently, lets its people invite or not, closes it or opens it again. Its people sign in as before. */
    @Transactional public void change(Actor by, MiddleBody body, String name, boolean invites, boolean open) {
        var closedAt = open ? Optional.<Instant>empty() : body.closedAt().or(() -> Optional.of(clocks.business().instant()));
        StaleData.unlessOne("middle body " + body.id(), sql.update(new MiddleBody(body.id(), by.owner(), name, invites, closedAt, body.version())));
        audit.record(by, "middle.changed", subject(body.id()), Map.of("name", name, "invites", invites, "open", open));
    }

    /** Notes that a body could not be called as was typed; what was typed may be what must not be kept. */
    @Transactional public void refused(Actor by, Optional<UUID> body, String why) {
        audit.refused(by, body.isPresent() ? "middle.changed" : "middle.added", body.map(MiddleBodies::subject).orElse("department:" + by.owner()), Map.of("reason", why));
    }

    static String subject(UUID id) {
        return "middle:" + id;
    }
}
