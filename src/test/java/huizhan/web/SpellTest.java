package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which versions are one piece of work. */
class SpellTest {
    private static final Instant START = Instant.parse("2015-07-10T01:00:00Z");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private static Version version(String field, long number, long seconds, UUID by) {
        return new Version(field, number, START.plusSeconds(seconds), by);
    }

    @Test void saves_with_short_pauses_are_one_and_a_longer_pause_begins_another() {
        var spells = Spell.of(List.of(version("name", 1, 0, ONE), version("name", 2, 600, ONE), version("name", 3, 1201, ONE)), List.of());
        assertThat(spells).containsExactly(new Spell("name", 0, 2, START, START.plusSeconds(600), ONE, 2),
            new Spell("name", 2, 3, START.plusSeconds(1201), START.plusSeconds(1201), ONE, 1));
    }

    @Test void what_was_handed_over_ends_one() {
        var versions = List.of(version("name", 1, 0, ONE), version("name", 2, 60, ONE));
        assertThat(Spell.of(versions, List.of(START.plusSeconds(59)))).hasSize(2);
        assertThat(Spell.of(versions, List.of(START.plusSeconds(60)))).hasSize(1);
    }

    @Test void another_person_and_another_field_begin_one_of_their_own() {
        assertThat(Spell.of(List.of(version("name", 1, 0, ONE), version("name", 2, 1, OTHER), version("undertaker", 1, 2, OTHER)), List.of()))
            .extracting(Spell::field, Spell::before, Spell::to, Spell::by)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("name", 0L, 1L, ONE), org.assertj.core.groups.Tuple.tuple("name", 1L, 2L, OTHER),
                org.assertj.core.groups.Tuple.tuple("undertaker", 0L, 1L, OTHER));
    }
}
