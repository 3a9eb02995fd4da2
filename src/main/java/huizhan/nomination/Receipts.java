package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Role;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sign-offs, for their department and for the organizer; anybody else's look like none. */
@Service
class Receipts {
    private final NominationSql sql;
    private final Contents contents;
    private final Nominations nominations;

    Receipts(NominationSql sql, Contents contents, Nominations nominations) {
        this.sql = sql;
        this.contents = contents;
        this.nominations = nominations;
    }

    /** A sign-off with its content as it was frozen. */
    record Signed(UUID department, Signature signature, Content content) {}

    /** @throws Faults.NotThere for whom there is nothing to see */
    @Transactional(readOnly = true)
    Signed of(Actor me, UUID revision) {
        var department = me.is(Role.ORGANIZER) ? sql.department(revision).orElseThrow(Faults.NotThere::new) : me.owner();
        var list = nominations.of(department);
        var signature = sql.signatures(list.id()).stream().filter(each -> each.revision().equals(revision)).findFirst()
            .orElseThrow(Faults.NotThere::new);
        // A department withdraws what should not have been sent, a secret perhaps: the organizer sees what belongs to a sign-off that holds.
        if (me.is(Role.ORGANIZER) && !signature.holds()) {
            throw new Faults.NotThere();
        }
        return new Signed(department, signature, contents.frozen(department, revision));
    }

    Receipt receipt(Signed signed) {
        return Receipt.of(signed.signature(), signed.content(), nominations.call());
    }
}
