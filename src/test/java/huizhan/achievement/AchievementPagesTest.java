package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.Department;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import huizhan.organization.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Filling in over real HTTP, on the 2015 call. */
class AchievementPagesTest {
    private static final AtomicInteger UNITS = new AtomicInteger();
    private static TestServer server;
    private static TestPeople people;
    private static Department department;
    private static Person drafter;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
        department = people.department("31");
        drafter = people.of(department, Role.DRAFTER);
    }

    @AfterAll static void stop() {
        server.close();
    }

    private static Unit unit() {
        return people.unit(drafter, "示例研究所" + UNITS.incrementAndGet());
    }

    private static TestBrowser browserOfA(Unit unit) {
        return server.browserOf(people.of(drafter, unit));
    }

    private static String begin(TestBrowser browser) {
        browser.get("/achievements/new");
        var answer = browser.post("/achievements", Map.of("disclosure", "public"));
        assertThat(answer.status()).isIn(302, 303);
        return answer.location();
    }

    private static Answer save(TestBrowser browser, String place, String field, String value, long version) {
        return browser.post(place + "/fields", Map.of("field", field, "value", value, "version", String.valueOf(version)), "Accept", "application/json");
    }

    private static long rows(String sql, String parameter) {
        return server.get(JdbcClient.class).sql(sql).param("p", parameter).query(Long.class).single();
    }

    private static long refused(String place) {
        return rows("select count(*) from audit_entry where subject = :p and outcome = 'refused'", "achievement:" + place.substring(place.lastIndexOf('/') + 1));
    }

    @Test void disclosure_is_asked_before_the_name_and_non_public_leaves_no_trace_of_itself() {
        var browser = browserOfA(unit());
        assertThat(browser.get("/achievements/new").body()).contains("name=\"disclosure\"").doesNotContain("name=\"name\"");
        var before = rows("select count(*) from achievement where :p = :p", "x");
        var answer = browser.post("/achievements", Map.of("disclosure", "non-public", "name", "不该出现的名称"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("非公开成果不能在开放网络上填写").doesNotContain("不该出现的名称");
        assertThat(rows("select count(*) from achievement where :p = :p", "x")).isEqualTo(before);
        assertThat(rows("select count(*) from audit_entry where details like '%' || :p || '%'", "non-public")).isZero();
        assertThat(browser.post("/achievements", Map.of()).status()).isEqualTo(422);
    }

    @Test void a_field_saves_itself_and_stands_on_the_page_afterwards() {
        var browser = browserOfA(unit());
        var place = begin(browser);
        var answer = save(browser, place, "board.text", "样机投入使用。", 0);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"version\":1", "\"count\":7", "\"savedAt\":\"09:");
        assertThat(save(browser, place, "board.text", "样机投入使用两年。", 1).body()).contains("\"version\":2");
        assertThat(browser.get(place).body()).contains("样机投入使用两年。");
        assertThat(rows("select count(*) from field_history where field_id = 'board.text' and achievement_id = :p", place.substring(14))).isEqualTo(2);
    }

    @Test void two_people_on_one_field_see_each_other_and_neither_text_is_lost() {
        var unit = unit();
        var one = browserOfA(unit);
        var other = browserOfA(unit);
        var place = begin(one);
        other.get(place);
        assertThat(save(one, place, "name", "甲写的", 0).status()).isEqualTo(200);
        var answer = save(other, place, "name", "乙写的", 0);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("\"version\":1", "\"value\":\"甲写的\"", "\"by\":\"人员", "\"at\":\"09:");
        assertThat(save(other, place, "name", "乙写的", 1).status()).isEqualTo(200);
        assertThat(save(one, place, "undertaker", "另一栏不受影响", 1).status()).isEqualTo(200);
    }

    @Test void the_same_text_sent_twice_is_one_version() {
        var browser = browserOfA(unit());
        var place = begin(browser);
        assertThat(save(browser, place, "name", "重发", 0).body()).contains("\"version\":1");
        assertThat(save(browser, place, "name", "重发", 0).body()).contains("\"version\":1");
    }

    @Test void another_department_and_another_unit_find_nothing_and_the_attempt_is_in_the_trail() {
        var place = begin(browserOfA(unit()));
        var foreign = server.browserOf(people.of(people.department("32"), Role.DRAFTER));
        assertThat(foreign.get(place).status()).isEqualTo(404);
        assertThat(refused(place)).isEqualTo(1);
        assertThat(save(foreign, place, "name", "外人", 0).status()).isEqualTo(404);
        var neighbour = browserOfA(unit());
        assertThat(neighbour.get(place).status()).isEqualTo(404);
        assertThat(neighbour.get(place).text()).as("not there and not yours look the same")
            .isEqualTo(neighbour.get("/achievements/" + UUID.randomUUID()).text());
        var own = server.browserOf(drafter);
        assertThat(own.get(place).status()).as("a department sees it once it is handed over").isEqualTo(404);
    }

    @Test void a_secrecy_mark_is_refused_and_neither_kept_nor_traced() {
        var browser = browserOfA(unit());
        var place = begin(browser);
        var answer = save(browser, place, "board.text", "密级：机密\n某某内容", 0);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("国家秘密标志");
        assertThat(rows("select count(*) from field where value like '%' || :p || '%'", "某某内容")).isZero();
        assertThat(rows("select count(*) from audit_entry where details like '%' || :p || '%'", "某某内容")).isZero();
        assertThat(save(browser, place, "board.text", "本成果不涉及国家秘密。", 0).status()).isEqualTo(200);
    }

    @Test void a_field_that_the_call_does_not_know_is_refused() {
        var browser = browserOfA(unit());
        var place = begin(browser);
        assertThat(save(browser, place, "board.colour", "红", 0).status()).isEqualTo(422);
        assertThat(save(browser, place, "statement.problem", "还没有类别", 0).status()).isEqualTo(422);
        assertThat(save(browser, place, "kind", "project", 0).status()).isEqualTo(200);
        assertThat(save(browser, place, "statement.problem", "难在规模。", 0).status()).isEqualTo(200);
        assertThat(save(browser, place, "statement.background", "别的类别", 0).status()).isEqualTo(422);
        assertThat(save(browser, place, "board.departmentOpinion", "同意", 0).body()).contains("推荐部门填写");
    }

    @Test void invisible_characters_are_dropped_with_a_word() {
        var browser = browserOfA(unit());
        var answer = save(browser, begin(browser), "name", "储\u202E能", 0);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"value\":\"储能\"", "去掉了 1 个看不见的字符");
    }

    @Test void every_input_of_the_annexes_has_the_annexs_label_in_both_languages() {
        var browser = browserOfA(unit());
        var place = begin(browser);
        for (var language : new String[] {"zh", "en"}) {
            var body = browser.get(place + "?lang=" + language).body();
            for (var label : new String[] {"项目或者活动名称", "中方承担或者主办（承办单位）", "联系人", "联系方式", "项目名称", "单位名称", "合作国别",
                    "中方投入情况", "外方投入情况", "项目起始时间及完成情况", "单位联系人", "电话", "传真", "手机", "电子信箱", "展板文字",
                    "保密部门审核意见", "知识产权归属情况说明", "其他制作要求", "推荐部门意见"}) {
                var found = java.util.regex.Pattern.compile("<label[^>]* for=\"([^\"]+)\"[^>]*>" + label + "</label>").matcher(body);
                assertThat(found.find()).as(language + " " + label).isTrue();
                assertThat(body).as(label).contains("id=\"" + found.group(1) + "\"");
            }
        }
        browser.get(place + "?lang=zh");
    }

    @Test void a_section_is_saved_without_script_and_a_refused_field_keeps_what_was_typed() {
        var browser = browserOfA(unit());
        var place = begin(browser);
        browser.get(place);
        var form = new LinkedHashMap<String, String>();
        form.put("version:foreignPartner", "0");
        form.put("foreignPartner", "Example Institute");
        form.put("version:listContact.name", "0");
        form.put("listContact.name", "机密★10年");
        form.put("version:directions", "0");
        form.put("directions.pick", "network");
        form.put("main.directions", "network");
        var answer = browser.post(place + "/section", form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("机密★10年", "Example Institute").contains("国家秘密标志");
        form.put("listContact.name", "示例甲");
        form.put("version:foreignPartner", "1");
        form.put("version:directions", "1");
        assertThat(browser.post(place + "/section", form).status()).isIn(302, 303);
        assertThat(rows("select count(*) from field where value = 'network' and achievement_id = :p", place.substring(14))).isEqualTo(1);
    }

    @Test void an_unfinished_one_is_not_handed_over_and_the_page_says_what_is_missing() {
        var browser = browserOfA(unit());
        var place = begin(browser);
        var page = browser.get(place + "/handover");
        assertThat(page.text()).contains("改好才能交出");
        var answer = browser.post(place + "/handover", Map.of());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(rows("select count(*) from handover where achievement_id = :p", place.substring(14))).isZero();
        assertThat(browser.get(place + "/findings").text()).contains("成果类别").contains("展板照片");
    }

    @Test void erasing_leaves_a_row_in_the_trail_and_nothing_else() {
        var browser = browserOfA(unit());
        var place = begin(browser);
        save(browser, place, "name", "将被清除", 0);
        browser.get(place);
        assertThat(browser.post(place + "/erasure", Map.of()).location()).isEqualTo("/achievements");
        assertThat(browser.get(place).status()).isEqualTo(404);
        assertThat(rows("select count(*) from field where achievement_id = :p", place.substring(14))).isZero();
        assertThat(rows("select count(*) from audit_entry where what = 'achievement.erased' and subject = :p", "achievement:" + place.substring(14))).isEqualTo(1);
    }

    @Test void a_department_fills_in_for_a_unit_that_never_signs_in() {
        var unit = unit();
        var browser = server.browserOf(drafter);
        browser.get("/achievements/new");
        var place = browser.post("/achievements", Map.of("disclosure", "public", "unit", unit.id().toString())).location();
        assertThat(browser.get(place).text()).contains(unit.name());
        assertThat(save(browser, place, "name", "代填的成果", 0).status()).isEqualTo(200);
        assertThat(save(browser, place, "board.departmentOpinion", "同意推荐", 0).status()).isEqualTo(200);
        assertThat(browserOfA(unit).get(place).status()).as("the unit's people have not begun it").isEqualTo(404);
        assertThat(browser.post("/achievements", Map.of("disclosure", "public", "unit", UUID.randomUUID().toString())).status()).isEqualTo(404);
    }

    @Test void the_list_takes_as_many_statements_for_three_as_for_one() {
        var browser = browserOfA(unit());
        begin(browser);
        browser.get("/achievements");
        var one = StatementCount.of(() -> assertThat(browser.get("/achievements").text()).contains("未命名的成果", "还有"));
        begin(browser);
        begin(browser);
        var three = StatementCount.of(() -> browser.get("/achievements"));
        assertThat(one).isPositive();
        assertThat(three).isEqualTo(one);
    }
}
