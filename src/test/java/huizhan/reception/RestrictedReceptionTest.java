package huizhan.reception;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.ServeOptions;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.nomination.ReadyList;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On the restricted server the clerk and the confidentiality officer each see their own part (A4, A12, B27). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestrictedReceptionTest {
    private TestServer server;
    private ReadyList list;
    private UUID hidden;
    private TestBrowser clerk;
    private TestBrowser officer;
    private TestBrowser organizer;
    private String place;

    @BeforeAll void start() {
        server = TestServer.start(plain -> new ServeOptions(0, plain.host(), plain.data(), Zone.RESTRICTED, plain.config(), plain.now(), plain.tlsCert(),
            plain.tlsKey(), false, plain.more()).at(TestServer.IN_THE_CALL).with("huizhan.totp", "off"));
        list = ReadyList.of(server, "53", 1);
        hidden = list.nonPublic();
        list.sign(server.browserOf(list.approver));
        clerk = server.browserOf(server.people().granted("收件员", Role.CLERK));
        officer = server.browserOf(server.people().granted("保密员", Role.CONFIDENTIALITY));
        organizer = server.browserOf(server.people().organizer());
        place = "/reception/" + list.drafter.actor().owner();
    }

    @AfterAll void stop() {
        server.close();
    }

    @Test void each_notes_and_sees_the_own_part_and_the_organizer_both() {
        officer.get(place);
        assertThat(officer.post(place + "/parcels", Map.of("channel", "prescribed", "number", "机要0001", "arrived", "2015-07-10")).status()).isEqualTo(302);
        assertThat(officer.post(place + "/parcels", Map.of("channel", "courier", "arrived", "2015-07-10")).text()).contains("由另一位同事登记");
        assertThat(officer.post(place + "/items/prescribed.board-form." + hidden, Map.of("state", "differs", "note", "缺第二页", "seen", "0")).status()).isEqualTo(302);
        assertThat(officer.post(place + "/items/open.letter.-", Map.of("state", "here", "seen", "0")).status()).isEqualTo(404);
        clerk.get(place);
        assertThat(clerk.post(place + "/parcels", Map.of("channel", "courier", "number", "SF0002", "arrived", "2015-07-10")).status()).isEqualTo(302);
        assertThat(clerk.post(place + "/parcels", Map.of("channel", "prescribed", "arrived", "2015-07-10")).text()).contains("由另一位同事登记");
        assertThat(clerk.post(place + "/items/prescribed.board-form." + hidden, Map.of("state", "here", "seen", "1")).status()).isEqualTo(404);
        assertThat(clerk.post(place + "/heaps/prescribed/" + hidden, Map.of()).status()).isEqualTo(404);
        assertThat(clerk.post(place + "/items/open.summary.-", Map.of("state", "here", "seen", "0")).status()).isEqualTo(302);
        assertThat(clerk.get(place).text()).contains("SF0002").contains("示例成果 0").contains("2. 非公开 由保密人员登记").contains("整表走指定渠道，由保密人员登记")
            .doesNotContain("机要0001").doesNotContain("示例成果 1").doesNotContain("缺第二页");
        assertThat(officer.get(place).text()).contains("机要0001").contains("2. 示例成果 1").contains("缺第二页").contains("附件1 成果推荐汇总表（整表）").contains("由收件人员登记，这里看不到")
            .doesNotContain("SF0002").doesNotContain("示例成果 0");
        assertThat(organizer.get(place).text()).contains("SF0002").contains("机要0001").contains("示例成果 0").contains("示例成果 1")
            .contains("整表走指定渠道，还没有登记").contains("公开邮件里的那一份已收到，两份已配齐").contains("纸质件 1 / 13");
        assertThat(clerk.get("/reception").text()).containsPattern("未收齐 R-53-0001-\\S 1 2015年7月10日 1 / 7");
        assertThat(officer.get("/reception").text()).containsPattern("有不符 R-53-0001-\\S 1 2015年7月10日 0 / 6");
    }
}
