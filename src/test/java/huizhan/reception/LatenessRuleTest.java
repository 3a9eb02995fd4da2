package huizhan.reception;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.call.Deadline;
import huizhan.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which day decides, on both sides of the last one (A13). */
class LatenessRuleTest {
    private static final LocalDate LAST = LocalDate.of(2015, 7, 20);
    private static final Deadline BY_DISPATCH = new Deadline(LAST, Dates.ZONE, true);
    private static final Deadline BY_ARRIVAL = new Deadline(LAST, Dates.ZONE, false);

    private static Parcel parcel(Optional<LocalDate> sent, LocalDate arrived, Optional<LocalTime> time) {
        return new Parcel(new UUID(1, 1), new UUID(1, 2), Channel.POST, "", sent, arrived, time, "", Instant.EPOCH, new UUID(1, 3), Optional.empty());
    }

    private static Lateness late(Deadline deadline, Optional<LocalDate> sent, LocalDate arrived) {
        return parcel(sent, arrived, Optional.empty()).lateness(deadline, deadline.end());
    }

    @Test void where_dispatch_counts_the_last_day_is_in_time_whenever_it_arrives() {
        assertThat(late(BY_DISPATCH, Optional.of(LAST), LAST.plusDays(9))).isEqualTo(Lateness.IN_TIME);
        assertThat(late(BY_DISPATCH, Optional.of(LAST.plusDays(1)), LAST.plusDays(1))).isEqualTo(Lateness.LATE);
    }

    @Test void where_nobody_can_read_the_postmark_what_arrived_in_time_was_sent_in_time() {
        assertThat(late(BY_DISPATCH, Optional.empty(), LAST)).isEqualTo(Lateness.IN_TIME);
        assertThat(late(BY_DISPATCH, Optional.empty(), LAST.plusDays(1))).isEqualTo(Lateness.UNDECIDED);
    }

    @Test void where_arrival_counts_the_postmark_says_nothing() {
        assertThat(late(BY_ARRIVAL, Optional.of(LAST.minusDays(3)), LAST.plusDays(1))).isEqualTo(Lateness.LATE);
        assertThat(late(BY_ARRIVAL, Optional.empty(), LAST)).isEqualTo(Lateness.IN_TIME);
    }

    @Test void an_extension_to_an_hour_counts_the_hour_where_it_is_known() {
        var end = LAST.plusDays(2).atTime(18, 0).atZone(Dates.ZONE).toInstant();
        assertThat(parcel(Optional.empty(), LAST.plusDays(2), Optional.of(LocalTime.of(17, 59))).lateness(BY_ARRIVAL, end)).isEqualTo(Lateness.IN_TIME);
        assertThat(parcel(Optional.empty(), LAST.plusDays(2), Optional.of(LocalTime.of(18, 0))).lateness(BY_ARRIVAL, end)).isEqualTo(Lateness.LATE);
        assertThat(parcel(Optional.empty(), LAST.plusDays(2), Optional.empty()).lateness(BY_ARRIVAL, end)).as("of that day").isEqualTo(Lateness.IN_TIME);
    }

    @Test void an_item_is_known_by_its_key_and_nothing_else_is() {
        var disc = Item.disc(Part.OPEN, 2);
        var form = Item.of(Part.PRESCRIBED, Item.Kind.BOARD_FORM, new UUID(7, 7));
        var letter = Item.of(Part.OPEN, Item.Kind.LETTER);
        assertThat(java.util.List.of(disc, form, letter)).allMatch(each -> Item.of(each.key()).equals(Optional.of(each)));
        assertThat(java.util.List.of("open.disc.0", "open.disc.-", "open.letter.3", "secret.letter.-", "open.stamps.-", "open.letter", "")).allMatch(key -> Item.of(key).isEmpty());
    }
}
