package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetUpPagesTest {

    @Test void the_code_on_the_console_opens_the_way_for_three_persons_once() {
        try (var server = TestServer.real()) {
            var line = server.get(SetUp.class).lines(server.address()).get(0);
            assertThat(line).matches("SETUP http://127.0.0.1:\\d+/set-up [2-9a-z]{5}(-[2-9a-z]{5}){3}");
            var code = line.substring(line.lastIndexOf(' ') + 1);
            var browser = server.browser();
            assertThat(browser.get("/set-up").status()).isEqualTo(200);
            assertThat(set(browser, "wrong", "甲", "乙", "丙").text()).contains("启动码不对");
            assertThat(set(browser, code, "甲", "甲", "").text()).contains("三名管理员必须是三个人", "请填写姓名");
            var marked = set(browser, code, "甲", "乙", "机密★10年");
            assertThat(marked.status()).isEqualTo(422);
            assertThat(marked.text()).contains("不能带密级标志");
            assertThat(marked.body()).contains("value=\"机密★10年\"", "value=\"乙\"");
            assertThat(server.get(SetUp.class).isOpen()).isTrue();
            var done = set(browser, code.toUpperCase(java.util.Locale.ROOT), "甲", "乙", "丙");
            assertThat(done.status()).isEqualTo(200);
            assertThat(done.text()).contains("系统管理员", "安全管理员", "安全审计员");
            assertThat(done.body().split("/invitation/")).hasSize(4);
            assertThat(set(browser, code, "丁", "戊", "己").status()).isEqualTo(404);
            assertThat(server.get(SetUp.class).lines(server.address())).isEmpty();
            assertThat(server.get(Accounts.class).all()).extracting(account -> account.roles().iterator().next())
                .containsExactlyInAnyOrder(Role.SYSADMIN, Role.SECADMIN, Role.AUDITADMIN);
        }
    }

    private static TestBrowser.Answer set(TestBrowser browser, String code, String system, String security, String audits) {
        return browser.post("/set-up", Map.of("code", code, "system", system, "security", security, "audits", audits));
    }
}
