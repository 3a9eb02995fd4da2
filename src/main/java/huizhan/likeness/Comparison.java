package huizhan.likeness;

import huizhan.likeness.Part.Kind;
import huizhan.media.StoredFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds all achievements against each other (B20). Texts meet in an index from each run to those that have it, without the turns of phrase
 * that many have; names, partners and pictures are short enough to be held against each other one by one.
 */
final class Comparison {
    private final List<Told> all;
    /** Which achievements have a run; of the runs of texts that aren't common. */
    private final Map<Integer, List<Integer>> index = new HashMap<>();
    /** How many runs of each text are in the index. */
    private final int[] telling;

    private Comparison(List<Told> all) {
        this.all = all;
        this.telling = new int[all.size()];
        for (int i = 0; i < all.size(); i++) {
            for (int run : all.get(i).text().runs()) {
                index.computeIfAbsent(run, any -> new ArrayList<>(2)).add(i);
            }
        }
        index.values().removeIf(those -> those.size() > Scale.common(all.size()));
        index.values().forEach(those -> those.forEach(i -> telling[i]++));
    }

    /** Every pair that is to be shown, the strongest first. */
    static List<Pair> of(List<Told> all) {
        var sorted = all.stream().sorted((a, b) -> a.place().achievement().toString().compareTo(b.place().achievement().toString())).toList();
        return new Comparison(sorted).pairs();
    }

    private List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < all.size(); i++) {
            var shared = shared(i);
            for (int j = i; j < all.size(); j++) {
                pair(i, j, shared[j]).ifPresent(pairs::add);
            }
        }
        pairs.sort((a, b) -> Integer.compare(b.strength(), a.strength()));
        return pairs;
    }

    /** How many telling runs one has in common with each that comes after it. */
    private int[] shared(int one) {
        var shared = new int[all.size()];
        for (int run : all.get(one).text().runs()) {
            for (int other : index.getOrDefault(run, List.of())) {
                shared[other] += other > one ? 1 : 0;
            }
        }
        return shared;
    }

    private Optional<Pair> pair(int i, int j, int shared) {
        var one = all.get(i);
        var other = all.get(j);
        var parts = new ArrayList<Part>();
        double strength = i == j ? 0 : words(one, other, text(i, j, shared), parts);
        if (strength < Scale.SHOWN) {
            parts.clear();
        }
        pictures(one, other, parts);
        int seen = parts.stream().filter(part -> part.one().isPresent()).mapToInt(Part::alike).max().orElse(0);
        int most = Math.max(strength < Scale.SHOWN ? 0 : (int) Math.round(strength * 1000), seen);
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Pair(one.place(), other.place(), most, parts));
    }

    /** How much of the shorter text stands in the other. */
    private double text(int i, int j, int shared) {
        int shorter = Math.min(telling[i], telling[j]);
        double text = shorter < Scale.TEXT_RUNS ? 0 : (double) shared / shorter;
        return text < Scale.TEXT_LEAST ? 0 : text;
    }

    private static double words(Told one, Told other, double text, List<Part> parts) {
        double alike = one.name().alike(other.name());
        double name = alike < Scale.NAME_LEAST ? 0 : alike;
        // with neither name nor text in common, partner and unit alone are never enough
        if (name == 0 && text == 0) {
            return 0;
        }
        // one department's achievements are written by the same hand; it has one sign-off that counts
        if (one.place().revision().equals(other.place().revision()) && name < Scale.NAME_ALONE) {
            return 0;
        }
        double partner = bodies(one.partners(), other.partners());
        double unit = bodies(one.units(), other.units());
        add(Kind.NAME, name, parts);
        add(Kind.TEXT, text, parts);
        add(Kind.PARTNER, partner, parts);
        add(Kind.UNIT, unit, parts);
        return Scale.strength(name, Math.min(one.name().size(), other.name().size()), text, partner, unit);
    }

    private static double bodies(List<Shingles> ones, List<Shingles> others) {
        double most = ones.stream().flatMapToDouble(one -> others.stream().mapToDouble(one::alike)).max().orElse(0);
        return most < Scale.BODY_LEAST ? 0 : most;
    }

    private static void add(Kind kind, double alike, List<Part> parts) {
        if (alike > 0) {
            parts.add(Part.of(kind, alike));
        }
    }

    private static void pictures(Told one, Told other, List<Part> parts) {
        if (one == other) {
            within(one.shots().stream().filter(Told.Shot::counts).toList(), parts);
            return;
        }
        var others = other.shotsOnce();
        for (var shot : one.shotsOnce()) {
            others.stream().max(Comparator.comparingInt(shot::alike)).filter(best -> shot.alike(best) > 0).ifPresent(best -> parts.add(part(shot, best)));
        }
        if (one.film().isPresent() && one.film().get().sha256().equals(other.film().map(StoredFile::sha256).orElse(null))) {
            parts.add(new Part(Kind.FILM, 1000, one.film().map(StoredFile::id), other.film().map(StoredFile::id)));
        }
    }

    private static void within(List<Told.Shot> shots, List<Part> parts) {
        for (int i = 0; i < shots.size(); i++) {
            for (int j = i + 1; j < shots.size(); j++) {
                if (shots.get(i).alike(shots.get(j)) > 0) {
                    parts.add(part(shots.get(i), shots.get(j)));
                }
            }
        }
    }

    private static Part part(Told.Shot one, Told.Shot other) {
        return new Part(Kind.PICTURE, one.alike(other), Optional.of(one.file().id()), Optional.of(other.file().id()));
    }
}
