package huizhan.reception;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.StatementCount;
import huizhan.kernel.Role;
import huizhan.nomination.ReadyList;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parcels and checklists on the open server over HTTP (A12, A13, B10, B27). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReceptionPagesTest {
    private TestServer server;
    private ReadyList list;
    private Person clerk;
    private TestBrowser browser;
    private TestBrowser organizer;
    private String place;

    @BeforeAll void start() {
        server = TestServer.inTheCall();
        list = ReadyList.of(server, "53", 2);
        clerk = server.people().granted("收件员", Role.CLERK);
        browser = server.browserOf(clerk);
        organizer = server.browserOf(server.people().organizer());
        place = "/reception/" + list.drafter.actor().owner();
        browser.get(place);
    }

    @AfterAll void stop() {
        server.close();
    }

    private Answer parcel(String channel, String dispatched, String arrived) {
        browser.get(place);
        return browser.post(place + "/parcels", Map.of("channel", channel, "number", "SF0001", "dispatched", dispatched, "arrived", arrived, "time", "", "remark", "外箱完好"));
    }

    private Answer say(String item, String state, String note, long seen) {
        return browser.post(place + "/items/" + item, Map.of("state", state, "note", note, "seen", String.valueOf(seen)));
    }

    private long refused(String what) {
        return server.get(JdbcClient.class).sql("select count(*) from audit_entry where what = :what and outcome = 'refused'").param("what", what).query(Long.class).single();
    }

    @Test @Order(1) void before_the_sign_off_a_parcel_has_the_general_items_and_its_dates_are_checked() {
        assertThat(browser.get("/reception").text()).contains("个部门中 0 个已收齐").contains("未签发");
        assertThat(browser.get(place).text()).contains("电子件还没有签发").contains("还没有登记邮件").contains("各成果的材料").doesNotContain("示例成果");
        assertThat(parcel("", "2015-07-08", "2015-07-10").text()).contains("请先选邮件怎么来的");
        assertThat(parcel("courier", "2015-07-08", "2015-07-11").text()).contains("最晚是今天");
        assertThat(parcel("courier", "2015-07-10", "2015-07-09").text()).contains("不晚于收到的日期");
        assertThat(parcel("courier", "2015-07-08", "昨天").status()).isEqualTo(422);
        var wrong = browser.post(place + "/parcels", Map.of("channel", "post", "arrived", "2015-07-10", "remark", "机密★10年"));
        assertThat(wrong.text()).contains("密级标志");
        assertThat(wrong.body()).as("what was typed stays").contains("value=\"post\" checked");
        assertThat(parcel("courier", "2015-07-08", "2015-07-10").location()).endsWith(place + "#parcels");
        assertThat(browser.get(place).text()).contains("2015年7月8日寄出，2015年7月10日收到").contains("按时").contains("由 收件员 登记");
        assertThat(say("open.statement.-", "here", "", 0).status()).isEqualTo(302);
        assertThat(browser.get(place).text()).contains("已登记邮件 1 件，材料 1 项");
    }

    @Test @Order(2) void what_comes_by_the_prescribed_channel_is_not_noted_here_and_the_attempt_is_in_the_trail() {
        var before = refused("reception.parcel");
        var no = parcel("prescribed", "", "2015-07-10");
        assertThat(no.status()).isEqualTo(422);
        assertThat(no.text()).contains("不要拆封，交保密人员在内网端登记");
        assertThat(refused("reception.parcel")).isEqualTo(before + 1);
        assertThat(browser.get(place).body()).doesNotContain("value=\"prescribed\"");
        assertThat(say("prescribed.summary.-", "here", "", 0).status()).isEqualTo(404);
        assertThat(server.trail("reception.item", "%", 2)).as("one ticked off before, and this").isEqualTo(2);
        assertThat(refused("reception.item")).isEqualTo(1);
        var officer = server.browserOf(server.people().granted("保密员", Role.CONFIDENTIALITY));
        assertThat(officer.get("/reception").text()).contains("在内网端登记");
        assertThat(officer.get(place).text()).doesNotContain("SF0001").doesNotContain("文字说明");
        assertThat(officer.post(place + "/items/open.letter.-", Map.of("state", "here", "seen", "0")).status()).isEqualTo(404);
    }

    @Test @Order(3) void after_the_sign_off_each_paper_is_ticked_off_by_hand_and_every_step_stays() {
        var drafter = server.browserOf(list.drafter);
        drafter.get("/nomination");
        drafter.post("/nomination/stubs", Map.of());
        list.sign(server.browserOf(list.approver));
        var first = list.achievements.get(0);
        var page = browser.get(place);
        assertThat(page.text()).containsSubsequence("回执号 O-53-0001-", "纸质件 0 / 11，光盘 0 / 1", "推荐函", "附件1 成果推荐汇总表（非公开各项只留序号）", "整表走指定渠道，由保密人员登记",
            "1. 示例成果 0", "附件2 展板信息登记表", "参展单位盖章", "2. 示例成果 1", "各成果的材料", "光盘 1", "3. 非公开 非公开材料走指定渠道，在内网端登记");
        assertThat(say("open.letter.-", "", "", 0).text()).contains("请先选一种情况");
        assertThat(say("open.letter.-", "unreadable", "", 0).text()).as("a paper can't be").contains("请先选一种情况");
        assertThat(say("open.letter.-", "excepted", "短", 0).text()).contains("例外要写明理由");
        assertThat(say("open.letter.-", "differs", "", 0).text()).contains("请写明哪里不符");
        assertThat(say("open.letter.-", "withdrawn", "", 0).text()).contains("不需要撤销");
        assertThat(say("open.letter.-", "here", "", 0).location()).endsWith("#i-open.letter.-");
        assertThat(say("open.letter.-", "missing", "", 0).text()).contains("同事刚登记过这一项");
        assertThat(say("open.board-form." + first, "differs", "公章盖在了空白处", 0).status()).isEqualTo(302);
        assertThat(browser.get(place).text()).contains("有 1 项缺少或不符").contains("公章盖在了空白处");
        assertThat(say("open.board-form." + first, "here", "", 1).status()).isEqualTo(302);
        var later = browser.get(place).text();
        assertThat(later).contains("纸质件 2 / 11").doesNotContain("缺少或不符").as("the step before stays").contains("公章盖在了空白处");
        assertThat(browser.post(place + "/heaps/open/" + first, Map.of()).location()).endsWith("#h-open.achievement." + first);
        assertThat(browser.get(place).text()).contains("纸质件 5 / 11");
        assertThat(say("open.statement." + new UUID(9, 9), "here", "", 0).status()).as("no such achievement").isEqualTo(404);
        assertThat(say("open.nothing.-", "here", "", 0).status()).isEqualTo(404);
        assertThat(server.trail("reception.item", "department:" + list.drafter.actor().owner(), 10)).as("seven, and three that were refused").isEqualTo(10);
    }

    @Test @Order(4) void a_disc_has_its_shelf_and_one_that_cannot_be_read_keeps_its_first_date() {
        assertThat(say("open.disc.1", "here", "", 0).text()).contains("请写光盘放在哪里");
        assertThat(say("open.disc.2", "here", "", 0).status()).as("the first comes first").isEqualTo(404);
        assertThat(say("open.disc.1", "unreadable", "只读到目录", 0).status()).isEqualTo(302);
        assertThat(browser.get(place).text()).contains("读不出，已请重寄").contains("光盘 0 / 1");
        var first = server.get(Checklists.class).of(list.drafter.actor().owner()).parcels().get(0).id();
        assertThat(parcel("post", "2015-07-10", "2015-07-10").status()).isEqualTo(302);
        var shelved = Map.of("state", "here", "shelf", "A-03", "seen", "1");
        assertThat(browser.post(place + "/items/open.disc.1", shelved).status()).isEqualTo(302);
        assertThat(browser.get(place).text()).contains("存放在 A-03").contains("光盘 1 / 1");
        var disc = server.get(Checklists.class).of(list.drafter.actor().owner()).find(Item.disc(Part.OPEN, 1)).orElseThrow();
        assertThat(disc.firstInHand().flatMap(Step::parcel)).isEqualTo(Optional.of(first));
        assertThat(browser.post(place + "/items/open.disc.2", Map.of("state", "here", "shelf", "A-04", "seen", "0")).status()).isEqualTo(302);
        server.get(Receptions.class).discs(clerk.actor(), list.drafter.actor().owner(), new Receptions.DiscsFound(false, 1, new UUID(8, 8), true));
        assertThat(browser.get(place).text()).contains("读盘登记").contains("存放在 A-03");
        server.get(Receptions.class).discs(clerk.actor(), list.drafter.actor().owner(), new Receptions.DiscsFound(false, 1, new UUID(8, 9), false));
        var second = server.get(Checklists.class).of(list.drafter.actor().owner()).find(Item.disc(Part.OPEN, 2)).orElseThrow();
        assertThat(second.state()).contains(Step.State.UNREADABLE);
        assertThat(browser.get(place).text()).contains("光盘 1 / 1");
    }

    @Test @Order(5) void a_parcel_noted_by_mistake_is_withdrawn_with_its_reason() {
        var id = server.get(Checklists.class).of(list.drafter.actor().owner()).parcels().get(1).id();
        assertThat(browser.post(place + "/parcels/" + id + "/withdrawal", Map.of("reason", " ")).text()).contains("请写明为什么撤销");
        assertThat(browser.post(place + "/parcels/" + id + "/withdrawal", Map.of("reason", "登记错了部门")).status()).isEqualTo(302);
        assertThat(browser.get(place).text()).contains("登记错了部门");
        assertThat(browser.post(place + "/parcels/" + id + "/withdrawal", Map.of("reason", "再来一次")).status()).isEqualTo(404);
    }

    @Test @Order(6) void others_reach_none_of_it_and_a_department_that_is_not_there_has_no_page() {
        assertThat(server.browserOf(list.drafter).get("/reception").status()).isEqualTo(404);
        assertThat(server.browserOf(list.unit).get(place).status()).isEqualTo(404);
        assertThat(browser.get("/reception/" + new UUID(9, 9)).status()).isEqualTo(404);
        assertThat(browser.get("/progress").status()).as("a clerk has no other work").isEqualTo(404);
        assertThat(browser.get("/call").body()).contains("href=\"/reception\"");
        assertThat(organizer.get("/progress").body()).contains("href=\"/reception\"");
        var bait = "/reception/" + server.people().department("11").id();
        assertThat(browser.get(bait).text()).doesNotContain("SF0001").doesNotContain("示例成果");
    }

    @Test @Order(7) void the_matrix_narrows_and_sorts_and_costs_the_same_however_many_have_sent() {
        var text = organizer.get("/reception").text();
        assertThat(text).containsPattern("有不符 O-53-0001-\\S 1 2015年7月10日 5 / 11 1 / 1 1");
        assertThat(organizer.get("/reception?state=complete").text()).contains("没有");
        assertThat(organizer.get("/reception?q=53").text()).contains("O-53-0001").doesNotContain("未签发");
        assertThat(organizer.get("/reception?late=").text()).doesNotContain("O-53-0001");
        assertThat(organizer.get("/reception?sort=arrived").body().indexOf("O-53-0001")).isLessThan(organizer.get("/reception?sort=code").body().indexOf("O-53-0001"));
        var one = StatementCount.of(() -> organizer.get("/reception"));
        for (var code : java.util.List.of("33", "34")) {
            var other = ReadyList.of(server, code, 1);
            other.sign(server.browserOf(other.approver));
            var theirs = "/reception/" + other.drafter.actor().owner();
            browser.get(theirs);
            browser.post(theirs + "/parcels", Map.of("channel", "hand", "arrived", "2015-07-10"));
            browser.post(theirs + "/items/open.letter.-", Map.of("state", "here", "seen", "0"));
        }
        assertThat(StatementCount.of(() -> assertThat(organizer.get("/reception").text()).contains("O-33-0001").contains("O-34-0001"))).isEqualTo(one).isPositive();
    }
}
