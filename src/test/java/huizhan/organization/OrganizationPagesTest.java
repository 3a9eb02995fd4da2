package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.audit.Audit;
import huizhan.kernel.Role;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.access.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class OrganizationPagesTest {
    private static TestServer server;
    private static TestPeople people;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
    }

    @AfterAll static void stop() {
        server.close();
    }

    private static JdbcClient db() {
        return server.get(JdbcClient.class);
    }

    private static long trail(String what, String subject) {
        return db().sql("select count(*) from audit_entry where what = :what and subject like :subject").param("what", what)
            .param("subject", subject).query(Long.class).single();
    }

    // --- the permission table

    @Test void every_endpoint_has_a_row_in_the_permission_table_and_every_row_an_endpoint() {
        var endpoints = new TreeSet<String>();
        server.running().context().getBeansOfType(RequestMappingHandlerMapping.class).values().forEach(mapping ->
            mapping.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().forEach(pattern -> {
                var methods = info.getMethodsCondition().getMethods();
                if (!pattern.equals("/error")) methods.forEach(method -> endpoints.add(method + " " + withoutForms(pattern)));
                assertThat(methods).as(pattern + " names its methods").satisfiesAnyOf(set -> assertThat(set).isNotEmpty(),
                    set -> assertThat(pattern).isEqualTo("/error"));
            })));
        var rows = new TreeSet<String>();
        server.get(Permissions.class).rows().stream().filter(row -> !row.pattern().getPatternString().matches("/s/\\*\\*|/files.*"))
            .forEach(row -> rows.add(row.method() + " " + withoutForms(row.pattern().getPatternString())));
        var closed = new TreeSet<>(endpoints);
        // the upload server lists all its methods on all its paths; those without a row are closed
        closed.removeIf(endpoint -> rows.contains(endpoint) || endpoint.contains(" /files"));
        rows.removeAll(endpoints);
        assertThat(closed).as("endpoints without a row").isEmpty();
        assertThat(rows).as("rows without an endpoint").isEmpty();
    }

    /** A variable's form ({id:[0-9]+}) is the handler's own affair. */
    private static String withoutForms(String pattern) {
        return pattern.replaceAll("\\{(\\w+):[^{}]*}", "{$1}");
    }

    /** Each page of this module, each role: a page with a row for the role answers, every other is not there. */
    @Test void each_role_reaches_its_own_pages_and_for_the_others_they_are_not_there() {
        var department = people.department("B18");
        var drafter = people.of(department, Role.DRAFTER);
        var everyone = List.of(people.administrator(Role.SYSADMIN), people.administrator(Role.SECADMIN), people.administrator(Role.AUDITADMIN),
            people.organizer(), drafter, people.of(department, Role.APPROVER), people.of(drafter, people.unit(drafter, "权限单位")));
        var pages = List.of("/account", "/people", "/departments", "/departments/" + department.id(), "/accounts", "/grants", "/audit", "/audit.csv");
        var permissions = server.get(Permissions.class);
        for (var person : everyone) {
            var browser = server.browserOf(person);
            for (var page : pages) {
                var admitted = permissions.find("GET", page).orElseThrow().admits(java.util.Optional.of(person.actor()));
                assertThat(browser.get(page).status()).as(person.actor().roles() + " " + page).isEqualTo(admitted ? 200 : 404);
            }
        }
    }

    @Test void not_permitted_looks_exactly_like_not_there_and_stands_in_the_trail() {
        var unit = aUnitsPerson("B01");
        var browser = server.browserOf(unit);
        var forbidden = browser.get("/grants");
        var missing = browser.get("/nothing-here");
        assertThat(forbidden.status()).isEqualTo(missing.status()).isEqualTo(404);
        var language = "/(grants|nothing-here)\\?lang=en";
        var token = "content=\"[^\"]*\" data-header|name=\"_csrf\" value=\"[^\"]*\"|data-now=\"\\d+\"|datetime=\"[^\"]*\"|\\d\\d:\\d\\d:\\d\\d";
        assertThat(forbidden.body().replaceAll(language + "|" + token, "")).isEqualTo(missing.body().replaceAll(language + "|" + token, ""));
        assertThat(db().sql("select count(*) from audit_entry where what = 'access.refused' and subject = 'path:/grants' and actor = :actor")
            .param("actor", unit.actor().account().toString()).query(Long.class).single()).isEqualTo(1);
    }

    @Test void signed_out_people_come_to_the_sign_in_and_back_and_scripts_get_401() {
        var browser = server.browser();
        var page = browser.get("/people?x=1");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/sign-in?return=%2Fpeople%3Fx%3D1");
        assertThat(browser.get("/people", "X-Requested-With", "fetch").status()).isEqualTo(401);
        assertThat(browser.get("/people", "Accept", "application/json").body()).contains("\"code\":\"signed-out\"");
        assertThat(browser.get("/nothing-here").status()).isEqualTo(404);
    }

    @Test void after_sign_in_one_stays_on_this_server() {
        var person = people.of(people.department("11"), Role.DRAFTER);
        for (var evil : List.of("https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)", "/a\r\nX: y", "http:/x")) {
            var browser = server.browser();
            browser.get("/sign-in");
            assertThat(browser.post("/sign-in", Map.of("username", person.username(), "password", person.password(), "return", evil)).location())
                .as(evil).isEqualTo("/");
        }
        var browser = server.browser();
        browser.get("/sign-in?return=/people");
        assertThat(browser.post("/sign-in", Map.of("username", person.username(), "password", person.password(), "return", "/people")).location())
            .isEqualTo("/people");
    }

    // --- cookies and form tokens

    @Test void every_cookie_that_signs_in_is_bound_to_the_host_and_out_of_reach_of_scripts() {
        var person = people.of(people.department("12"), Role.DRAFTER);
        var browser = server.browser();
        var first = browser.get("/sign-in");
        var in = browser.post("/sign-in", Map.of("username", person.username(), "password", person.password()));
        var set = new ArrayList<>(first.raw().headers().allValues("Set-Cookie"));
        set.addAll(in.raw().headers().allValues("Set-Cookie"));
        assertThat(set).isNotEmpty().allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-huizhan").contains("; Secure", "; HttpOnly", "; SameSite=Lax", "Path=/"));
    }

    @Test void a_form_without_its_token_changes_nothing() {
        var drafter = people.of(people.department("13"), Role.DRAFTER);
        var browser = server.browserOf(drafter);
        browser.get("/people");
        var before = server.get(Units.class).of(drafter.actor().owner()).size();
        assertThat(browser.post("/units", Map.of("unitName", "甲", "_csrf", "")).status()).isEqualTo(404);
        assertThat(browser.post("/units", Map.of("unitName", "甲", "_csrf", "wrong")).status()).isEqualTo(404);
        assertThat(server.get(Units.class).of(drafter.actor().owner())).hasSize(before);
        assertThat(browser.post("/units", Map.of("unitName", "甲")).status()).isEqualTo(302);
    }

    @Test void another_browser_s_token_is_no_token() {
        var drafter = people.of(people.department("14"), Role.DRAFTER);
        var mine = server.browserOf(drafter);
        var other = server.browserOf(people.of(people.department("14"), Role.DRAFTER));
        other.get("/people");
        assertThat(mine.post("/units", Map.of("unitName", "乙", "_csrf", other.token())).status()).isEqualTo(404);
    }

    @Test void the_token_is_new_after_sign_in_and_the_old_cookie_is_worth_nothing_after_sign_out() {
        var person = people.of(people.department("15"), Role.DRAFTER);
        var browser = server.browserOf(person);
        var session = browser.cookies().get("__Host-huizhan");
        assertThat(session).hasSizeGreaterThanOrEqualTo(43);
        browser.get("/account");
        assertThat(browser.post("/sign-out", Map.of()).location()).isEqualTo("/sign-in");
        assertThat(browser.cookies()).doesNotContainKey("__Host-huizhan");
        browser.cookies().put("__Host-huizhan", session);
        assertThat(browser.get("/account").status()).isEqualTo(303);
        assertThat(db().sql("select count(*) from session where token_hash = :token").param("token", session).query(Long.class).single()).isZero();
    }

    // --- answers to wrong sign-ins

    @Test void unknown_name_wrong_password_and_switched_off_account_get_the_same_answer() {
        var known = people.of(people.department("21"), Role.DRAFTER);
        var off = people.of(people.department("22"), Role.DRAFTER);
        server.get(Accounts.class).switchTo(people.administrator(Role.SYSADMIN).actor(), server.get(Accounts.class).find(off.actor().account()).orElseThrow(), false);
        var answers = new ArrayList<String>();
        for (var attempt : List.of(List.of(known.username(), "wrong wrong wrong"), List.of("nobody-" + UUID.randomUUID(), "wrong wrong wrong"), List.of(off.username(), off.password()))) {
            var browser = server.browser();
            browser.get("/sign-in");
            var answer = browser.post("/sign-in", Map.of("username", attempt.get(0), "password", attempt.get(1)));
            assertThat(answer.status()).isEqualTo(422);
            answers.add(answer.text().replaceAll("\\d\\d:\\d\\d:\\d\\d", ""));
        }
        assertThat(answers).allMatch(answers.get(0)::equals);
        assertThat(answers.get(0)).contains("用户名或密码不对");
    }

    // --- departments

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

    // --- invitations

    @Test void a_link_works_once_names_its_department_and_says_what_a_password_lacks() {
        var organizer = server.browserOf(people.organizer());
        var department = people.department("31");
        organizer.get("/departments/" + department.id());
        var made = organizer.post("/departments/" + department.id() + "/people", Map.of("name", "林晓芸", "roles", "APPROVER", "email", "", "telephone", "021-1234567"));
        assertThat(made.status()).isEqualTo(302);
        var listed = organizer.get("/departments/" + department.id());
        assertThat(listed.text()).contains("林晓芸", "链接未打开");
        var path = listed.find("value=\"https?://[^/\"]+(/invitation/[^\"]+)\"");
        assertThat(path.substring("/invitation/".length())).hasSize(43);

        var invitee = server.browser();
        assertThat(invitee.get(path).text()).contains("林晓芸", "上海市科学技术委员会", "推荐部门 审签");
        assertThat(organizer.get("/departments/" + department.id()).text()).contains("链接已打开，未设置");
        assertThat(accept(invitee, path, "xiaoyun", "1234567", "1234567").text()).contains("密码不足 8 个字");
        assertThat(accept(invitee, path, "xiaoyun", "Huizhan2015", "Huizhan2015").text()).contains("容易被猜到");
        assertThat(accept(invitee, path, "xiaoyun", "Password123", "Password123").text()).contains("太常见");
        assertThat(accept(invitee, path, "xiaoyun", "xiaoyun2015", "xiaoyun2015").text()).contains("容易被猜到");
        assertThat(accept(invitee, path, "x", "blue lantern over the harbour", "blue lantern over the harbour").text()).contains("用户名应为");
        assertThat(accept(invitee, path, "xiaoyun", "blue lantern over the harbour", "other").text()).contains("两次输入的密码不一样");
        assertThat(accept(invitee, path, "SysAdmin", "blue lantern over the harbour", "blue lantern over the harbour").text()).contains("已有人用");
        assertThat(accept(invitee, path, "xiaoyun", "blue lantern over the harbour", "blue lantern over the harbour").location()).isEqualTo("/sign-in");
        assertThat(server.browser().get(path).status()).isEqualTo(410);
        assertThat(accept(invitee, path, "again", "blue lantern over the harbour", "blue lantern over the harbour").status()).isEqualTo(410);
        assertThat(server.browser().signIn("ＸiaoYun", "blue lantern over the harbour").location()).isEqualTo("/");
        assertThat(organizer.get("/departments/" + department.id()).text()).contains("已加入");
    }

    private static TestBrowser.Answer accept(TestBrowser browser, String path, String username, String password, String repeated) {
        return browser.post(path, Map.of("username", username, "password", password, "repeated", repeated));
    }

    @Test void a_revoked_link_and_one_replaced_by_a_newer_no_longer_work() {
        var drafter = people.of(people.department("32"), Role.DRAFTER);
        var browser = server.browserOf(drafter);
        var unit = people.unit(drafter, "省农科院");
        browser.get("/people");
        browser.post("/people", Map.of("name", "何平", "unit", unit.id().toString()));
        var first = browser.get("/people").find("value=\"https?://[^/\"]+(/invitation/[^\"]+)\"");
        var account = browser.get("/people").find("action=\"/people/([0-9a-f-]{36})/link\"");
        browser.post("/people/" + account + "/link", Map.of());
        var second = browser.get("/people").find("value=\"https?://[^/\"]+(/invitation/[^\"]+)\"");
        assertThat(second).isNotEqualTo(first);
        assertThat(server.browser().get(first).status()).isEqualTo(410);
        assertThat(server.browser().get(second).status()).isEqualTo(200);
        browser.post("/people/" + account + "/revocation", Map.of());
        assertThat(server.browser().get(second).status()).isEqualTo(410);
        assertThat(browser.get("/people").text()).contains("链接已收回");
        assertThat(server.browser().get("/invitation/x").status()).isEqualTo(410);
    }

    @Test void a_drafter_gives_no_approver_a_link_and_no_other_department_anything() {
        var department = people.department("33");
        var drafter = people.of(department, Role.DRAFTER);
        var approver = people.of(department, Role.APPROVER);
        var stranger = people.of(people.department("34"), Role.DRAFTER);
        var strangersUnit = people.unit(stranger, "外部门单位");
        var browser = server.browserOf(drafter);
        browser.get("/people");
        assertThat(browser.post("/people", Map.of("name", "某人", "roles", "APPROVER")).status()).isEqualTo(422);
        for (var account : List.of(approver, stranger, people.administrator(Role.SYSADMIN))) {
            var id = account.actor().account();
            assertThat(browser.post("/people/" + id + "/link", Map.of()).status()).isEqualTo(404);
            assertThat(browser.post("/people/" + id + "/revocation", Map.of()).status()).isEqualTo(404);
            assertThat(trail("account.link-refused", "account:" + id)).isEqualTo(2);
        }
        assertThat(browser.post("/people/" + stranger.actor().account() + "/switch", Map.of("on", "false")).status()).isEqualTo(404);
        browser.post("/people/" + approver.actor().account() + "/switch", Map.of("on", "false"));
        assertThat(server.get(Accounts.class).find(approver.actor().account()).orElseThrow().disabledAt()).isEmpty();
        assertThat(browser.post("/units/" + strangersUnit.id(), Map.of("unitName", "x", "through", "", "open", "true")).status()).isEqualTo(404);
        assertThat(browser.post("/people", Map.of("name", "某人", "unit", strangersUnit.id().toString())).status()).isEqualTo(422);
        assertThat(browser.get("/people").text()).doesNotContain("外部门单位");
    }

    @Test void a_person_may_be_invited_for_a_unit_only_by_its_own_department() {
        var drafter = people.of(people.department("35"), Role.DRAFTER);
        var unit = people.unit(drafter, "海洋研究所");
        var person = people.of(drafter, unit);
        assertThat(person.actor().roles()).containsExactly(Role.UNIT);
        assertThat(person.actor().unit()).contains(unit.id());
        assertThat(person.actor().department()).isEqualTo(drafter.actor().department());
    }

    // --- accounts, grants

    @Test void a_new_account_can_do_nothing_until_it_is_granted_and_loses_a_revoked_role_at_once() {
        var person = people.granted("新人");
        var browser = server.browserOf(person);
        assertThat(browser.get("/account").text()).contains("还没有任何权限");
        assertThat(browser.get("/departments").status()).isEqualTo(404);
        var secadmin = server.browserOf(people.administrator(Role.SECADMIN));
        secadmin.get("/grants");
        secadmin.post("/grants/" + person.actor().account(), Map.of("roles", "ORGANIZER"));
        assertThat(browser.get("/departments").status()).isEqualTo(200);
        secadmin.post("/grants/" + person.actor().account(), Map.of());
        assertThat(browser.get("/departments").status()).isEqualTo(404);
    }

    @Test void roles_that_must_not_meet_in_one_person_are_refused() {
        var grants = server.get(Grants.class);
        var secadmin = people.administrator(Role.SECADMIN).actor();
        var person = people.granted("两用").actor().account();
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.AUDITADMIN, Role.SYSADMIN))).contains("organization.roles.audit-apart");
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.AUDITADMIN, Role.SECADMIN))).contains("organization.roles.audit-apart");
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.SECADMIN, Role.ORGANIZER))).contains("organization.roles.no-business");
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.DRAFTER))).contains("organization.roles.needs-department");
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.UNIT))).contains("organization.roles.needs-unit");
        assertThat(grants.set(secadmin, secadmin.account(), java.util.Set.of(Role.ORGANIZER))).contains("organization.roles.not-oneself");
        assertThat(grants.set(secadmin, people.administrator(Role.AUDITADMIN).actor().account(), java.util.Set.of())).contains("organization.roles.last");
        assertThat(grants.set(secadmin, person, java.util.Set.of(Role.SYSADMIN, Role.SECADMIN))).isEmpty();
        assertThat(grants.set(secadmin, person, java.util.Set.of())).isEmpty();
        assertThat(trail("account.grant-refused", "account:" + person)).isEqualTo(5);
    }

    @Test void the_system_administrator_makes_no_link_for_a_department_s_person_and_switches_off_all_but_the_last() {
        var browser = server.browserOf(people.administrator(Role.SYSADMIN));
        browser.get("/accounts");
        var approver = people.of(people.department("36"), Role.APPROVER);
        browser.post("/accounts/" + approver.actor().account() + "/link", Map.of());
        assertThat(trail("account.link-refused", "account:" + approver.actor().account())).isEqualTo(1);
        var session = server.browserOf(approver);
        browser.post("/accounts/" + approver.actor().account() + "/switch", Map.of("on", "false"));
        assertThat(session.get("/people").status()).isEqualTo(303);
        browser.post("/accounts/" + people.administrator(Role.AUDITADMIN).actor().account() + "/switch", Map.of("on", "false"));
        assertThat(server.get(Accounts.class).find(people.administrator(Role.AUDITADMIN).actor().account()).orElseThrow().disabledAt()).isEmpty();
    }

    @Test void fields_that_a_form_does_not_have_are_not_taken() {
        var browser = server.browserOf(people.administrator(Role.SYSADMIN));
        browser.get("/accounts");
        browser.post("/accounts", Map.of("name", "贪心", "roles", "SECADMIN", "unit", UUID.randomUUID().toString(), "id", UUID.randomUUID().toString()));
        var page = browser.get("/accounts?q=%E8%B4%AA%E5%BF%83");
        assertThat(page.text()).contains("贪心", "未授权");
    }

    // --- own account

    @Test void a_new_password_ends_the_other_sessions_and_needs_the_old_one() {
        var person = people.of(people.department("37"), Role.DRAFTER);
        var here = server.browserOf(person);
        var there = server.browserOf(person);
        here.get("/account");
        assertThat(here.post("/account/password", Map.of("current", "wrong", "password", "seven quiet bridges")).text()).contains("当前密码不对");
        assertThat(here.post("/account/password", Map.of("current", person.password(), "password", "short")).text()).contains("密码不足 8 个字");
        assertThat(here.post("/account/password", Map.of("current", person.password(), "password", "seven quiet bridges")).status()).isEqualTo(302);
        assertThat(there.get("/account").status()).isEqualTo(303);
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(server.browser().signIn(person.username(), "seven quiet bridges").location()).isEqualTo("/");
    }

    @Test void one_ends_one_s_own_other_sessions_and_nobody_else_s() {
        var person = people.of(people.department("41"), Role.DRAFTER);
        var here = server.browserOf(person);
        var there = server.browserOf(person);
        var stranger = server.browserOf(people.of(people.department("42"), Role.DRAFTER));
        var id = here.get("/account").find("/account/sessions/([0-9a-f-]{36})/end");
        stranger.get("/account");
        stranger.post("/account/sessions/" + id + "/end", Map.of());
        assertThat(there.get("/account").status()).isEqualTo(200);
        here.post("/account/sessions/" + id + "/end", Map.of());
        assertThat(there.get("/account").status()).isEqualTo(303);
    }

    // --- the trail's page

    @Test void the_audit_administrator_narrows_exports_and_walks_the_chain() {
        var browser = server.browserOf(people.administrator(Role.AUDITADMIN));
        assertThat(browser.get("/audit?what=set-up").text()).contains("set-up.done");
        assertThat(browser.get("/audit?what=nothing-like-this").text()).contains("没有符合条件的记录");
        browser.get("/audit");
        assertThat(browser.post("/audit/verification", Map.of()).text()).contains("整条链完好");
        var csv = browser.get("/audit.csv?what=set-up");
        assertThat(csv.raw().headers().firstValue("Content-Disposition").orElse("")).isEqualTo("attachment; filename=\"audit-2015-07-10.csv\"");
        assertThat(csv.body().lines().toList()).hasSize(2);
        assertThat(server.get(Audit.class).head().seq()).isPositive();
    }

    private static Person aUnitsPerson(String code) {
        var drafter = people.of(people.department(code), Role.DRAFTER);
        return people.of(drafter, people.unit(drafter, "单位 " + code));
    }
}
