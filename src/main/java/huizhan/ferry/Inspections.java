package huizhan.ferry;

import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.Profile;
import huizhan.ferry.Deliveries.Input;
import huizhan.ferry.WaitingDiscSql.Stay;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Faults;
import huizhan.kernel.Zone;
import huizhan.keys.PrivateKeys;
import huizhan.media.Examiner;
import huizhan.opening.OpenCall;
import huizhan.organization.cards.KeyCards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
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
    private final KeyCards cards;
    private final Zone zone;
    private final Map<UUID, Inspection> all = new LinkedHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "discs"));

    Inspections(WaitingDiscs waiting, Imports imports, Examiner examiner, OpenCall open, KeyCards cards, Zone zone) {
        this.waiting = waiting;
        this.imports = imports;
        this.examiner = examiner;
        this.open = open;
        this.cards = cards;
        this.zone = zone;
    }

    /** How far it has come. */
    enum State { LOOKING, LOOKED, TAKING, TAKEN, GONE, FAILED }

    /**
     * What is looked at.
     *
     * @param discs ids of waiting discs
     * @param paths places on this machine, at a desk
     * @param said  the department's code where somebody gave one
     */
    record Wish(List<UUID> discs, List<Path> paths, Optional<PrivateKeys> key, Optional<String> said) {}

    /** One of them as it stands. */
    record Inspection(UUID id, Actor by, Wish wish, State state, String step, Imports.Look look, Imports.Outcome outcome) {
        boolean working() {
            return state == State.LOOKING || state == State.TAKING;
        }

        /** Whether it can be taken in. */
        boolean right() {
            return state == State.LOOKED && look.objections().isEmpty() && !look.seen().isEmpty();
        }

        private Inspection now(State other) {
            return new Inspection(id, by, wish, other, "", look, outcome).lettingGo();
        }

        /** The key is let go of as soon as nothing needs it any more, and of the discs what is told of them stays. */
        private Inspection lettingGo() {
            boolean needed = state == State.LOOKING || state == State.TAKING || right();
            var told = new Imports.Look(look.seen().stream().map(each -> new Imports.Seen(each.delivery().closed(), each.department(), each.known(), each.findings())).toList(), look.objections(), look.left(), look.discs(), look.coming(), look.gaps());
            return new Inspection(id, by, needed ? wish : new Wish(wish.discs(), wish.paths(), Optional.empty(), wish.said()), state, step, told, outcome);
        }
    }

    UUID begin(Actor me, Wish wish) {
        var fresh = new Inspection(UUID.randomUUID(), me, wish, State.LOOKING, "", Imports.Look.NOTHING, Imports.Outcome.NOTHING);
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
            return Optional.ofNullable(all.get(id)).filter(each -> each.by().account().equals(me.account())).orElseThrow(Faults.NotThere::new);
        }
    }

    /**
     * Takes in what was looked at, if nothing was against it; asked twice, it is done once.
     *
     * @param yes at a desk: whether what came takes the place of what is there
     */
    void take(Actor me, UUID id, Predicate<Coming> yes) {
        of(me, id);
        synchronized (all) {
            var before = Optional.ofNullable(all.get(id)).filter(Inspection::right);
            if (before.isEmpty()) return;
            all.put(id, before.get().now(State.TAKING));
        }
        worker.execute(() -> work(id, () -> taken(me, id, yes)));
    }

    /** Somebody else has taken one of the discs in, or away. */
    private static final class Gone extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private interface Work {
        void run() throws IOException;
    }

    private void work(UUID id, Work work) {
        try {
            work.run();
        } catch (Gone e) {
            change(id, State.GONE);
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

    /** The job: whoever has sent an image may never have it checked, and what may not lie here must not wait for that (A4). */
    void look(UUID disc) {
        try {
            sift(Actor.program(), List.of(disc));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each is asked alone: one that may not lie here takes no other with it. */
    private void sift(Actor me, List<UUID> discs) throws IOException {
        if (zone.mayHold(Disclosure.NON_PUBLIC)) return;
        for (var disc : discs) {
            try (var deliveries = opened(waiting.inputs(List.of(disc)), Optional.empty())) {
                switch (deliveries.told()) {
                    case MORE -> waiting.goes(me, disc, Stay.MISPLACED);
                    case NOTHING -> waiting.goes(me, disc, Stay.UNTOLD);
                    case PUBLIC -> { }
                }
            }
        }
    }

    private Deliveries opened(List<Input> inputs, Optional<PrivateKeys> key) throws IOException {
        return Deliveries.open(inputs, new Against(Optional.of(Profile.HUIZHAN), key, List.of()), new Deliveries.Known(cards.known(), cards.openServers()), open.call(), examiner);
    }

    private Deliveries opened(Inspection inspection) throws IOException {
        var inputs = new ArrayList<>(waiting.inputs(inspection.wish().discs()));
        if (inputs.size() < inspection.wish().discs().size()) throw new Gone();
        inspection.wish().paths().forEach(path -> inputs.add(Input.of(path)));
        return opened(inputs, inspection.wish().key());
    }

    private void look(Inspection inspection) throws IOException {
        try (var deliveries = opened(inspection)) {
            var look = imports.look(deliveries, inspection.wish().said());
            if (!look.objections().isEmpty()) sift(inspection.by(), inspection.wish().discs());
            imports.inspected(inspection.by(), inspection.wish().discs().size() + inspection.wish().paths().size(), inspection.wish().key().isPresent(), look.objections().size());
            synchronized (all) {
                all.put(inspection.id(), new Inspection(inspection.id(), inspection.by(), inspection.wish(), State.LOOKED, "", look, inspection.outcome()).lettingGo());
            }
        }
    }

    private void taken(Actor me, UUID id, Predicate<Coming> yes) throws IOException {
        var inspection = of(me, id);
        Imports.Outcome outcome;
        try (var deliveries = opened(inspection)) {
            outcome = imports.take(me, deliveries, inspection.wish().said(), yes, step -> step(id, step));
        }
        synchronized (all) {
            all.put(id, new Inspection(id, inspection.by(), inspection.wish(), State.TAKEN, "", inspection.look(), outcome).lettingGo());
        }
        if (!outcome.objections().isEmpty()) sift(me, inspection.wish().discs());
        if (outcome.objections().isEmpty() && outcome.left().isEmpty()) waiting.clear(inspection.wish().discs());
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
