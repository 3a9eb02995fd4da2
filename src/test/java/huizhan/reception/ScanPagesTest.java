package huizhan.reception;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.documents.PaperCode;
import huizhan.kernel.Role;
import huizhan.kernel.Sha256;
import huizhan.nomination.ReadyList;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
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

/** The codes of papers that the program printed itself, held against the record over HTTP (B8). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScanPagesTest {
    private TestServer server;
    private ReadyList list;
    private TestBrowser drafter;
    private TestBrowser approver;
    private TestBrowser browser;
    private String place;
    private String oldSummary;

    @BeforeAll void start() {
        server = TestServer.inTheCall();
        list = ReadyList.of(server, "53", 1);
        drafter = server.browserOf(list.drafter);
        approver = server.browserOf(list.approver);
        browser = server.browserOf(server.people().granted("收件员", Role.CLERK));
        place = "/reception/" + list.drafter.actor().owner();
    }

    @AfterAll void stop() {
        server.close();
    }

    private String scan(String code) {
        return scan(code, "");
    }

    private String scan(String code, String department) {
        browser.get("/reception/scan");
        var answer = browser.post("/reception/scans", Map.of("code", code, "department", department), "X-Requested-With", "fetch");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).as("a line and no page").doesNotContain("<html").startsWith("<li class=\"row scan-line ");
        return answer.text();
    }

    private String own() {
        return list.drafter.actor().owner().toString();
    }

    private String form(UUID id) {
        return PrintedCodes.of(server, drafter, "/achievements/" + id + "/papers/board-form.pdf");
    }

    @Test @Order(1) void what_is_no_code_of_ours_or_of_nothing_known_is_said_so_and_a_draft_is_not_noted() {
        assertThat(scan("https://example.org/")).contains("不是本系统的二维码").contains("https://example.org/");
        assertThat(scan(new PaperCode("board-form", new UUID(7, 7), Sha256.of("x")).toString())).contains("这里没有这份文件");
        oldSummary = PrintedCodes.of(server, drafter, "/nomination/papers/summary.pdf");
        assertThat(scan(form(list.achievements.get(0)))).contains("还没有签发").contains("先不逐项登记").doesNotContain("示例成果");
        assertThat(server.trail("reception.item", "%")).isZero();
    }

    @Test @Order(2) void the_same_is_noted_as_here_once_however_the_scanner_types_it() {
        list.sign(approver);
        var code = form(list.achievements.get(0));
        browser.get(place);
        assertThat(browser.post(place + "/parcels", Map.of("channel", "courier", "number", "SF0003", "arrived", "2015-07-10")).status()).isEqualTo(302);
        assertThat(scan(code, own())).contains("相符").contains("云南省科学技术厅 · 附件2 展板信息登记表 · 1. 示例成果 0").contains("已记为已收");
        assertThat(scan(code.toUpperCase(java.util.Locale.ROOT).replace(":", "："))).contains("相符").contains("先前已经收过");
        assertThat(server.trail("reception.item", "department:" + own())).isEqualTo(1);
        assertThat(browser.get(place).text()).contains("附件2 展板信息登记表 已收 扫码核对 2015年7月10日").contains("纸质件 1 / 7");
        var step = server.get(Checklists.class).of(list.drafter.actor().owner()).find(Item.of(Part.OPEN, Item.Kind.BOARD_FORM, list.achievements.get(0))).orElseThrow();
        assertThat(step.counting().flatMap(Step::parcel)).as("it lay in the newest parcel").isPresent();
    }

    @Test @Order(3) void labels_lead_to_the_department_and_are_no_items() {
        var parcel = PrintedCodes.of(server, drafter, "/nomination/papers/summary.pdf").replace(":summary:", ":parcel:");
        assertThat(scan(parcel)).contains("标签或回执").contains("云南省科学技术厅");
        assertThat(scan(parcel.replace(":parcel:", ":disc:"))).contains("光盘标签").contains("写明存放位置");
        assertThat(scan(parcel.replace(":parcel:", ":nothing:"))).contains("这里没有这份文件");
    }

    @Test @Order(4) void an_older_one_is_noted_as_different_unless_the_right_one_is_here() {
        approver.get("/nomination/sign-off");
        approver.post("/nomination/withdrawal", Map.of("reason", "换一个联系电话"));
        drafter.get("/nomination");
        drafter.post("/nomination/stubs", Map.of());
        list.sign(approver);
        assertThat(scan(oldSummary, own())).contains("不符：旧版本").contains("已记为不符");
        assertThat(browser.get(place).text()).contains("附件1 成果推荐汇总表（非公开各项只留序号） 不符 扫码核对");
        assertThat(scan(PrintedCodes.of(server, drafter, "/nomination/papers/summary.pdf"), own())).contains("相符").contains("已记为已收");
        assertThat(scan(oldSummary, own())).contains("不符：旧版本").contains("这一份放到一边即可");
        assertThat(scan(oldSummary.substring(0, oldSummary.lastIndexOf(':') + 1) + Sha256.of("another").hex(), own())).contains("不符").contains("这一份放到一边即可");
        assertThat(browser.get(place).text()).contains("附件1 成果推荐汇总表（非公开各项只留序号） 已收");
        assertThat(scan(form(list.achievements.get(0)))).as("a board form stays right").contains("先前已经收过");
    }

    @Test @Order(5) void another_departments_paper_is_named_and_what_is_not_public_is_told_to_nobody_here() {
        var other = ReadyList.of(server, "33", 1);
        var theirs = server.browserOf(other.drafter);
        other.sign(server.browserOf(other.approver));
        var code = PrintedCodes.of(server, theirs, "/achievements/" + other.achievements.get(0) + "/papers/board-form.pdf");
        assertThat(scan(code, own())).contains("别的部门的材料").contains("浙江省科学技术厅").contains("没有登记");
        assertThat(server.trail("reception.item", "department:" + other.drafter.actor().owner())).isZero();
        var stub = server.get(Checklists.class).of(list.drafter.actor().owner()).hiddenAchievements().get(0);
        var secret = scan(new PaperCode("board-form", stub, Sha256.of("x")).toString());
        assertThat(secret).contains("非公开材料").contains("立即交保密人员").doesNotContain("云南");
        assertThat(server.get(JdbcClient.class).sql("select count(*) from audit_entry where what = 'reception.scan' and outcome = 'refused'").query(Long.class).single()).isEqualTo(1);
    }

    @Test @Order(6) void without_a_script_the_whole_page_answers_and_others_reach_none_of_it() {
        browser.get("/reception/scan");
        var page = browser.post("/reception/scans", Map.of("code", form(list.achievements.get(0))));
        assertThat(page.text()).contains("扫码核对").contains("先前已经收过");
        var officer = server.browserOf(server.people().granted("保密员", Role.CONFIDENTIALITY));
        officer.get("/reception/scan");
        assertThat(officer.post("/reception/scans", Map.of("code", form(list.achievements.get(0)))).text()).contains("由另一位同事登记").doesNotContain("示例成果");
        assertThat(drafter.get("/reception/scan").status()).isEqualTo(404);
        assertThat(drafter.post("/reception/scans", Map.of("code", oldSummary)).status()).isEqualTo(404);
    }
}
