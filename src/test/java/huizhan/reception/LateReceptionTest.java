package huizhan.reception;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.opening.Permits;
import huizhan.organization.TestServer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After the end nothing is refused at reception; what is late is marked, by the department's own end (A13, B18). */
class LateReceptionTest {

    @Test void late_parcels_are_taken_and_marked_and_an_extension_makes_them_timely() {
        try (var server = TestServer.start(options -> options.at(Instant.parse("2015-07-23T01:00:00Z")).with("huizhan.totp", "off"))) {
            var people = server.people();
            var department = people.department("53").id();
            var place = "/reception/" + department;
            var clerk = server.browserOf(people.granted("收件员", Role.CLERK));
            clerk.get(place);
            for (var days : java.util.List.of("2015-07-20 2015-07-23", "2015-07-21 2015-07-22", " 2015-07-23")) {
                var form = Map.of("channel", "post", "dispatched", days.substring(0, days.indexOf(' ')), "arrived", days.substring(days.indexOf(' ') + 1));
                assertThat(clerk.post(place + "/parcels", form).status()).isEqualTo(302);
            }
            assertThat(clerk.get(place).text()).containsSubsequence("寄出日期不明，2015年7月23日收到", "寄出日期待查", "2015年7月21日寄出", "逾期", "2015年7月20日寄出，2015年7月23日收到", "按时");
            var newest = clerk.get(place).find("name=\"parcel\"[^>]*>.{0,400}?value=\"([0-9a-f-]{36})\"");
            assertThat(clerk.post(place + "/items/open.letter.-", Map.of("state", "here", "parcel", newest, "seen", "0")).status()).isEqualTo(302);
            assertThat(clerk.get(place).text()).contains("推荐函 已收 2015年7月23日 寄出日期待查");
            assertThat(clerk.get("/reception?late=").text()).contains("云南省科学技术厅").doesNotContain("北京市");
            var permits = server.get(Permits.class);
            assertThat(permits.grant(people.organizer().actor(), department, permits.end("2015-07-24", ""), "省网中断")).isEmpty();
            assertThat(clerk.get(place).text()).contains("以寄出日期为准，最晚 2015年7月24日").doesNotContain("逾期").doesNotContain("待查");
        }
    }
}
