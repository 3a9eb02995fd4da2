package huizhan.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * One field's versions with two of them side by side, {@code fragments/versions.html} (B4).
 *
 * @param all      the end of each spell, newest first, and nothing as the oldest
 * @param from     the number of the older of the two that are compared, 0 for none
 * @param restores whether the older one can be put back now
 * @param present  the number that the page's reader has seen as the newest
 */
public record Versions(String label, List<Choice> all, long from, long to, Difference difference, boolean restores, long present) {

    public record Choice(long number, String title) {}

    /**
     * @param spells of the field, oldest first, at least one
     * @param wanted which two the reader asked for; an unknown one is the newest, or the one before it
     * @param titles of a spell, and what stands for nothing
     * @param text   of a version, as a person reads it
     * @param writes whether the reader may write the field now
     */
    public static Versions of(String label, List<Spell> spells, Wanted wanted, Titles titles, LongFunction<String> text, boolean writes) {
        var all = new ArrayList<>(spells.stream().map(each -> new Choice(each.to(), titles.of().apply(each))).toList());
        Collections.reverse(all);
        all.add(new Choice(0, titles.nothing()));
        long present = all.get(0).number();
        long to = wanted.to().filter(number -> has(all, number)).orElse(present);
        long from = wanted.from().filter(number -> has(all, number))
            .orElseGet(() -> spells.stream().filter(each -> each.to() == to).findFirst().map(Spell::before).orElse(0L));
        var before = text.apply(from);
        return new Versions(label, List.copyOf(all), from, to, Difference.of(before, text.apply(to)), writes && from > 0 && !before.equals(text.apply(present)), present);
    }

    private static boolean has(List<Choice> all, long number) {
        return all.stream().anyMatch(each -> each.number() == number);
    }

    /** Which two are to be compared. */
    public record Wanted(Optional<Long> from, Optional<Long> to) {}

    /** What versions are called. */
    public record Titles(Function<Spell, String> of, String nothing) {}

    public String title(long number) {
        return all.stream().filter(each -> each.number() == number).findFirst().map(Choice::title).orElse("");
    }
}
