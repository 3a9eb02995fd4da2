package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Lang;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final Instant LAST_SECOND = Instant.parse("2015-07-20T15:59:59Z");

    @Test
    void a_day_is_the_day_in_shanghai() {
        assertThat(Dates.day(Lang.ZH, LAST_SECOND)).isEqualTo("2015年7月20日");
        assertThat(Dates.day(Lang.ZH, LAST_SECOND.plusSeconds(1))).isEqualTo("2015年7月21日");
        assertThat(Dates.day(Lang.EN, LAST_SECOND)).isEqualTo("20 July 2015");
    }

    @Test
    void a_moment_has_day_and_time() {
        assertThat(Dates.moment(Lang.ZH, LAST_SECOND)).isEqualTo("2015年7月20日 23:59:59");
        assertThat(Dates.moment(Lang.EN, LAST_SECOND)).isEqualTo("20 July 2015, 23:59:59");
        assertThat(Dates.time(Instant.parse("2015-07-10T01:12:03Z"))).isEqualTo("09:12:03");
    }
}
