package huizhan.organization.access;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in as it really is: the real clock, and one-time codes. */
class SignInPagesTest {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static TestServer server;

    @BeforeAll static void start() {
        server = TestServer.real();
    }

    @AfterAll static void stop() {
        server.close();
    }

    private static Answer signIn(TestBrowser browser, String username, String password) {
        browser.get("/sign-in");
        return browser.post("/sign-in", Map.of("username", username, "password", password));
    }

    /** What the authenticator app does. */
    private static String code(String base32, long stepsAhead) {
        var bits = new StringBuilder();
        for (var c : base32.replace(" ", "").toCharArray()) bits.append(String.format("%5s", Integer.toBinaryString(BASE32.indexOf(c))).replace(' ', '0'));
        var secret = new byte[bits.length() / 8];
        for (var i = 0; i < secret.length; i++) secret[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        return Totp.code(secret, Totp.step(java.time.Clock.systemUTC().instant()) + stepsAhead);
    }

    @Test void an_administrator_sets_up_one_time_codes_on_the_way_in_and_each_code_works_once() {
        var person = server.people().granted("组织者甲", Role.ORGANIZER);
        var browser = server.browser();
        assertThat(signIn(browser, person.username(), person.password()).location()).isEqualTo("/");
        var before = browser.cookies().get("__Host-huizhan");
        assertThat(browser.get("/departments").location()).isEqualTo("/sign-in/enrolment?return=%2Fdepartments");
        assertThat(browser.get("/account").status()).as("nobody before the second factor").isEqualTo(303);
        var page = browser.get("/sign-in/enrolment?return=/departments");
        var secret = page.find("<code class=\"digest\">([A-Z2-7 ]+)</code>");
        assertThat(browser.get("/sign-in/enrolment/qr.svg").raw().headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(browser.post("/sign-in/enrolment", Map.of("code", "000000", "return", "/departments")).status()).isEqualTo(422);
        var spent = code(secret, 0);
        var recovery = browser.post("/sign-in/enrolment", Map.of("code", spent, "return", "/departments"));
        assertThat(recovery.status()).isEqualTo(200);
        assertThat(browser.cookies().get("__Host-huizhan")).isNotEqualTo(before);
        assertThat(browser.get("/departments").status()).isEqualTo(200);

        var again = server.browser();
        signIn(again, person.username(), person.password());
        assertThat(again.get("/departments").location()).isEqualTo("/sign-in/code?return=%2Fdepartments");
        assertThat(again.get("/sign-in/enrolment").location()).as("no second secret for who has one").isEqualTo("/sign-in");
        again.get("/sign-in/code");
        assertThat(again.post("/sign-in/code", Map.of("code", spent)).status()).as("a code spent in the set-up").isEqualTo(422);
        assertThat(again.post("/sign-in/code", Map.of("code", code(secret, 1), "return", "/departments")).location()).isEqualTo("/departments");
        assertThat(again.get("/departments").status()).isEqualTo(200);

        var third = server.browser();
        signIn(third, person.username(), person.password());
        third.get("/sign-in/code");
        var codes = recovery.body().split("<code class=\"digest\">");
        assertThat(codes).hasSize(11);
        var one = codes[1].substring(0, codes[1].indexOf('<'));
        assertThat(third.post("/sign-in/code", Map.of("code", one.toUpperCase(java.util.Locale.ROOT))).location()).isEqualTo("/");
        var fourth = server.browser();
        signIn(fourth, person.username(), person.password());
        fourth.get("/sign-in/code");
        assertThat(fourth.post("/sign-in/code", Map.of("code", one)).status()).as("a spent recovery code").isEqualTo(422);
    }

    @Test void a_drafter_needs_no_code_and_may_want_one() {
        var person = server.people().of(server.people().department("11"), Role.DRAFTER);
        var browser = server.browserOf(person);
        assertThat(browser.get("/account").text()).contains("没有设置");
        var secret = browser.get("/account/factor").find("<code class=\"digest\">([A-Z2-7 ]+)</code>");
        assertThat(browser.post("/account/factor", Map.of("code", code(secret, 0))).text()).contains("收好恢复码");
        assertThat(browser.get("/account").text()).contains("还有 10 个恢复码");
        var other = server.browser();
        signIn(other, person.username(), person.password());
        assertThat(other.get("/account").location()).isEqualTo("/sign-in/code?return=%2Faccount");
        browser.post("/account/factor/removal", Map.of("password", "wrong"));
        assertThat(browser.get("/account").text()).contains("还有 10 个恢复码");
        browser.post("/account/factor/removal", Map.of("password", person.password()));
        assertThat(browser.get("/account").text()).contains("没有设置");
    }

    @Test void five_failures_bring_a_delay_that_names_its_end_and_a_known_browser_is_not_kept_out() {
        var person = server.people().of(server.people().department("12"), Role.DRAFTER);
        var known = server.browserOf(person);
        known.post("/sign-out", Map.of());
        var stranger = server.browser();
        for (var i = 0; i < 5; i++) assertThat(signIn(stranger, person.username(), "guess number " + i).status()).isIn(422, 429);
        Answer last = signIn(stranger, person.username(), person.password());
        for (var i = 0; i < 5 && last.status() != 429; i++) last = signIn(stranger, person.username(), "guess again " + i);
        assertThat(last.status()).isEqualTo(429);
        assertThat(Long.parseLong(last.raw().headers().firstValue("Retry-After").orElseThrow())).isBetween(1L, 61L);
        assertThat(last.text()).contains("下一次尝试要等");
        assertThat(signIn(known, person.username(), person.password()).location()).isEqualTo("/");
    }

    @Test void twenty_at_once_all_get_in_while_four_are_hashed_at_a_time() throws Exception {
        var people = new ArrayList<huizhan.organization.TestPeople.Person>();
        for (var i = 0; i < 20; i++) people.add(server.people().of(server.people().department("13"), Role.DRAFTER));
        var pool = Executors.newFixedThreadPool(20);
        List<Callable<Integer>> attempts = people.stream().map(person -> (Callable<Integer>) () ->
            signIn(server.browser(), person.username(), person.password()).status()).toList();
        for (var answer : pool.invokeAll(attempts)) assertThat(answer.get()).isIn(302, 429);
        pool.shutdown();
    }

    @Test void the_set_up_is_not_there_once_it_is_done() {
        server.people();
        assertThat(server.browser().get("/set-up").status()).isEqualTo(404);
        assertThat(server.browser().post("/set-up", Map.of("code", "x")).status()).isIn(303, 404);
    }
}
