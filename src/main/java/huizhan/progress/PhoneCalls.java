package huizhan.progress;

import huizhan.audit.Audit;
import huizhan.audit.Personal;
import huizhan.kernel.Actor;
import huizhan.kernel.Plain;
import huizhan.opening.OpenCall;
import huizhan.rules.SecrecyMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Telephone calls to departments, as whoever made them noted them (B21). */
@Service
class PhoneCalls {
    private static final int LONGEST_NOTE = 500;
    private final ProgressSql sql;
    private final Matrix matrix;
    private final OpenCall open;
    private final Audit audit;

    PhoneCalls(ProgressSql sql, Matrix matrix, OpenCall open, Audit audit) {
        this.sql = sql;
        this.matrix = matrix;
        this.open = open;
        this.audit = audit;
    }

    /** Calls to a department, the newest first. */
    List<PhoneCall> of(UUID department) {
        return sql.calls(department, open.call().id());
    }

    /** Each department's newest call. */
    Map<UUID, PhoneCall> newest() {
        return sql.newestCalls(open.call().id());
    }

    /**
     * Notes a call.
     *
     * @return the key of the text that says why not; empty where it was noted
     * @throws huizhan.kernel.Faults.NotThere where no such department takes part
     */
    @Transactional
    Optional<String> note(Actor me, UUID department, String typed) {
        var note = Plain.text(typed).strip();
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) return Optional.of("progress.call.long");
        var row = matrix.row(department);
        if (SecrecyMark.in(note).isPresent()) {
            audit.refused(me, "department.called", "department:" + department, Map.of("reason", "secrecy mark"));
            return Optional.of("progress.call.mark");
        }
        var call = new PhoneCall(UUID.randomUUID(), row.department().id(), open.arrived(), me.account(), me.name(), note);
        sql.insert(call, open.call().id());
        audit.record(me, "department.called", "department:" + department, Map.of("note", new Personal(note)));
        return Optional.empty();
    }
}
