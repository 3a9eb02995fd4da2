package huizhan.opening;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.TestServer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of a call that isn't the one of 2015: every figure on it comes from the call's own files (C4). */
class CallPagesTest {
    private static TestServer server;

    @BeforeAll static void start() {
        server = TestServer.start(options -> options.at(Instant.parse("2016-02-20T02:00:00Z")).with("huizhan.totp", "off")
            .with("huizhan.call", "src/test/resources/calls/small"));
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void nobody_reads_the_call_without_signing_in() {
        assertThat(server.browser().get("/call").status()).isIn(302, 303);
        assertThat(server.browser().get("/call").location()).startsWith("/sign-in");
    }

    @Test void the_small_call_shows_its_own_figures_and_none_of_2015() {
        var people = server.people();
        var browser = server.browserOf(people.of(people.department("11"), Role.DRAFTER));
        var page = browser.get("/call").text();
        assertThat(page).contains("小城科普作品征集", "2016年3月1日（含当日）", "还有 10 天", "不超过 60 字", "展板文字不超过 20 字", "每项成果 1 至 2 张",
            "作品卡片", "每校至多3件。", "小城科普馆", "000-0000", "以收到日期为准");
        assertThat(page).doesNotContain("十二五", "2015", "1000 字", "200 字", "展板信息登记表", "视频", "实物");
        var english = browser.get("/call?lang=en").text();
        assertThat(english).contains("1 March 2016, inclusive", "at most 60 字", "Exhibit card").doesNotContain("不超过");
    }

    @Test void a_blank_form_is_there_as_pdf_and_word_and_an_unknown_one_is_not() {
        var people = server.people();
        var browser = server.browserOf(people.of(people.department("12"), Role.DRAFTER));
        var pdf = browser.get("/call/forms/card.pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(pdf.raw().headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(browser.get("/call/forms/card.docx").body()).startsWith("PK");
        assertThat(browser.get("/call/forms/card.ofd").body()).startsWith("PK");
        assertThat(browser.get("/call/forms/board-form.pdf").status()).isEqualTo(404);
        assertThat(browser.get("/call/forms/card.exe").status()).isEqualTo(404);
    }

    @Test void home_leads_to_the_persons_own_work() {
        var people = server.people();
        var drafter = people.of(people.department("13"), Role.DRAFTER);
        var unit = people.of(drafter, people.unit(drafter, "一小"));
        assertThat(server.browserOf(unit).get("/").location()).isEqualTo("/achievements");
    }

    @Test void the_list_of_countries_has_three_groups_when_the_call_has_organizations_and_two_when_not() {
        var people = server.people();
        var browser = server.browserOf(people.of(people.department("14"), Role.DRAFTER));
        var json = browser.get("/countries.json").body();
        assertThat(json).contains("\"code\":\"DE\"", "\"pinyin\":\"deguo\"", "港澳台地区").doesNotContain("国际组织");
    }

    @Test void another_calls_achievement_has_that_calls_fields_and_no_others() {
        var people = server.people();
        var drafter = people.of(people.department("15"), Role.DRAFTER);
        var browser = server.browserOf(people.of(drafter, people.unit(drafter, "二小")));
        browser.get("/achievements/new");
        var place = browser.post("/achievements", Map.of("disclosure", "public")).location();
        var page = browser.get(place).text();
        assertThat(page).contains("作品名称", "作者", "年龄段", "说明牌文字", "作品卡片").doesNotContain("合作国别", "外方合作单位", "至多 1 段", "实物与模型");
        assertThat(browser.post(place + "/fields", Map.of("field", "board.countries", "value", "DE", "version", "0")).status()).isEqualTo(422);
        assertThat(browser.post(place + "/fields", Map.of("field", "maker", "value", "王小明", "version", "0")).status()).isEqualTo(200);
        browser.post(place + "/fields", Map.of("field", "kind", "value", "exhibit", "version", "0"));
        assertThat(browser.post(place + "/fields", Map.of("field", "statement.idea", "value", "一个想法", "version", "0")).status()).isEqualTo(200);
        assertThat(browser.post(place + "/fields", Map.of("field", "statement.problem", "value", "别处的节", "version", "0")).status()).isEqualTo(422);
    }
}
