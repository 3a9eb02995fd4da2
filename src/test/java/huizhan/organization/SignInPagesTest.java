package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way in and out: sign-in, cookies, form tokens, one's own password and sessions. */
class SignInPagesTest {
    private static TestServer server;
    private static TestPeople people;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
    }

    @AfterAll static void stop() {
        server.close();
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
        assertThat(server.get(JdbcClient.class).sql("select count(*) from session where token_hash = :token").param("token", session).query(Long.class).single()).isZero();
    }

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
}
