package huizhan.letter;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.nomination.ReadyList;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The letter of recommendation (B26) over HTTP: proposed, written, and what Word gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LetterPagesTest {
    private TestServer server;
    private ReadyList list;
    private TestBrowser browser;

    @BeforeAll void start() {
        server = TestServer.inTheCall();
        list = ReadyList.of(server, "53", 1);
        browser = server.browserOf(list.drafter);
        browser.get("/nomination");
        browser.post("/nomination/stubs", Map.of());
        browser.get("/nomination/letter");
    }

    @AfterAll void stop() {
        server.close();
    }

    private Answer write(String field, String value, long version) {
        return browser.post("/nomination/letter", Map.of("field", field, "value", value, "version", String.valueOf(version)), "Accept", "application/json");
    }

    @Test @Order(1) void what_is_known_is_proposed_and_what_is_missing_is_said() {
        var page = browser.get("/nomination/letter");
        assertThat(page.body()).contains("示例省科学技术厅关于报送").contains("推荐成果2项，其中公开1项、非公开1项").contains("展板信息登记表1份").contains("联系人：示例乙，电话：000-00000001");
        assertThat(page.text()).contains("还没有发文字号").doesNotContain("示例成果 0");
    }

    @Test @Order(2) void each_field_saves_itself_and_nobody_is_overwritten() {
        assertThat(write("number", "示科函[2015]012号", 0).body()).contains("\"version\":1");
        assertThat(browser.get("/nomination/letter").text()).contains("发文字号请写成“云科函〔2015〕12号”这样").doesNotContain("序号号");
        assertThat(write("number", "示科函〔2015〕12号", 1).status()).isEqualTo(200);
        assertThat(browser.get("/nomination/letter/remarks").text()).contains("没有要核对的");
        assertThat(write("number", "别的号", 1).status()).isEqualTo(409);
        assertThat(write("body", "机密★10年", 0).status()).isEqualTo(422);
        assertThat(write("day", "不是日子", 0).body()).contains("请填写成文日期");
        assertThat(write("day", "2015-07-20", 0).status()).isEqualTo(200);
        assertThat(browser.get("/nomination/letter/remarks").text()).as("the last day itself").doesNotContain("成文日期");
        assertThat(write("day", "2015-07-21", 1).status()).as("a remark, no refusal").isEqualTo(200);
        assertThat(browser.get("/nomination/letter/remarks").text()).contains("成文日期（2015年7月21日）晚于贵部门的截止日期（2015年7月20日），请核对");
        assertThat(write("day", "2015-07-10", 2).status()).isEqualTo(200);
        assertThat(write("nothing", "x", 0).status()).isEqualTo(404);
        assertThat(write("body", "共20150720001项。", 0).status()).isEqualTo(200);
        assertThat(browser.get("/nomination/letter").status()).isEqualTo(200);
        assertThat(write("body", "推荐成果3项。\n请予接收。", 1).status()).isEqualTo(200);
        assertThat(browser.get("/nomination/letter/remarks").text()).contains("正文写 3 项，名单现有 2 项");
    }

    @Test @Order(3) void word_gets_what_was_written_and_only_the_departments_own() throws Exception {
        var raw = server.get(Letters.class).paper(list.drafter.actor().owner());
        assertThat(raw.number()).isEqualTo("示科函〔2015〕12号");
        assertThat(raw.paragraphs()).containsExactly("推荐成果3项。", "请予接收。");
        assertThat(browser.get("/nomination/letter.docx").body()).startsWith("PK");
        var people = server.people();
        var stranger = server.browserOf(people.of(people.department("11"), Role.DRAFTER));
        assertThat(stranger.get("/nomination/letter").body()).doesNotContain("示科函");
        assertThat(stranger.get("/nomination/letter/history/number").status()).isEqualTo(404);
        assertThat(server.browserOf(list.unit).get("/nomination/letter").status()).isEqualTo(404);
    }

    @Test @Order(4) void after_the_sign_off_the_number_may_still_come_and_an_earlier_text_comes_back() {
        assertThat(list.sign(server.browserOf(list.approver)).location()).startsWith("/nomination/receipts/");
        assertThat(write("number", "示科函〔2015〕13号", 2).status()).isEqualTo(200);
        browser.get("/nomination/letter/history/number?from=2&to=3");
        assertThat(browser.post("/nomination/letter/history/number/restoration", Map.of("version", "2", "present", "2")).text()).contains("同事刚改过这一栏");
        assertThat(browser.post("/nomination/letter/history/number/restoration", Map.of("version", "2", "present", "3")).location()).endsWith("/history/number");
        assertThat(server.get(Letters.class).paper(list.drafter.actor().owner()).number()).isEqualTo("示科函〔2015〕12号");
        assertThat(server.trail("letter.written", "department:%")).isEqualTo(9);
    }

    /** On another day, with a list that has somehow become another. */
    @Test @Order(5) void what_nobody_wrote_comes_from_what_was_signed_and_not_from_the_day_on_which_one_looks() throws Exception {
        var owner = list.drafter.actor().owner();
        var signed = server.get(Letters.class).paper(owner);
        var folder = server.leave();
        var later = java.time.Instant.parse("2015-07-15T01:00:00Z");
        server = TestServer.start(plain -> new huizhan.ServeOptions(0, plain.host(), folder, plain.zone(), plain.config(), java.util.Optional.of(later), plain.tlsCert(), plain.tlsKey(), false, plain.more()));
        new org.springframework.transaction.support.TransactionTemplate(server.get(org.springframework.transaction.PlatformTransactionManager.class)).executeWithoutResult(status -> server
            .get(org.springframework.jdbc.core.simple.JdbcClient.class).sql("insert into nomination_line (nomination_id, line_id, place, stub) select id, '00000000-0000-0000-0000-0000000000aa', 9, 1 from nomination").update());
        var paper = server.get(Letters.class).paper(owner);
        assertThat(paper).isEqualTo(signed);
        assertThat(paper.day()).isEqualTo(java.time.LocalDate.parse("2015-07-10"));
        assertThat(server.get(Letters.class).of(owner).proposal().list().lines()).isEqualTo(2);
    }

    @Test @Order(6) void in_the_end_it_can_only_be_read() {
        try (var late = TestServer.start(options -> options.at(java.time.Instant.parse("2015-07-21T01:00:00Z")).with("huizhan.totp", "off"))) {
            var drafter = late.people().of(late.people().department("53"), Role.DRAFTER);
            var reader = late.browserOf(drafter);
            assertThat(reader.get("/nomination/letter").text()).contains("推荐函不能再改");
            var refused = reader.post("/nomination/letter", Map.of("field", "number", "value", "太晚〔2015〕1号", "version", "0"), "Accept", "application/json");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("截止");
            assertThat(late.trail("letter.written", "department:%")).as("the refused attempt").isEqualTo(1);
            assertThat(reader.get("/nomination/letter.docx").status()).isEqualTo(200);
        }
    }
}
