package huizhan.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One person's work on one field without a longer pause (B4): a field saves itself every few words, and nobody wants to read a history of those.
 *
 * @param before the version that stood there before, 0 for none
 * @param to     the version that it ended with
 * @param saves  how often the field saved itself
 */
public record Spell(String field, long before, long to, Instant from, Instant until, UUID by, int saves) {
    static final Duration PAUSE = Duration.ofMinutes(10);

    /**
     * Versions, field by field and oldest first, as spells in the same order.
     *
     * @param cuts moments that end one, so that what was handed over can be found again
     */
    public static List<Spell> of(List<Version> versions, List<Instant> cuts) {
        var spells = new ArrayList<Spell>();
        for (var version : versions) {
            var last = spells.isEmpty() ? null : spells.get(spells.size() - 1);
            if (last != null && last.goesOn(version, cuts)) spells.set(spells.size() - 1, last.with(version));
            else spells.add(only(version));
        }
        return spells;
    }

    /** Each version as a spell of its own, for whoever looks for a text that did not stand long. */
    static List<Spell> each(List<Version> versions) {
        return versions.stream().map(Spell::only).toList();
    }

    private static Spell only(Version version) {
        return new Spell(version.field(), version.number() - 1, version.number(), version.at(), version.at(), version.by(), 1);
    }

    private boolean goesOn(Version next, List<Instant> cuts) {
        return field.equals(next.field()) && by.equals(next.by()) && !next.at().isAfter(until.plus(PAUSE))
            && cuts.stream().noneMatch(cut -> !cut.isBefore(until) && cut.isBefore(next.at()));
    }

    private Spell with(Version next) {
        return new Spell(field, before, next.number(), from, next.at(), by, saves + 1);
    }
}
