package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.opening.OpenCall;
import huizhan.opening.Permits;
import huizhan.organization.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last second and the first that is too late (A13), and a permit (B18). */
class LatePagesTest {
    private static final Instant END = Instant.parse("2015-07-20T16:00:00Z");

    /** The demo clock stands behind the end, so that only a permit opens the call. */
    @Test void what_comes_in_after_midnight_of_the_last_day_is_refused_traced_and_kept_in_the_browser() {
        try (var server = TestServer.start(options -> options.at(END.plus(Duration.ofHours(1))).with("huizhan.totp", "off"))) {
            var people = server.people();
            var drafter = people.of(people.department("31"), Role.DRAFTER);
            var unit = people.of(drafter, people.unit(drafter, "迟到的单位"));
            assertThat(server.get(Achievements.class).begin(unit.actor(), Disclosure.PUBLIC, Optional.empty())).isInstanceOf(Outcome.Refused.class);
            var organizer = people.organizer().actor();
            var permits = server.get(Permits.class);
            assertThat(permits.grant(organizer, unit.actor().owner(), Optional.of(END.plus(Duration.ofDays(1))), "停电")).isEmpty();
            var begun = server.get(Achievements.class).begin(unit.actor(), Disclosure.PUBLIC, Optional.empty());
            var place = "/achievements/" + ((Outcome.Done) begun).achievement();
            var browser = server.browserOf(unit);
            browser.get(place);
            var inTime = browser.post(place + "/fields", Map.of("field", "name", "value", "延期内写的", "version", "0"));
            assertThat(inTime.status()).isEqualTo(200);
            var permit = server.get(OpenCall.class).extension(unit.actor().owner()).orElseThrow();
            assertThat(permits.withdraw(organizer, permit.id(), "来电了")).isEmpty();
            var late = browser.post(place + "/fields", Map.of("field", "name", "value", "太晚了", "version", "1"));
            assertThat(late.status()).isEqualTo(422);
            assertThat(late.body()).contains("已于 2015年7月20日 23:59:59 截止");
            assertThat(server.get(JdbcClient.class).sql("select count(*) from audit_entry where what = 'field.written' and outcome = 'refused'")
                .query(Long.class).single()).isEqualTo(1);
            var page = browser.get(place);
            assertThat(page.text()).contains("延期内写的", "截止").doesNotContain("太晚了");
            assertThat(page.body()).contains("readonly").doesNotContain("data-upload-choose");
            assertThat(browser.get("/call").text()).contains("征集已截止");
            assertThat(page.body()).as("what should never have been written here can leave at any time").contains(place + "/disclosure");
            assertThat(browser.get(place + "/disclosure").text()).doesNotContain("已于 2015年7月20日");
            browser.get(place);
            browser.post(place + "/erasure", Map.of("name", "延期内写的"));
            assertThat(browser.get(place).status()).isEqualTo(404);
        }
    }

    @Test void the_last_instant_of_the_last_day_is_open_and_the_next_is_not() {
        var deadline = huizhan.material.Examples.CALL.deadline();
        assertThat(deadline.passed(END.minusMillis(1))).isFalse();
        assertThat(deadline.passed(END)).isTrue();
        assertThat(deadline.end()).isEqualTo(END);
    }
}
