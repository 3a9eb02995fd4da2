package huizhan.reception;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.nomination.ReadyList;
import huizhan.opening.OpenCall;
import huizhan.organization.Accounts;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receipts for what arrived and returns for correction over HTTP, on both sides (B17, B19). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SlipPagesTest {
    private TestServer server;
    private ReadyList list;
    private TestBrowser clerk;
    private TestBrowser organizer;
    private TestBrowser drafter;
    private UUID department;
    private String place;
    private String receipt;

    @BeforeAll void start() {
        server = TestServer.inTheCall();
        list = ReadyList.of(server, "53", 1);
        list.sign(server.browserOf(list.approver));
        department = list.drafter.actor().owner();
        place = "/reception/" + department;
        var accounts = server.get(Accounts.class);
        accounts.describe(server.people().administrator(Role.SYSADMIN).actor(), accounts.find(list.drafter.actor().account()).orElseThrow(), "人员", "a@kjt.example.cn", "");
        clerk = server.browserOf(server.people().granted("收件员", Role.CLERK));
        organizer = server.browserOf(server.people().organizer());
        drafter = server.browserOf(list.drafter);
        clerk.get(place);
        organizer.get(place);
    }

    @AfterAll void stop() {
        server.close();
    }

    private void say(String item, String state, String note) {
        assertThat(clerk.post(place + "/items/" + item, Map.of("state", state, "note", note, "shelf", "A-01", "seen", "0")).status()).isEqualTo(302);
    }

    private String letters() {
        return String.join("\n", server.get(JdbcClient.class).sql("select kind || ' ' || subject || ' ' || body from letter where reference like 'reception-%' order by put_at").query(String.class).list());
    }

    @Test @Order(1) void nothing_came_so_there_is_no_receipt_and_the_department_is_told_what_to_expect() {
        assertThat(clerk.post(place + "/receipts", Map.of("part", "open")).location()).isEqualTo(place);
        assertThat(clerk.get(place).text()).contains("还没有收到东西，不能开收据");
        assertThat(drafter.get("/nomination/reception").text()).contains("组织单位还没有登记收到的邮件").contains("2015年7月20日");
        assertThat(drafter.get("/nomination/sign-off").text()).doesNotContain("查看收件情况");
        assertThat(clerk.post(place + "/receipts", Map.of("part", "prescribed")).status()).as("not on this server").isEqualTo(404);
        assertThat(clerk.post(place + "/receipts", Map.of("part", "nothing")).status()).isEqualTo(404);
    }

    @Test @Order(2) void a_receipt_tells_what_was_here_and_what_was_missing_and_stays_as_it_was() {
        assertThat(clerk.post(place + "/parcels", Map.of("channel", "courier", "number", "SF0009", "dispatched", "2015-07-09", "arrived", "2015-07-10")).status()).isEqualTo(302);
        say("open.letter.-", "here", "");
        say("open.board-form." + list.achievements.get(0), "differs", "公章盖在空白处");
        receipt = clerk.post(place + "/receipts", Map.of("part", "open")).location();
        assertThat(receipt).startsWith(place + "/receipts/");
        var text = clerk.get(receipt).text();
        assertThat(text).containsPattern("收据号 O-53P-0001-\\S").contains("快递 SF0009").contains("2015年7月9日寄出，2015年7月10日收到").containsSubsequence("已收或例外 推荐函 已收", "缺少、不符或尚未登记", "1. 示例成果 0", "附件2 展板信息登记表", "公章盖在空白处", "不符");
        say("open.summary.-", "here", "");
        assertThat(clerk.get(receipt).text()).contains("附件1 成果推荐汇总表 现在：已收 未登记");
        assertThat(letters()).contains("receipt 荟展：已收到材料，收据 O-53P-0001-").contains("已收 1 项，缺少、不符或尚未登记 7 项").doesNotContain("示例成果").doesNotContain("公章");
        assertThat(server.trail("reception.receipt", "department:" + department, 2)).as("one, and one that was refused").isEqualTo(2);
    }

    @Test @Order(3) void the_department_sees_what_came_and_another_nothing_of_it() {
        var text = drafter.get("/nomination/reception").text();
        assertThat(text).contains("快递 SF0009").contains("按时").contains("公章盖在空白处").containsPattern("收据 O-53P-0001-\\S");
        assertThat(drafter.get("/nomination/sign-off").text()).contains("组织单位已登记邮件 1 件，其中 1 项缺少或不符").contains("查看收件情况");
        var id = receipt.substring(receipt.lastIndexOf('/') + 1);
        assertThat(drafter.get("/nomination/reception/receipts/" + id).text()).contains("SF0009");
        var stranger = server.browserOf(server.people().of(server.people().department("11"), Role.DRAFTER));
        assertThat(stranger.get("/nomination/reception/receipts/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/nomination/reception").text()).doesNotContain("SF0009").doesNotContain("示例成果");
        assertThat(drafter.get(receipt).status()).isEqualTo(404);
        assertThat(server.browserOf(list.unit).get("/nomination/reception").status()).isEqualTo(404);
    }

    private Map<String, String> wish(String due, String reason) {
        return Map.of("part", "open", "item", "open.board-form." + list.achievements.get(0), "due", due, "reason", reason);
    }

    @Test @Order(4) void a_return_names_items_and_a_day_and_more_time_is_the_organizers_to_give() {
        assertThat(clerk.post(place + "/returns", Map.of("part", "open", "due", "2015-07-18", "reason", "请重盖")).text()).contains("请勾选要退回更正的材料");
        assertThat(clerk.post(place + "/returns", Map.of("part", "open", "item", "open.letter.-", "due", "2015-07-18", "reason", "请重盖")).text()).as("it is here").contains("请勾选");
        assertThat(clerk.post(place + "/returns", wish("2015-07-18", "")).text()).contains("请写明要补什么");
        var wrong = clerk.post(place + "/returns", wish("2015-07-10", "请重盖公章"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("补交的最后一天从明天起，60 天以内");
        assertThat(wrong.body()).as("what was typed stays").contains("请重盖公章</textarea>").contains("value=\"2015-07-10\"");
        assertThat(clerk.post(place + "/returns", wish("2015-07-25", "请重盖公章")).text()).contains("要由组织单位的同事退回");
        assertThat(server.get(OpenCall.class).extension(department)).isEmpty();
        assertThat(clerk.post(place + "/returns", wish("2015-07-18", "请重盖公章")).status()).isEqualTo(302);
        assertThat(clerk.get(place).text()).contains("第 1 次退回，1 项").contains("补交截止 2015年7月18日").contains("等待补交");
        assertThat(organizer.post(place + "/returns", wish("2015-07-25", "请重盖，截止日顺延")).status()).isEqualTo(302);
        assertThat(server.get(OpenCall.class).lastDay(department)).isEqualTo(LocalDate.of(2015, 7, 25));
        assertThat(clerk.get(place).text()).as("no parcel becomes timely by it").contains("以寄出日期为准，最晚 2015年7月20日");
        assertThat(letters()).contains("return 荟展：有材料退回更正，2015年7月25日 前补交").doesNotContain("请重盖").doesNotContain("示例成果");
    }

    @Test @Order(5) void the_department_reads_the_return_and_it_is_settled_when_the_right_paper_comes() {
        var page = drafter.get("/nomination/reception");
        assertThat(page.text()).contains("请重盖，截止日顺延").contains("等待补交");
        var letter = drafter.get(page.find("href=\"(/nomination/reception/returns/[0-9a-f-]{36})\""));
        assertThat(letter.text()).contains("退回更正通知").contains("下列 1 项缺少或不符，请于 2015年7月25日 前（含当日）补交或更换").contains("1. 示例成果 0").contains("公章盖在空白处");
        assertThat(clerk.post(place + "/items/open.board-form." + list.achievements.get(0), Map.of("state", "here", "seen", "1")).status()).isEqualTo(302);
        assertThat(drafter.get("/nomination/reception").text()).contains("已补齐").doesNotContain("等待补交");
        var stranger = server.browserOf(server.people().of(server.people().department("11"), Role.DRAFTER));
        assertThat(stranger.get(page.find("href=\"(/nomination/reception/returns/[0-9a-f-]{36})\"")).status()).isEqualTo(404);
        assertThat(server.trail("reception.returned", "department:" + department, 7)).as("two, and five that were refused").isEqualTo(7);
    }
}
