package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Sha256;
import huizhan.material.Digests;
import huizhan.material.Material;
import huizhan.media.StoredFile;
import huizhan.opening.OpenCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Nominations that didn't come about here but arrived (C1): frozen as a sign-off is, so that everything that works on sign-offs works on them. */
@Service
public class Receiving {
    private final NominationSql sql;
    private final Nominations nominations;
    private final Freezing freezing;
    private final Traces traces;
    private final OpenCall open;

    Receiving(NominationSql sql, Nominations nominations, Freezing freezing, Traces traces, OpenCall open) {
        this.sql = sql;
        this.nominations = nominations;
        this.freezing = freezing;
        this.traces = traces;
        this.open = open;
    }

    /** Whether a department has begun a list here, and which of its revisions holds. */
    public record Present(boolean begun, Optional<UUID> revision) {}

    @Transactional(readOnly = true)
    public Present present(UUID department) {
        var list = nominations.of(department);
        return new Present(list.begun(), list.signature().map(Signature::revision));
    }

    /** Takes the words of an achievement out of what held earlier; it may no longer lie here (A4). Part of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID department, UUID achievement) {
        var list = nominations.of(department);
        sql.signatures(list.id()).stream().filter(each -> !each.holds()).forEach(each -> traces.remove(department, each.revision(), achievement, open.call()));
    }

    /**
     * What a department's nomination is from now on; what counted before is kept as superseded. Part of the caller's transaction.
     *
     * @param why what the record of the earlier one says
     * @return the new revision, or empty where nothing is different
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> put(Actor me, UUID department, Material material, Map<String, StoredFile> files, String why) {
        var list = begun(me, department, material);
        var before = list.signature();
        if (before.map(Signature::digest).filter(digest(material)::equals).isPresent()) {
            return Optional.empty();
        }
        before.ifPresent(earlier -> {
            sql.withdraw(list, earlier, new Signature.Withdrawal(why, open.arrived()), me.account());
            freezing.tell(earlier.revision(), false);
        });
        sql.update(list.with(material.achievements().stream().map(each -> new Line(each.id().orElseThrow(), each.stub())).toList()));
        return Optional.of(freezing.freeze(me, list, new Content(material, files, List.of()), "nomination.received").revision());
    }

    private Sha256 digest(Material material) {
        return Digests.nomination(material, open.call());
    }

    /** The papers name the nomination by the id that its list came with, unless another department's has come with the same. */
    private RankedList begun(Actor me, UUID department, Material material) {
        var list = nominations.of(department);
        if (list.begun()) return list;
        var fresh = new RankedList(material.id().filter(id -> sql.owner(open.call().id(), id).isEmpty()).orElseGet(list::id), department, 1, List.of(), Optional.empty());
        sql.insert(fresh, open.call().id(), open.arrived(), me.account());
        return fresh;
    }
}
