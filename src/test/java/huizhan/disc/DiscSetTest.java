package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.disc.DiscVerifier.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Discs of one set, held against one another (B9). */
class DiscSetTest {

    private static Verdict disc(String set, int number, int count) {
        return new Verdict(Path.of(set + number + ".iso"), Profile.HUIZHAN, List.of(), Optional.of(new Plan.Group(set, number, count)), Optional.empty());
    }

    private static Verdict single() {
        return new Verdict(Path.of("single.iso"), Profile.HUIZHAN, List.of(), Optional.empty(), Optional.empty());
    }

    private static List<String> defects(Verdict... discs) {
        return DiscVerifier.sets(List.of(discs)).stream().map(defect -> defect.code() + " " + defect.place()).toList();
    }

    @Test void whole_sets_and_single_discs_are_right_in_any_order() {
        assertThat(defects(disc("A", 2, 3), single(), disc("A", 3, 3), disc("A", 1, 3), disc("B", 2, 2), disc("B", 1, 2))).isEmpty();
        assertThat(defects(single(), single())).isEmpty();
    }

    @Test void each_missing_volume_is_named() {
        assertThat(defects(disc("A", 2, 4), disc("A", 3, 4))).containsExactly("set.missing A", "set.missing A");
        var told = DiscVerifier.sets(List.of(disc("A", 2, 4), disc("A", 3, 4)));
        assertThat(told).extracting(defect -> defect.message().en()).containsExactly("Disc 1 of 4 is missing.", "Disc 4 of 4 is missing.");
        assertThat(defects(disc("A", 1, 2))).containsExactly("set.missing A");
    }

    @Test void a_doubled_volume_is_named() {
        assertThat(Stream.of(defects(disc("A", 1, 2), disc("A", 2, 2), disc("A", 2, 2)))).containsExactly(List.of("set.double A2.iso"));
    }

    @Test void a_volume_of_another_set_is_named_beside_the_one_whose_place_it_took() {
        assertThat(defects(disc("A", 1, 3), disc("B", 2, 3), disc("A", 3, 3))).containsExactly("set.missing A", "set.foreign B2.iso");
        assertThat(defects(disc("A", 1, 3), disc("A", 2, 3), disc("A", 3, 4))).as("another count is another set").containsExactly("set.missing A", "set.foreign A3.iso");
    }
}
