package huizhan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a mail server takes as an address, and how long it is left in peace. */
class MailAddressTest {

    @Test void an_address_is_plain_before_the_sign_and_ascii_behind_it() {
        assertThat(MailAddress.typed(" fang.zhiyuan+huizhan@kjt.example.cn ")).map(MailAddress::text).contains("fang.zhiyuan+huizhan@kjt.example.cn");
        assertThat(MailAddress.typed("office@例子.中国")).map(MailAddress::text).contains("office@xn--fsqu00a.xn--fiqs8s");
        assertThat(MailAddress.typed("办公室@example.cn")).isEmpty();
        for (var wrong : new String[] {"", "x", "x@", "@example.cn", "x@example", "a b@example.cn", "x..y@example.cn", ".x@example.cn", "x@-a.cn", "x@a_b.cn",
            "x@example.cn\r\nBcc: y@example.cn", "x\n@example.cn", "<x@example.cn>", "x@[127.0.0.1]", "a@b@example.cn", "x@example.cn,y@example.cn"}) {
            assertThat(MailAddress.typed(wrong)).as(wrong).isEmpty();
        }
        assertThat(MailAddress.typed("x".repeat(64) + "@example.cn")).isPresent();
        assertThat(MailAddress.typed("x".repeat(65) + "@example.cn")).isEmpty();
    }

    @Test void the_gap_doubles_up_to_the_longest_and_a_person_forgets_it() {
        var pace = new Pace(Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofDays(2), 12);
        assertThat(java.util.stream.IntStream.of(1, 2, 3, 7, 8, 1000).mapToObj(pace::gap).map(Duration::toSeconds)).containsExactly(10L, 20L, 40L, 640L, 900L, 900L);
        var now = Instant.parse("2015-07-10T01:00:00Z");
        assertThat(pace.wait(now)).isEmpty();
        assertThat(pace.wait(now)).isEmpty();
        pace.unreachable(now);
        assertThat(pace.unreachable(now)).isEqualTo(now.plusSeconds(20));
        assertThat(pace.wait(now)).contains(now.plusSeconds(20));
        pace.forget();
        assertThat(pace.wait(now)).isEmpty();
        assertThat(pace.unreachable(now)).isEqualTo(now.plusSeconds(10));
    }

    @Test void after_a_failure_one_knocks_alone_and_a_deferred_letter_has_an_end() {
        var pace = new Pace(Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofDays(2), 12);
        var now = Instant.parse("2015-07-10T01:00:00Z");
        var later = pace.unreachable(now);
        assertThat(pace.wait(later)).isEmpty();
        assertThat(pace.wait(later)).as("another is on the way").contains(later.plusSeconds(180));
        pace.unused();
        assertThat(pace.wait(later)).isEmpty();
        assertThat(pace.wait(later)).isPresent();
        assertThat(pace.unreachable(later)).isEqualTo(later.plusSeconds(20));
        assertThat(java.util.stream.IntStream.of(1, 2, 8, 9, 1000).mapToObj(pace::patience).map(Duration::toSeconds)).containsExactly(10L, 20L, 1280L, 2560L, 7200L);
        assertThat(pace.isOver(12, now, now.plus(Duration.ofDays(2)).minusMillis(1))).isFalse();
        assertThat(pace.isOver(12, now, now.plus(Duration.ofDays(2)))).isTrue();
        assertThat(pace.isOver(11, now, now.plus(Duration.ofDays(9)))).as("for days the server could not be asked").isFalse();
    }
}
