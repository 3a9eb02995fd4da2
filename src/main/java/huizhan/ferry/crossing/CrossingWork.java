package huizhan.ferry.crossing;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes ferries behind the page, and tells it how far they are. */
@Component
class CrossingWork {
    private static final Logger LOG = LoggerFactory.getLogger(CrossingWork.class);
    private static final Actor PROGRAM = new Actor(Actor.PROGRAM, "huizhan", Set.of(Role.ORGANIZER), Optional.empty(), Optional.empty());
    private final Crossings crossings;
    private final CrossingMaking making;
    /** Only until the next start: a page that waits looks here. */
    private final Map<UUID, State> states = new ConcurrentHashMap<>();

    CrossingWork(Crossings crossings, CrossingMaking making) {
        this.crossings = crossings;
        this.making = making;
    }

    /**
     * How far one has come, or how it ended.
     *
     * @param done  bytes
     * @param fault why it stopped; empty where it didn't
     * @param left  sign-offs that could not be carried
     */
    record State(long done, long total, String what, String fault, List<CrossingMaking.Left> left) {
        static final State NONE = new State(0, 0, "", "", List.of());

        static State failed(String why) {
            return new State(0, 0, "", why, List.of());
        }

        public long percent() {
            return total == 0 ? 0 : 100 * done / total;
        }
    }

    State state(UUID ferry) {
        return states.getOrDefault(ferry, State.NONE);
    }

    /** A full disk and the like is told on the page, and not tried again by itself. */
    void write(UUID id) {
        var ferry = crossings.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        try {
            var result = making.make(PROGRAM, ferry, crossings.folder(ferry), (done, total, what) -> states.put(id, new State(done, total, what, "", List.of())));
            states.put(id, new State(1, 1, "", "", result.left()));
        } catch (IOException | RuntimeException e) {
            LOG.error("ferry {} was not written", ferry.number(), e);
            states.put(id, State.failed(String.valueOf(e.getMessage())));
        }
    }
}
