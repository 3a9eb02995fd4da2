package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a step has brought about, kept for a look after the redirect. */
class ResultsTest {
    private static final Actor ME = new Actor(new UUID(3, 1), "甲", Set.of(Role.UNIT), Optional.empty(), Optional.empty());
    private static final Actor OTHER = new Actor(new UUID(3, 2), "乙", Set.of(Role.UNIT), Optional.empty(), Optional.empty());
    private Instant now = Instant.parse("2026-03-01T01:00:00Z");
    private final Results results = new Results(new Clock() {
        @Override public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override public Instant instant() {
            return now;
        }
    });

    private Optional<UUID> keep(String said) {
        var view = results.keep(ME, "/a", lang -> Map.of("said", said + lang.tag()));
        assertThat(view).startsWith("redirect:/a?result=");
        return Optional.of(UUID.fromString(view.substring("redirect:/a?result=".length())));
    }

    @Test void its_owner_sees_it_again_in_either_language_where_it_belongs_and_for_half_an_hour() {
        var id = keep("done ");
        assertThat(results.of(ME, "/a", id, Lang.ZH)).isEqualTo(Map.of("said", "done " + Lang.ZH.tag()));
        assertThat(results.of(ME, "/a", id, Lang.EN)).isEqualTo(Map.of("said", "done " + Lang.EN.tag()));
        assertThat(results.of(OTHER, "/a", id, Lang.ZH)).isEqualTo(Map.of("gone", true));
        assertThat(results.of(ME, "/b", id, Lang.ZH)).isEqualTo(Map.of("gone", true));
        assertThat(results.of(ME, "/a", Optional.empty(), Lang.ZH)).isEmpty();
        now = now.plus(Duration.ofMinutes(30));
        assertThat(results.of(ME, "/a", id, Lang.ZH)).isEqualTo(Map.of("gone", true));
        assertThat(results.size()).as("what is past its time doesn't lie about").isZero();
    }

    @Test void of_one_person_no_more_are_kept_than_memory_may_hold_and_nobody_pushes_anothers_out() {
        var first = keep("1");
        var second = keep("2");
        for (int i = 0; i < 400; i++) results.keep(OTHER, "/a", lang -> Map.of());
        assertThat(results.size()).isEqualTo(12);
        assertThat(results.of(ME, "/a", first, Lang.ZH)).isEqualTo(Map.of("said", "1" + Lang.ZH.tag()));
        for (int i = 0; i < 9; i++) keep("more");
        assertThat(results.of(ME, "/a", first, Lang.ZH)).isEqualTo(Map.of("gone", true));
        assertThat(results.of(ME, "/a", second, Lang.ZH)).isEqualTo(Map.of("said", "2" + Lang.ZH.tag()));
    }
}
