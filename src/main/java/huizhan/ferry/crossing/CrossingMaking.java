package huizhan.ferry.crossing;

import huizhan.audit.Audit;
import huizhan.documents.Papers;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Sha256;
import huizhan.keys.PublicKeys;
import huizhan.nomination.DiscMaking;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import huizhan.organization.Departments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the discs of a ferry. May be stopped at any moment and called again: what is complete isn't made again (C1). */
@Component
public class CrossingMaking {
    private static final int TRIES = 3;
    private final CrossingSql sql;
    private final Crossings crossings;
    private final SignOffs signOffs;
    private final DiscMaking making;
    private final Tools tools;
    /** One at a time: discs take minutes and the disk's room. */
    private final ReentrantLock one = new ReentrantLock(true);

    /** What discs are written with. */
    @Component("crossingTools")
    record Tools(CrossingKey key, Departments departments, Papers papers, OpenCall open, Clocks clocks, Audit audit, TransactionTemplate transaction) {}

    CrossingMaking(CrossingSql sql, Crossings crossings, SignOffs signOffs, DiscMaking making, Tools tools) {
        this.sql = sql;
        this.crossings = crossings;
        this.signOffs = signOffs;
        this.making = making;
        this.tools = tools;
    }

    /** Told how far it has come, in bytes, and what is being written. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long total, String what);
    }

    /** One disc's image. */
    public record Image(Path path, long bytes, Sha256 digest) {}

    /** A sign-off that could not be carried; it waits for the next ferry. */
    public record Left(String receipt, String why) {}

    /** What is on the discs, and what isn't. */
    public record Result(Ferry ferry, int carried, List<Image> images, List<Left> left) {}

    /** Something that changed while discs were written, so that they may not stay. */
    static final class Meanwhile extends IOException {
        private static final long serialVersionUID = 1L;

        Meanwhile() {
            super("a sign-off that it carries was withdrawn or changed; write it again");
        }
    }

    /** Takes away what lies here of one, when nothing is being written; it can be written again without what was withdrawn. */
    void clear(UUID ferry) throws IOException {
        one.lock();
        try {
            Crossings.clear(crossings.folder(ferry));
        } finally {
            one.unlock();
        }
    }

    /**
     * @param out where the discs go; half-made things lie in the data folder
     * @throws IOException if the disk is full or can't be written: what is complete stays, and the next call goes on there
     */
    public Result make(Actor me, Ferry ferry, Path out, Progress progress) throws IOException {
        one.lock();
        try {
            for (int i = 1; ; i++) {
                try {
                    var result = new CrossingRun(ferry, out.toAbsolutePath(), new CrossingRun.Yard(sql, crossings, signOffs, making, tools), progress).run();
                    end(me, result);
                    return result;
                } catch (Meanwhile e) {
                    if (i == TRIES) throw e;
                }
            }
        } finally {
            one.unlock();
        }
    }

    /** What the restricted server must know of this one. */
    public PublicKeys card() {
        return tools.key().keys().card();
    }

    private void end(Actor me, Result result) {
        tools.transaction().executeWithoutResult(status -> {
            sql.end(result.ferry().id(), tools.clocks().business().instant());
            tools.audit().record(me, "ferry.written", Crossings.subject(result.ferry().id()), Map.of("number", result.ferry().number(), "nominations", result.carried(),
                "discs", result.images().size(), "left", result.left().size(), "key", tools.key().keys().card().id()));
        });
    }

    /** Whether every one of them still holds. */
    static boolean stand(SignOffs signOffs, Set<UUID> revisions) {
        return signOffs.all().stream().map(SignOffs.Standing::revision).collect(java.util.stream.Collectors.toSet()).containsAll(revisions);
    }
}
