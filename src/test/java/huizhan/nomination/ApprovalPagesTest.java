package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Drafting and approving as the work of two people (B16), over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApprovalPagesTest {
    private TestServer server;
    private ReadyList list;
    private Person other;
    private TestBrowser drafts;
    private TestBrowser approves;

    @BeforeAll void start() {
        server = TestServer.inTheCall();
        list = ReadyList.of(server, "53", 1);
        other = server.people().of(server.people().department("11"), huizhan.kernel.Role.DRAFTER, huizhan.kernel.Role.APPROVER);
        drafts = server.browserOf(list.drafter);
        approves = server.browserOf(list.approver);
        approves.get("/nomination");
    }

    @AfterAll void stop() {
        server.close();
    }

    private static String text(TestBrowser browser) {
        return browser.get("/nomination/sign-off").text();
    }

    @Test @Order(1) void what_is_put_up_is_seen_by_the_approver_and_by_no_other_department() {
        assertThat(approves.get("/call").body()).doesNotContainPattern("href=\"/nomination\"[^§]{0,600}menu-work");
        assertThat(drafts.post("/nomination/submission", Map.of("seen", ReadyList.seen(drafts), "note", "请重点看第1项")).location()).isEqualTo("/nomination/sign-off");
        assertThat(text(approves)).contains("送审，内容此后没有改动", "请重点看第1项");
        assertThat(approves.get("/call").body()).containsPattern("href=\"/nomination\"[^§]{0,600}menu-work");
        assertThat(text(server.browserOf(other))).doesNotContain("请重点看第1项");
        assertThat(server.trail("nomination.submitted", "nomination:%")).isEqualTo(1);
    }

    @Test @Order(2) void a_change_is_told_and_only_the_new_content_waits() {
        server.get(Heads.class).write(list.drafter.actor(), "fax", "000-00000002", 0);
        assertThat(text(approves)).contains("内容此后改过");
        assertThat(drafts.post("/nomination/submission", Map.of("seen", "0".repeat(64))).status()).isEqualTo(422);
        drafts.post("/nomination/submission", Map.of("seen", ReadyList.seen(drafts)));
        assertThat(text(approves)).contains("内容此后没有改动");
    }

    @Test @Order(3) void it_is_sent_back_with_a_reason_which_must_not_be_missing() {
        approves.get("/nomination/sign-off");
        var step = approves.get("/nomination/sign-off").find("name=\"step\" value=\"(\\d+)\"");
        var late = approves.post("/nomination/submission/return", Map.of("note", "请核实", "step", "1"));
        assertThat(late.text()).contains("又有变动");
        assertThat(late.body()).as("what was typed stays").contains("value=\"请核实\"");
        var silent = approves.post("/nomination/submission/return", Map.of("note", " ", "step", step));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains("请写明退回的理由");
        assertThat(approves.post("/nomination/submission/return", Map.of("note", "联系人电话请核实", "step", step)).location()).isEqualTo("/nomination/sign-off");
        assertThat(text(drafts)).contains("退回", "联系人电话请核实");
        assertThat(drafts.get("/call").body()).containsPattern("href=\"/nomination\"[^§]{0,600}menu-work");
        assertThat(drafts.post("/nomination/submission/return", Map.of("note", "不归我管")).status()).isEqualTo(404);
    }

    @Test @Order(4) void where_two_people_are_wanted_nobody_signs_alone() {
        assertThat(drafts.post("/nomination/two-people", Map.of("wanted", "true")).status()).isEqualTo(404);
        approves.post("/nomination/two-people", Map.of("wanted", "true"));
        assertThat(list.sign(approves).text()).contains("请经办人先把现在的内容送审");
        approves.post("/nomination/submission", Map.of("seen", ReadyList.seen(approves)));
        assertThat(list.sign(approves).text()).contains("请另一位审签人签发");
        approves.post("/nomination/two-people", Map.of("wanted", "false"));
        assertThat(list.sign(approves).text()).as("whoever said that one is enough").contains("请另一位审签人签发");
        approves.post("/nomination/two-people", Map.of("wanted", "true"));
        assertThat(server.trail("nomination.signed", "nomination:%")).as("all attempts").isEqualTo(3);
        approves.post("/nomination/submission/withdrawal", Map.of());
        assertThat(approves.post("/nomination/submission/withdrawal", Map.of()).text()).contains("现在没有送审的名单");
    }

    @Test @Order(5) void the_second_person_signs_and_a_withdrawal_begins_anew() {
        drafts.post("/nomination/submission", Map.of("seen", ReadyList.seen(drafts)));
        assertThat(list.sign(approves).location()).startsWith("/nomination/receipts/");
        assertThat(approves.post("/nomination/submission", Map.of("seen", "0".repeat(64))).text()).contains("已经签发");
        assertThat(approves.get("/nomination").body()).as("the way to the withdrawal").contains("href=\"/nomination/sign-off\"");
        assertThat(drafts.get("/nomination").body()).doesNotContain("href=\"/nomination/sign-off\"");
        approves.post("/nomination/withdrawal", Map.of("reason", "漏了一项"));
        assertThat(list.sign(approves).text()).contains("请经办人先把现在的内容送审");
    }
}
