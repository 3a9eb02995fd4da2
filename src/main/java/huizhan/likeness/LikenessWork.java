package huizhan.likeness;

import huizhan.database.Jobs;
import huizhan.kernel.Clocks;
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

    /** What was found is written only if the same sign-offs still hold: whoever changed them has planned the next comparison. */
    void compare() {
        comparing.lock();
        try {
            var standing = signOffs.all();
            var pairs = Comparison.of(told(standing));
            transaction.executeWithoutResult(status -> {
                if (signOffs.all().equals(standing)) {
                    sql.replace(open.call().id(), pairs, clocks.business().instant());
                }
            });
        } finally {
            comparing.unlock();
        }
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
