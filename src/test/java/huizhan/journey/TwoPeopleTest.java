package huizhan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import huizhan.Main;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people on one form, and a server that is killed while both type (B4). */
class TwoPeopleTest {
    private static final LocatorAssertions.ContainsTextOptions PATIENCE = new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    private Chrome chrome;
    private Path folder;
    private int port;
    private Process server;
    private Person anna;
    private Person bo;
    private UUID id;
    private Page first;
    private Page second;

    @BeforeEach void two_people_with_one_form_open(@TempDir Path workshop) throws Exception {
        chrome = Chrome.orSkip();
        var before = TestServer.inTheCall();
        var people = before.people();
        var drafter = people.of(people.department("35"), Role.DRAFTER);
        var unit = people.unit(drafter, "示例研究院");
        anna = people.of(drafter, unit);
        bo = people.of(drafter, unit);
        id = new Submissions(before, workshop).begun(anna, Disclosure.PUBLIC);
        folder = before.leave();
        port = freePort();
        start();
        first = open(anna);
        second = open(bo);
    }

    @AfterEach void end() throws Exception {
        if (chrome != null) chrome.close();
        if (server != null) server.destroyForcibly().waitFor();
        if (folder != null) TestServer.clear(folder);
    }

    private void start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        server = new ProcessBuilder(List.of(java, "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "serve",
            "--port", String.valueOf(port), "--data", folder.toString(), "--demo-clock", "--now", "2015-07-10T09:00+08:00", "--set", "huizhan.totp=off"))
            .redirectErrorStream(true).start();
        var out = new BufferedReader(new InputStreamReader(server.getInputStream()));
        var said = new StringBuilder();
        for (var line = out.readLine(); !String.valueOf(line).startsWith("READY"); line = out.readLine()) {
            said.append(line).append('\n');
            assertThat(line).as("the server ended: %s", said).isNotNull();
        }
        var thread = new Thread(() -> out.lines().forEach(line -> {}));
        thread.setDaemon(true);
        thread.start();
    }

    private void kill() throws Exception {
        server.destroyForcibly();
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Page open(Person who) {
        var page = chrome.window("http://127.0.0.1:" + port, Optional.of(who));
        page.navigate("/achievements/" + id);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        return page;
    }

    private static Locator saved(Page page, String field) {
        return page.locator("[data-saved='" + field + "']").first();
    }

    private static void sendNow(Page page) {
        for (var button : page.locator(".saved .link-button").all()) {
            if (button.isVisible()) button.click();
        }
    }

    @Test void each_sees_the_other_at_work_and_gets_what_the_other_has_saved() {
        second.locator("#f-undertaker").focus();
        assertThat(first.locator(".company")).containsText("正在填“中方承担或者主办（承办单位）”", PATIENCE);
        second.locator("#f-undertaker").fill("示例研究院与合作方");
        assertThat(saved(second, "undertaker")).containsText("已保存", PATIENCE);
        assertThat(saved(first, "undertaker")).containsText("改过", PATIENCE);
        assertThat(first.locator("#f-undertaker")).hasValue("示例研究院与合作方");
        second.locator("#f-kind-base, [name=kind][value=base]").first().check();
        assertThat(first.locator("[name=kind][value=base]").first()).isChecked(new LocatorAssertions.IsCheckedOptions().setTimeout(60_000));
        second.locator(".picker [role=combobox]").first().fill("德国");
        second.locator(".picker-list [role=option]").first().click();
        second.locator(".picker [role=combobox]").first().fill("法国");
        second.locator(".picker-list [role=option]").first().click();
        assertThat(first.locator(".picker-chosen").first()).containsText("德国", PATIENCE);
        assertThat(first.locator(".picker-chosen").first()).containsText("法国", PATIENCE);
        second.close();
        assertThat(first.locator(".company li")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        assertThat(chrome.complaints()).isEmpty();
    }

    @Test void a_server_killed_while_both_type_loses_nothing_and_overwrites_nothing_in_silence() throws Exception {
        first.locator("#f-name").fill("甲起的名称");
        assertThat(saved(first, "name")).containsText("已保存", PATIENCE);
        assertThat(second.locator("#f-name")).hasValue("甲起的名称", new LocatorAssertions.HasValueOptions().setTimeout(60_000));

        kill();
        first.locator("#f-name").fill("甲改的名称");
        second.locator("#f-name").fill("乙改的名称");
        first.locator("[name='board.text']").fill("甲写的展板文字，服务器已停。");
        second.locator("#f-foreignPartner").fill("乙写的外方合作单位，服务器已停。");
        for (var page : List.of(first, second)) assertThat(saved(page, "name")).containsText("未保存", PATIENCE);

        start();
        for (var page : List.of(first, second)) sendNow(page);
        assertThat(saved(first, "board.text")).containsText("已保存", PATIENCE);
        assertThat(saved(second, "foreignPartner")).containsText("已保存", PATIENCE);
        first.waitForCondition(() -> List.of(first, second).stream().anyMatch(page -> page.locator(".conflict").count() > 0));
        var told = first.locator(".conflict").count() > 0 ? first : second;
        var other = told == first ? second : first;
        assertThat(other.locator(".conflict")).hasCount(0);
        var mine = told == first ? "甲改的名称" : "乙改的名称";
        var theirs = told == first ? "乙改的名称" : "甲改的名称";
        assertThat(told.locator(".conflict pre").nth(0)).hasText(mine);
        assertThat(told.locator(".conflict pre").nth(1)).hasText(theirs);
        told.locator(".conflict button").first().click();
        assertThat(saved(told, "name")).containsText("已保存", PATIENCE);
        assertThat(other.locator("#f-name")).hasValue(mine, new LocatorAssertions.HasValueOptions().setTimeout(60_000));
        assertThat(other.locator("[name='board.text']")).hasValue("甲写的展板文字，服务器已停。", new LocatorAssertions.HasValueOptions().setTimeout(60_000));

        other.navigate("/achievements/" + id + "/history/name");
        assertThat(other.locator("#f-from")).containsText("人员");
        assertThat(other.locator(".beside")).containsText(mine);
        assertThat(other.locator(".beside")).containsText(theirs);
        assertThat(chrome.complaints()).isEmpty();
    }
}
