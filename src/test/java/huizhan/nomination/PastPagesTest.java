package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The history of annex 1, compared and put back (B4), over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PastPagesTest {
    private TestServer server;
    private ReadyList list;
    private TestBrowser browser;

    @BeforeAll void start() {
        server = TestServer.inTheCall();
        list = ReadyList.of(server, "53", 2);
        browser = server.browserOf(list.drafter);
        browser.get("/nomination");
    }

    @AfterAll void stop() {
        server.close();
    }

    private RankedList now() {
        return server.get(Nominations.class).of(list.drafter.actor().owner());
    }

    private String present() {
        return browser.get("/nomination/history").find("name=\"present\" value=\"(\\d+)\"");
    }

    @Test @Order(1) void an_earlier_order_comes_back_with_its_stub_and_stays_in_the_history() {
        browser.post("/nomination/stubs", Map.of());
        var before = now();
        browser.post("/nomination/order", Map.of("move", list.achievements.get(0) + ":down", "version", "0"), "Accept", "text/html");
        browser.post("/nomination/lines/" + before.lines().get(2).id() + "/removal", Map.of());
        assertThat(now().lines()).hasSize(2);
        assertThat(browser.get("/nomination/history").text()).contains("移动“示例成果 0”", "移出“非公开”", "选取“示例成果 1”", "当时的名单，3 项");
        var answer = browser.post("/nomination/history/orders/" + before.version() + "/restoration", Map.of("present", present()));
        assertThat(answer.location()).isEqualTo("/nomination");
        assertThat(now().lines()).isEqualTo(before.lines());
        assertThat(browser.get("/nomination/history").text()).contains("恢复较早的名单");
    }

    @Test @Order(2) void of_two_who_change_the_list_the_slower_is_told_and_nothing_comes_back() {
        var stale = present();
        browser.post("/nomination/order", Map.of("move", list.achievements.get(0) + ":down", "version", "0"), "Accept", "text/html");
        var standing = now().lines();
        browser.get("/nomination/history");
        var answer = browser.post("/nomination/history/orders/2/restoration", Map.of("present", stale));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("名单刚被同事改过");
        assertThat(now().lines()).isEqualTo(standing);
    }

    @Test @Order(3) void an_earlier_head_is_compared_and_comes_back_as_the_newest() {
        server.get(Heads.class).write(list.drafter.actor(), "contact", "另一个人", 1);
        server.get(Heads.class).write(list.approver.actor(), "contact", "第三个人", 2);
        var page = browser.get("/nomination/history/contact?from=2&to=3");
        assertThat(page.body()).contains("<del>另一</del>").contains("<ins>第三</ins>");
        assertThat(browser.post("/nomination/history/contact/restoration", Map.of("version", "1", "present", "2")).text()).contains("同事刚改过这一栏");
        assertThat(browser.post("/nomination/history/contact/restoration", Map.of("version", "1", "present", "3")).location()).isEqualTo("/nomination/history/contact");
        assertThat(server.get(Heads.class).of(now()).get("contact")).extracting(HeadSql.Written::value, HeadSql.Written::version).containsExactly("示例乙", 4L);
        assertThat(browser.get("/nomination/history/fax").status()).isEqualTo(404);
    }

    @Test @Order(4) void another_department_sees_nothing_of_it() {
        var people = server.people();
        var stranger = server.browserOf(people.of(people.department("11"), Role.DRAFTER));
        assertThat(stranger.get("/nomination/history").text()).contains("还没有记录").doesNotContain("示例成果");
        assertThat(stranger.get("/nomination/history/contact").status()).isEqualTo(404);
        assertThat(stranger.post("/nomination/history/orders/2/restoration", Map.of("present", "0")).status()).isEqualTo(404);
    }

    @Test @Order(5) void after_the_sign_off_nothing_comes_back() {
        var approver = server.browserOf(list.approver);
        assertThat(list.sign(approver).location()).startsWith("/nomination/receipts/");
        assertThat(browser.get("/nomination/history").body()).doesNotContain("/restoration");
        browser.get("/nomination/history");
        assertThat(browser.post("/nomination/history/contact/restoration", Map.of("version", "2", "present", "4")).text()).contains("已经签发");
        assertThat(browser.post("/nomination/history/orders/2/restoration", Map.of("present", String.valueOf(now().version()))).status()).isEqualTo(422);
        assertThat(server.trail("nomination.restored", "department:%")).as("the refused attempt").isEqualTo(1);
    }
}
