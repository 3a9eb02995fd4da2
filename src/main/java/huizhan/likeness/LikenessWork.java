package huizhan.likeness;

import huizhan.database.Jobs;
import huizhan.kernel.Clocks;
import huizhan.likeness.LikenessSql.Change;
import huizhan.media.MediaExamined;
import huizhan.media.StoredFile;
import huizhan.nomination.SignOffTold;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for pairs in the background: after each sign-off and each withdrawal, and when a file that was signed off with a pending verdict
 * has got its fingerprint. All are compared anew; each cause is a job of its own, for a job that waits or runs may have read too early.
 */
@Component
class LikenessWork implements SignOffTold, MediaExamined {
    /** Pairs in one transaction: some hundred rows, a few milliseconds of the one writer. */
    private static final int PIECE = 25;
    private final LikenessSql sql;
    private final SignOffs signOffs;
    private final OpenCall open;
    private final Clocks clocks;
    private final ObjectProvider<Jobs> jobs;
    private final TransactionTemplate transaction;
    private final ReentrantLock comparing = new ReentrantLock(true);

    LikenessWork(LikenessSql sql, SignOffs signOffs, OpenCall open, Clocks clocks, ObjectProvider<Jobs> jobs, TransactionTemplate transaction) {
        this.sql = sql;
        this.signOffs = signOffs;
        this.open = open;
        this.clocks = clocks;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    @Override public void told(UUID revision, boolean holds) {
        if (!holds) {
            sql.forget(revision);
        }
        soon((holds ? "signed:" : "withdrawn:") + revision);
    }

    @Override public void examined(StoredFile file) {
        if (signOffs.contain(file.id())) {
            soon("file:" + file.id());
        }
    }

    void soon(String cause) {
        jobs.getObject().soon(LikenessConfiguration.TASK.instance(cause).build());
    }

    /**
     * What was found is written in small pieces, so that whoever saves meanwhile doesn't wait for all of them; after each, every pair is whole.
     * It is written only while the same sign-offs hold: whoever changed them has planned the next comparison.
     */
    void compare() {
        comparing.lock();
        try {
            var standing = signOffs.all();
            var changes = sql.changes(open.call().id(), Comparison.of(told(standing)));
            for (int from = 0; from < changes.size(); from += PIECE) {
                if (!write(standing, changes.subList(from, Math.min(from + PIECE, changes.size())))) return;
            }
        } finally {
            comparing.unlock();
        }
    }

    /** False where the sign-offs have changed meanwhile. */
    private boolean write(List<SignOffs.Standing> standing, List<Change> piece) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean same = signOffs.all().equals(standing);
            if (same) sql.write(open.call().id(), piece, clocks.business().instant());
            return same;
        }));
    }

    /** One sign-off in memory at a time; of a stub there is nothing to compare (C7). */
    private List<Told> told(List<SignOffs.Standing> standing) {
        var told = new ArrayList<Told>();
        for (var each : standing) {
            signOffs.content(each.revision()).ifPresent(content -> content.material().achievements().stream().filter(one -> !one.stub())
                .forEach(one -> told.add(Told.of(one, each.revision(), content.files()))));
        }
        return told;
    }
}
