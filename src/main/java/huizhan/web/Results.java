package huizhan.web;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a step has brought about, for the page after its redirect, where it is too much for a {@link Flash}: looked at again, or in the
 * other language, it does nothing again. Kept for the person alone, on the path where it belongs, for half an hour and in this node's memory:
 * it may hold what people wrote, and none of that is to lie about.
 */
public final class Results {
    private static final Duration KEPT = Duration.ofMinutes(30);
    /** Of one person: nobody pushes another's out. */
    private static final int MOST = 10;
    private final Map<UUID, Result> results = new LinkedHashMap<>();
    private final Clock system;

    Results(Clock system) {
        this.system = system;
    }

    private record Result(UUID account, String path, Function<Lang, Map<String, Object>> model, Instant at) {}

    /**
     * Keeps a result.
     *
     * @param path of the page that tells of it
     * @param model what the page shows, in either language
     * @return the view that leads there
     */
    public synchronized String keep(Actor me, String path, Function<Lang, Map<String, Object>> model) {
        var now = system.instant();
        purge(now);
        var own = results.entrySet().stream().filter(each -> each.getValue().account().equals(me.account())).map(Map.Entry::getKey).toList();
        if (own.size() >= MOST) results.remove(own.get(0));
        var id = UUID.randomUUID();
        results.put(id, new Result(me.account(), path, model, now));
        return "redirect:" + path + "?result=" + id;
    }

    /** What the page is to show; of one that is no longer kept, or somebody else's, only that it is {@code gone}; nothing where none was asked for. */
    public Map<String, Object> of(Actor me, String path, Optional<UUID> id, Lang lang) {
        return id.map(asked -> find(asked).filter(each -> each.account().equals(me.account()) && each.path().equals(path))
            .map(each -> each.model().apply(lang)).orElse(Map.of("gone", true))).orElse(Map.of());
    }

    private void purge(Instant now) {
        results.values().removeIf(each -> !each.at().isAfter(now.minus(KEPT)));
    }

    /** How many are kept. */
    synchronized int size() {
        return results.size();
    }

    private synchronized Optional<Result> find(UUID id) {
        purge(system.instant());
        return Optional.ofNullable(results.get(id));
    }
}
