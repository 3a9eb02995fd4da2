package huizhan.ferry;

import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.Profile;
import huizhan.ferry.Deliveries.Input;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.keys.PrivateKeys;
import huizhan.media.Examiner;
import huizhan.opening.OpenCall;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Checks and imports that were asked for on a page. A large disc takes minutes, so they go on behind it, one after the other. They stand in
 * this program's memory and nowhere else, and with them the private key that was given for them; a stop forgets both, and nothing else.
 */
@Component
class Inspections implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Inspections.class);
    private static final int MOST = 50;
    private final WaitingDiscs waiting;
    private final Imports imports;
    private final Examiner examiner;
    private final OpenCall open;
    private final Map<UUID, Inspection> all = new LinkedHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "discs"));

    Inspections(WaitingDiscs waiting, Imports imports, Examiner examiner, OpenCall open) {
        this.waiting = waiting;
        this.imports = imports;
        this.examiner = examiner;
        this.open = open;
    }

    /** How far it has come. */
    enum State { LOOKING, LOOKED, TAKING, TAKEN, FAILED }

    /**
     * What is looked at.
     *
     * @param discs ids of waiting discs
     * @param said  the department's code where somebody gave one
     */
    record Wish(List<UUID> discs, Optional<PrivateKeys> key, Optional<String> said) {}

    /** One of them as it stands. */
    record Inspection(UUID id, UUID by, Wish wish, State state, String step, Imports.Look look, Imports.Outcome outcome) {
        boolean working() {
            return state == State.LOOKING || state == State.TAKING;
        }

        /** The key is let go of as soon as nothing needs it any more. */
        private Inspection now(State other) {
            var left = other == State.TAKEN || other == State.FAILED ? new Wish(wish.discs(), Optional.empty(), wish.said()) : wish;
            return new Inspection(id, by, left, other, "", look, outcome);
        }
    }

    UUID begin(Actor me, Wish wish) {
        var fresh = new Inspection(UUID.randomUUID(), me.account(), wish, State.LOOKING, "", new Imports.Look(List.of(), List.of()), new Imports.Outcome(List.of(), List.of()));
        synchronized (all) {
            all.put(fresh.id(), fresh);
            while (all.size() > MOST) all.remove(all.keySet().iterator().next());
        }
        worker.execute(() -> work(fresh.id(), () -> look(fresh)));
        return fresh.id();
    }

    /** @throws Faults.NotThere for another's, and after a restart */
    Inspection of(Actor me, UUID id) {
        synchronized (all) {
            return Optional.ofNullable(all.get(id)).filter(each -> each.by().equals(me.account())).orElseThrow(Faults.NotThere::new);
        }
    }

    /** Takes in what was looked at, if nothing was against it; asked twice, it is done once. */
    void take(Actor me, UUID id) {
        var before = of(me, id);
        synchronized (all) {
            if (before.state() != State.LOOKED || !before.look().objections().isEmpty()) return;
            all.put(id, before.now(State.TAKING));
        }
        worker.execute(() -> work(id, () -> taken(me, id)));
    }

    private interface Work {
        void run() throws IOException;
    }

    private void work(UUID id, Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            LOG.error("discs could not be read or taken in", e);
            change(id, State.FAILED);
        }
    }

    private void change(UUID id, State state) {
        synchronized (all) {
            Optional.ofNullable(all.get(id)).ifPresent(each -> all.put(id, each.now(state)));
        }
    }

    private Deliveries opened(Inspection inspection) throws IOException {
        List<Input> inputs = waiting.inputs(inspection.wish().discs());
        return Deliveries.open(inputs, new Against(Optional.of(Profile.HUIZHAN), inspection.wish().key(), List.of()), open.call(), examiner);
    }

    private void look(Inspection inspection) throws IOException {
        try (var deliveries = opened(inspection)) {
            var look = imports.look(deliveries, inspection.wish().said());
            synchronized (all) {
                all.put(inspection.id(), new Inspection(inspection.id(), inspection.by(), inspection.wish(), State.LOOKED, "", look, inspection.outcome()));
            }
        }
    }

    private void taken(Actor me, UUID id) throws IOException {
        var inspection = of(me, id);
        Imports.Outcome outcome;
        try (var deliveries = opened(inspection)) {
            outcome = imports.take(me, deliveries, inspection.wish().said(), step -> step(id, step));
        }
        if (outcome.objections().isEmpty()) {
            for (var disc : inspection.wish().discs()) {
                waiting.remove(me, disc);
            }
        }
        synchronized (all) {
            all.put(id, new Inspection(id, inspection.by(), inspection.wish(), State.TAKEN, "", inspection.look(), outcome).now(State.TAKEN));
        }
    }

    private void step(UUID id, String step) {
        synchronized (all) {
            Optional.ofNullable(all.get(id)).ifPresent(each -> all.put(id, new Inspection(id, each.by(), each.wish(), each.state(), step, each.look(), each.outcome())));
        }
    }

    @Override public void destroy() {
        worker.shutdownNow();
    }
}
