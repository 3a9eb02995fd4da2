package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of departments and each one's page. */
class DepartmentPagesTest {
    private static TestServer server;
    private static TestPeople people;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void the_list_shows_who_takes_part_in_groups_and_the_ten_other_cities_only_on_demand() {
        var browser = server.browserOf(people.organizer());
        var on = browser.get("/departments").text();
        assertThat(on).contains("北京市科学技术委员会", "深圳市科技创新委员会", "中国科学院", "个参加，共 13").doesNotContain("广州市科技创新委员会");
        assertThat(browser.get("/departments?show=all").text()).contains("广州市科技创新委员会", "不参加");
        assertThat(browser.get("/departments?lang=en&q=Academy").text()).contains("Chinese Academy of Sciences", "Chinese Academy of Engineering").doesNotContain("Beijing");
    }

    @Test void a_department_is_added_renamed_from_a_day_on_switched_off_and_ended_with_a_successor() {
        var browser = server.browserOf(people.organizer());
        browser.get("/departments");
        var added = browser.post("/departments", Map.of("code", "X77", "zh", "某某集团公司", "en", "Some Group", "grouping", "other", "from", "2015-01-01"));
        assertThat(added.status()).isEqualTo(302);
        var page = added.location();
        assertThat(browser.get(page).text()).contains("某某集团公司", "代码 X77");
        browser.post(page + "/name", Map.of("zh", "某某集团有限公司", "en", "Some Group Ltd", "from", "2015-07-11"));
        assertThat(browser.get(page).find("<h1>(.*?)</h1>")).isEqualTo("某某集团公司");
        browser.post(page + "/name", Map.of("zh", "某某集团有限公司", "en", "Some Group Ltd", "from", "2015-07-10"));
        assertThat(browser.get(page).find("<h1>(.*?)</h1>")).isEqualTo("某某集团有限公司");
        assertThat(browser.post(page + "/switch", Map.of("active", "false", "version", "1")).status()).isEqualTo(302);
        assertThat(browser.post(page + "/switch", Map.of("active", "true", "version", "1")).status()).isEqualTo(409);
        assertThat(browser.get(page).text()).contains("不参加");
        assertThat(browser.post(page + "/end", Map.of("to", "2018-03-17", "successor", "nope", "version", "2")).status()).isEqualTo(422);
        assertThat(browser.post(page + "/end", Map.of("to", "2018-03-17", "successor", "S01", "version", "2")).status()).isEqualTo(302);
        assertThat(people.department("X77").successor()).contains("S01");
    }

    @Test void a_code_that_is_taken_and_a_name_that_is_missing_are_refused_with_the_input_kept() {
        var browser = server.browserOf(people.organizer());
        browser.get("/departments");
        var answer = browser.post("/departments", Map.of("code", "11", "zh", "重复部门", "en", "Double", "grouping", "other", "from", "2015-01-01"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("这个代码已有部门使用");
        assertThat(answer.body()).contains("value=\"重复部门\"");
        assertThat(browser.post("/departments", Map.of("code", "x", "zh", "", "en", "", "grouping", "other", "from", "yesterday")).text())
            .contains("代码应为 2 至 6 个大写字母或数字", "请填写名称", "日期应写成");
    }
}
