package huizhan.stamped;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.ServeOptions;
import huizhan.achievement.Achievements;
import huizhan.achievement.Outcome;
import huizhan.achievement.StatementCount;
import huizhan.kernel.Role;
import huizhan.nomination.Filing;
import huizhan.nomination.ReadyList;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestServer;
import huizhan.stamped.Paper.Side;
import huizhan.stamped.Step.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Scan and original of stamped papers (B16) over HTTP, with papers that the program printed itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StampedPagesTest {
    private static final String HOME = "/nomination/stamped";
    private static final String SUMMARY = HOME + "/summary/-/";
    private TestServer server;
    private ReadyList list;
    private UUID first;
    private UUID second;
    private TestBrowser browser;
    private TestBrowser approver;
    private TestBrowser organizer;
    private String receipt;
    private Optional<Path> left = Optional.empty();

    @BeforeAll void start() {
        server = TestServer.inTheCall();
        list = ReadyList.of(server, "53", 2);
        first = list.achievements.get(0);
        second = list.achievements.get(1);
        browser = server.browserOf(list.drafter);
        browser.get("/nomination");
        browser.post("/nomination/stubs", Map.of());
        approver = server.browserOf(list.approver);
        organizer = server.browserOf(server.people().organizer());
        browser.get(HOME);
    }

    @AfterAll void stop() {
        server.close();
        left.ifPresent(TestServer::clear);
    }

    private Answer say(String place, String state, String note, String day, long seen) {
        browser.get(HOME);
        return browser.post(place, Map.of("state", state, "note", note, "day", day, "seen", String.valueOf(seen)));
    }

    private String slot(String paper, String item) {
        return "nomination:stamped:" + paper + ":" + item;
    }

    private Answer scan(String paper, String item, String name, byte[] bytes) {
        browser.get(HOME);
        return Scans.send(server, browser, slot(paper, item), name, bytes);
    }

    private byte[] printed(String path) {
        return Scans.bytes(server, browser, path);
    }

    /** One paper's part of the page, as a person reads it. */
    private String paper(String key) {
        Filing.settled(server, "stamped-code");
        return paper(browser.get(HOME), key);
    }

    private static String paper(Answer page, String key) {
        return new Answer(200, page.find("(<article class=\"card stamped\" id=\"p-" + key + "\".*?</article>)"), page.raw()).text();
    }

    @Test @Order(1) void each_paper_of_the_list_has_its_place_and_a_stub_has_none() {
        var page = browser.get(HOME);
        assertThat(page.body().split("<article", -1)).hasSize(5);
        assertThat(page.text()).containsSubsequence("还缺扫描件 4 份。原件还没有登记的 4 份。", "名单还没有签发", "附件1 成果推荐汇总表", "推荐函",
            "附件2 展板信息登记表 · 1. 示例成果 0", "附件2 展板信息登记表 · 2. 示例成果 1");
        assertThat(page.text()).doesNotContain("3. ");
        assertThat(browser.get("/nomination/sign-off").text()).contains("还缺扫描件 4 份").contains("登记盖章件");
        assertThat(organizer.get("/nominations/stamped").text()).contains("还没有部门签发");
    }

    @Test @Order(2) void what_is_said_is_checked_and_what_was_typed_stays() {
        assertThat(say(SUMMARY + "original", "", "", "", 0).text()).contains("请先选一种情况");
        assertThat(say(SUMMARY + "scan", "there", "", "", 0).text()).as("only a file says so").contains("请先选一种情况");
        assertThat(say(SUMMARY + "original", "excepted", " 短 ", "", 0).text()).contains("例外要写明理由，2 至 300 个字符");
        assertThat(say(SUMMARY + "original", "sent", "字".repeat(301), "2015-07-10", 0).text()).contains("说明最多 300 个字符");
        assertThat(say(SUMMARY + "original", "here", "机密★10年", "2015-07-10", 0).text()).contains("这里有密级标志");
        assertThat(say(SUMMARY + "original", "sent", "", "2015-07-11", 0).text()).contains("不晚于今天");
        assertThat(say(SUMMARY + "original", "here", "", "昨天", 0).text()).contains("不晚于今天");
        assertThat(say(SUMMARY + "original", "sent", "", "2014-07-10", 0).text()).as("a year too early").contains("不晚于今天");
        assertThat(say(SUMMARY + "original", "withdrawn", "", "", 0).text()).contains("这里没有登记");
        var late = say(SUMMARY + "original", "excepted", "公章外出，后天盖", "2015-07-09", 0);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("补交的日期从今天起");
        assertThat(late.body()).contains("公章外出，后天盖</textarea>").contains("value=\"excepted\" checked").contains("value=\"2015-07-09\"");
        assertThat(say(HOME + "/nothing/-/scan", "excepted", "理由", "", 0).status()).isEqualTo(404);
        assertThat(say(SUMMARY + "copy", "excepted", "理由", "", 0).status()).isEqualTo(404);
        assertThat(server.trail("stamped.changed", "department:%")).isZero();
    }

    @Test @Order(3) void an_original_goes_its_way_and_every_step_stays() {
        assertThat(say(SUMMARY + "original", "excepted", "公章外出，后天盖", "2015-07-12", 0).location()).endsWith(HOME + "#p-summary");
        assertThat(paper("summary")).contains("例外").contains("理由：公章外出，后天盖").contains("预计 2015年7月12日 前补交");
        assertThat(say(SUMMARY + "original", "here", "", "2015-07-10", 0).text()).contains("同事刚登记过这一项");
        assertThat(say(SUMMARY + "original", "here", "", "", 1).status()).isEqualTo(302);
        assertThat(browser.get(HOME).text()).contains("原件还没有登记的 3 份。原件已盖章、等寄出的 1 份。");
        assertThat(paper("summary")).as("without a day, today").contains("已盖章，在本部门 2015年7月10日");
        assertThat(say(SUMMARY + "original", "sent", "快递单号 000", "2015-07-10", 2).status()).isEqualTo(302);
        assertThat(paper("summary")).contains("已寄出").contains("说明：快递单号 000").contains("记录（3）").contains(list.drafter.actor().name());
        assertThat(say(SUMMARY + "original", "withdrawn", "寄错了", "", 3).status()).isEqualTo(302);
        assertThat(paper("summary")).contains("还没有登记").contains("寄错了").contains("记录（4）");
        assertThat(say(HOME + "/letter/-/scan", "excepted", "推荐函随后单独发文", "", 0).status()).isEqualTo(302);
        assertThat(paper("letter")).contains("例外").contains("推荐函随后单独发文");
        assertThat(browser.get(HOME).text()).contains("还缺扫描件 3 份");
        assertThat(server.trail("stamped.changed", "department:%")).isEqualTo(5);
    }

    @Test @Order(4) void a_scan_tells_by_its_code_of_which_content_it_is() {
        var draft = printed("/nomination/papers/summary.pdf");
        assertThat(scan("summary", "-", "汇总表盖章.pdf", draft).body()).contains("\"state\":\"stored\"");
        assertThat(paper("summary")).contains("已上传").contains("汇总表盖章.pdf").contains("与现在的内容一致");
        receipt = list.sign(approver).location();
        assertThat(paper("summary")).as("the same content, signed off").contains("与现在的内容一致");
        assertThat(browser.get(HOME).text()).contains("按签发的内容列出，回执号 O-53-0001-");
        assertThat(scan("board-form", first.toString(), "附件2.pdf", printed(receipt + "/1/board-form.pdf")).body()).contains("\"state\":\"stored\"");
        assertThat(paper(first.toString())).contains("与现在的内容一致");
        scan("board-form", second.toString(), "放错了.pdf", printed(receipt + "/1/board-form.pdf"));
        assertThat(paper(second.toString())).contains("这是另一份纸质件");
        scan("board-form", second.toString(), "没有码.tif", Scans.blank("tiff"));
        assertThat(paper(second.toString())).contains("没有读出二维码").contains("没有码.tif").contains("放错了.pdf");
        for (var path : java.util.List.of(receipt, "/nomination", HOME)) {
            assertThat(browser.get(path).text()).as(path).contains("原件还没有登记的 4 份。").doesNotContain(" 0 份");
        }
        assertThat(browser.get(receipt).text()).contains("登记盖章件");
        assertThat(browser.get("/nomination").body()).as("signed off, the list leads there").contains("href=\"" + HOME + "\"");
    }

    @Test @Order(5) void no_other_file_is_taken_for_a_scan() {
        assertThat(scan("letter", "-", "推荐函.docx", new byte[] {1, 2, 3}).body()).contains("PDF、JPEG、PNG 或 TIFF");
        var lie = scan("letter", "-", "推荐函.pdf", "no pdf".getBytes(StandardCharsets.UTF_8));
        assertThat(lie.body()).contains("\"state\":\"refused\"").contains("PDF、JPEG、PNG 或 TIFF");
        assertThat(paper("letter")).contains("例外").doesNotContain("推荐函.pdf");
        assertThat(scan("letter", "-", "推荐函.jpg", Scans.blank("jpg")).body()).contains("\"state\":\"stored\"");
        assertThat(paper("letter")).contains("推荐函.jpg").doesNotContain("二维码");
    }

    @Test @Order(6) void another_department_and_another_unit_see_nothing_of_it() {
        var people = server.people();
        var file = browser.get(HOME).find("id=\"p-" + first + "\".*?/media/([0-9a-f-]{36})/original");
        var stranger = people.of(people.department("11"), Role.DRAFTER);
        var theirs = server.browserOf(stranger);
        assertThat(theirs.get(HOME).text()).contains("名单还是空的").doesNotContain("示例成果");
        assertThat(theirs.post(HOME + "/board-form/" + first + "/original", Map.of("state", "excepted", "note", "别家的", "seen", "0")).status()).isEqualTo(404);
        assertThat(Scans.send(server, theirs, slot("board-form", first.toString()), "附件2.pdf", new byte[] {1}).status()).isEqualTo(404);
        assertThat(theirs.get("/media/" + file + "/original").status()).isEqualTo(404);
        assertThat(server.get(JdbcClient.class).sql("select count(*) from audit_entry where what = 'stamped.changed' and outcome = 'refused' and subject = :subject")
            .param("subject", "department:" + stranger.actor().owner()).query(Long.class).single()).isEqualTo(1);
        var unit = server.browserOf(list.unit);
        assertThat(unit.get(HOME).status()).isEqualTo(404);
        assertThat(unit.get("/media/" + file + "/original").status()).as("its own annex 2").isEqualTo(200);
        var summary = browser.get(HOME).find("id=\"p-summary\".*?/media/([0-9a-f-]{36})/original");
        assertThat(unit.get("/media/" + summary + "/original").status()).isEqualTo(404);
        assertThat(server.browserOf(people.of(list.drafter, people.unit(list.drafter, "别的单位"))).get("/media/" + file + "/original").status()).isEqualTo(404);
        assertThat(approver.get("/media/" + summary + "/original").status()).isEqualTo(200);
    }

    @Test @Order(7) void the_organizer_sees_what_was_signed_off_and_what_is_overdue() {
        say(HOME + "/board-form/" + first + "/original", "sent", "", "2015-07-10", 0);
        var promised = new Step(Paper.boardForm(second), Side.ORIGINAL, 1, State.EXCEPTED, Optional.empty(), "单位公章正在换发", Optional.of(LocalDate.of(2015, 7, 8)),
            Instant.parse("2015-07-05T01:00:00Z"), list.drafter.actor().account());
        new TransactionTemplate(server.get(PlatformTransactionManager.class)).executeWithoutResult(status ->
            server.get(StampedSql.class).insert(list.drafter.actor().owner(), server.get(OpenCall.class).call().id(), promised));
        for (var path : java.util.List.of(receipt, "/nomination")) {
            assertThat(browser.get(path).find("class=\"notice ([a-z]+)\" role=\"status\">(?:(?!class=\"notice).){0,1500}?原件过了答应补交日期的 1 份")).as(path).isEqualTo("warn");
        }
        for (var path : java.util.List.of("/progress", "/nominations/stamped", "/nominations/achievements", "/duplicates", "/export", receipt)) {
            assertThat(organizer.get(path).body()).as(path).containsPattern("href=\"/progress\"[^>]*aria-current=\"page\"");
        }
        var row = organizer.get("/nominations/stamped");
        assertThat(row.text()).containsPattern("O-53-0001-\\S 4 4 1 1 1").doesNotContain("示例成果");
        var detail = organizer.get(row.find("href=\"(/nominations/stamped/[0-9a-f-]{36})\""));
        assertThat(detail.text()).contains("示例成果 0").contains("单位公章正在换发").contains("答应 2015年7月8日 前补交，已过期").contains("有 1 份原件过了答应补交的日期")
            .doesNotContain("3. ").doesNotContain("放错了.pdf");
        assertThat(organizer.get("/media/" + detail.find("/media/([0-9a-f-]{36})/original") + "/original").status()).isEqualTo(200);
        assertThat(organizer.get("/nominations/stamped/" + server.people().department("11").id()).status()).isEqualTo(404);
        assertThat(browser.get("/nominations/stamped").status()).isEqualTo(404);
    }

    @Test @Order(8) void a_new_sign_off_makes_an_earlier_scan_known_and_what_the_unit_attached_counts() {
        approver.get("/nomination/sign-off");
        approver.post("/nomination/withdrawal", Map.of("reason", "换一份扫描件"));
        var file = browser.get(HOME).find("id=\"p-summary\".*?/media/([0-9a-f-]{36})/original");
        assertThat(organizer.get("/media/" + file + "/original").status()).as("nothing is signed off").isEqualTo(404);
        say(HOME + "/board-form/" + second + "/scan", "withdrawn", "", "", 2);
        var achievements = server.get(Achievements.class);
        assertThat(achievements.takeBack(list.unit.actor(), second)).isInstanceOf(Outcome.Done.class);
        assertThat(browser.get(HOME).text()).contains("第 2 项不在本部门").doesNotContain("示例成果 1");
        var unit = server.browserOf(list.unit);
        var form = Scans.bytes(server, unit, "/achievements/" + second + "/papers/board-form.pdf");
        assertThat(Scans.send(server, unit, "achievement:" + second + ":attachment:stamped", "单位盖章.pdf", form).body()).contains("\"state\":\"stored\"");
        assertThat(achievements.handOver(list.unit.actor(), second)).isInstanceOf(Outcome.Done.class);
        assertThat(paper(second.toString())).contains("单位已附，在成果的附件里").contains("单位盖章.pdf");
        assertThat(say(HOME + "/board-form/" + second + "/scan", "excepted", "交不了", "", 3).text()).contains("单位已附盖章扫描件，不需要例外");
        receipt = list.sign(approver).location();
        assertThat(paper("summary")).contains("是以前签发的内容，与现在的不同");
        assertThat(paper(first.toString())).as("a board form's digest is its own").contains("与现在的内容一致");
        assertThat(organizer.get("/nominations/stamped").text()).containsPattern("O-53-0002-\\S 4 4 1 1 1");
    }

    private long exported() {
        return StatementCount.of(() -> assertThat(organizer.post("/export/list", Map.of()).status()).isEqualTo(200));
    }

    /** A department with a scan that its code tells to be the same, on both sides something that somebody said. */
    private void another(String code) {
        var other = ReadyList.of(server, code, 1);
        var theirs = server.browserOf(other.drafter);
        theirs.get(HOME);
        assertThat(Scans.send(server, theirs, slot("summary", "-"), "汇总表.pdf", Scans.bytes(server, theirs, "/nomination/papers/summary.pdf")).body()).contains("stored");
        theirs.get(HOME);
        assertThat(theirs.post(SUMMARY + "original", Map.of("state", "sent", "note", "", "day", "", "seen", "0")).status()).isEqualTo(302);
        Filing.settled(server, "stamped-code");
        other.sign(server.browserOf(other.approver));
    }

    @Test @Order(9) void the_organizers_list_and_the_export_cost_the_same_however_many_have_signed_off() {
        organizer.get("/export");
        var exported = exported();
        var one = StatementCount.of(() -> assertThat(organizer.get("/nominations/stamped").text()).contains("O-53-0002"));
        another("33");
        another("34");
        var many = StatementCount.of(() -> assertThat(organizer.get("/nominations/stamped").text()).contains("O-53-0002").containsPattern("O-33-0001-\\S 3 1 1 0 0"));
        assertThat(many).isEqualTo(one).isPositive();
        organizer.get("/export");
        assertThat(exported()).isEqualTo(exported).isPositive();
    }

    @Test @Order(10) void an_erased_achievement_takes_its_scans_with_it() {
        var read = server.get(SignOffs.class).all();
        var contents = server.get(SignOffs.class).contents(read.stream().map(SignOffs.Standing::revision).toList());
        approver.get("/nomination/sign-off");
        approver.post("/nomination/withdrawal", Map.of("reason", "误填"));
        assertThat(server.get(StampedLists.class).of(read, contents).get(list.drafter.actor().owner())).as("of what was read, whatever stands by now")
            .extracting(StampedLists.Line::name).containsExactly("", "", "示例成果 0", "示例成果 1");
        var file = browser.get(HOME).find("id=\"p-" + first + "\".*?/media/([0-9a-f-]{36})/original");
        var achievements = server.get(Achievements.class);
        achievements.takeBack(list.unit.actor(), first);
        assertThat(achievements.erase(list.unit.actor(), first)).isInstanceOf(Outcome.Done.class);
        Filing.settled(server, "media-remove");
        assertThat(browser.get("/media/" + file + "/original").status()).isEqualTo(404);
        assertThat(server.get(JdbcClient.class).sql("select count(*) from media_file where id = :id").param("id", file).query(Long.class).single()).isZero();
        assertThat(server.get(StampedSql.class).files(first)).isEmpty();
    }

    @Test @Order(11) void after_the_end_nothing_more_is_taken_and_the_attempt_is_in_the_trail() {
        var folder = server.leave();
        left = Optional.of(folder);
        server = TestServer.start(plain -> new ServeOptions(0, plain.host(), folder, plain.zone(), plain.config(), Optional.of(Instant.parse("2015-07-21T01:00:00Z")),
            plain.tlsCert(), plain.tlsKey(), false, plain.more()).with("huizhan.totp", "off"));
        browser = server.browserOf(list.drafter);
        var page = browser.get(HOME);
        assertThat(page.text()).contains("盖章件不能再登记");
        assertThat(page.body()).doesNotContain("data-upload ").doesNotContain("name=\"seen\"");
        assertThat(browser.get("/nomination/sign-off").text()).contains("查看盖章件").doesNotContain("登记盖章件");
        var before = server.trail("stamped.changed", "department:%");
        var refused = browser.post(SUMMARY + "original", Map.of("state", "sent", "day", "2015-07-20", "seen", "4"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("已于 2015年7月20日");
        assertThat(Scans.send(server, browser, slot("summary", "-"), "太晚.pdf", new byte[] {1}).body()).contains("截止");
        assertThat(server.trail("stamped.changed", "department:%")).isEqualTo(before + 2);
    }
}
