package huizhan.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * One field's versions with two of them side by side, {@code fragments/versions.html} (B4).
 *
 * @param all      the end of each spell, newest first, and nothing as the oldest
 * @param from     the number of the older of the two that are compared, 0 for none
 * @param restores whether the older one can be put back now
 * @param present  the number that the page's reader has seen as the newest
 */
public record Versions(String label, List<Choice> all, long from, long to, Difference difference, boolean restores, long present, Saves saves) {

    public record Choice(long number, String title) {}

    /**
     * What lies between the ends of spells.
     *
     * @param each   whether every save is a choice
     * @param hidden how many are none, or would be none without that
     */
    public record Saves(boolean each, int hidden) {}

    /**
     * All that was ever saved of a field.
     *
     * @param versions oldest first, at least one
     * @param cuts     moments that end a spell
     */
    public record Past(List<Version> versions, List<Instant> cuts) {}

    /**
     * @param wanted which two the reader asked for; one within a spell shows every save, an unknown one is the newest, or the one before it
     * @param titles of a spell, and what stands for nothing
     * @param text   of a version, as a person reads it
     * @param writes whether the reader may write the field now
     */
    public static Versions of(String label, Past past, Wanted wanted, Titles titles, LongFunction<String> text, boolean writes) {
        var ends = Spell.of(past.versions, past.cuts);
        boolean each = wanted.each || Stream.of(wanted.from, wanted.to).flatMap(Optional::stream)
            .anyMatch(number -> past.versions.stream().anyMatch(version -> version.number() == number) && ends.stream().noneMatch(end -> end.to() == number));
        var spells = each ? Spell.each(past.versions) : ends;
        var all = new ArrayList<>(spells.stream().map(spell -> new Choice(spell.to(), titles.of().apply(spell))).toList());
        Collections.reverse(all);
        all.add(new Choice(0, titles.nothing()));
        long present = all.get(0).number();
        long to = wanted.to().filter(number -> has(all, number)).orElse(present);
        long from = wanted.from().filter(number -> has(all, number))
            .orElseGet(() -> spells.stream().filter(spell -> spell.to() == to).findFirst().map(Spell::before).orElse(0L));
        var before = text.apply(from);
        return new Versions(label, List.copyOf(all), from, to, Difference.of(before, text.apply(to)), writes && from > 0 && !before.equals(text.apply(present)), present,
            new Saves(each, past.versions.size() - ends.size()));
    }

    private static boolean has(List<Choice> all, long number) {
        return all.stream().anyMatch(each -> each.number() == number);
    }

    /**
     * Which two are to be compared.
     *
     * @param each whether every save is a choice, not the ends of spells alone
     */
    public record Wanted(Optional<Long> from, Optional<Long> to, boolean each) {}

    /** What versions are called. */
    public record Titles(Function<Spell, String> of, String nothing) {}

    public String title(long number) {
        return all.stream().filter(each -> each.number() == number).findFirst().map(Choice::title).orElse("");
    }
}
