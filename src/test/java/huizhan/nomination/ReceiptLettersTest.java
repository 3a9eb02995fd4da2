package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.Accounts;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes out by mail when a nomination is signed off (B17), and what never does (C7). */
class ReceiptLettersTest {

    @Test void the_department_hears_of_its_sign_off_by_number_digest_and_time_alone() {
        try (var server = TestServer.start(options -> options.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").with("huizhan.address", "https://hz.example.cn/"))) {
            var people = server.people();
            var department = people.department("53");
            var drafter = people.of(department, Role.DRAFTER);
            var approver = people.of(department, Role.APPROVER);
            var silent = people.of(department, Role.DRAFTER);
            var unit = people.of(drafter, people.unit(drafter, "示例研究所"));
            var stranger = people.of(people.department("11"), Role.APPROVER);
            for (var each : new Person[] {drafter, approver, unit, stranger}) {
                var account = server.get(Accounts.class).find(each.actor().account()).orElseThrow();
                server.get(Accounts.class).describe(each.actor(), account, account.name(), each.username() + "@example.cn", "");
            }
            Map.of("name", "示例省科学技术厅", "contact", "示例乙", "telephone", "000-00000001").forEach((field, value) ->
                server.get(Heads.class).write(drafter.actor(), field, value, 0));
            server.get(Nominations.class).addStub(drafter.actor());
            var browser = server.browserOf(approver);
            var page = browser.get("/nomination/sign-off");
            var signed = browser.post("/nomination/signature", Map.of("seen", page.find("name=\"seen\" value=\"([0-9a-f]{64})\""),
                "declared", page.find("name=\"declared\" value=\"([^\"]+)\"")));
            assertThat(signed.status()).as(signed.text()).isEqualTo(302);
            var db = server.get(JdbcClient.class);
            assertThat(db.sql("select address from letter order by address").query(String.class).list())
                .containsExactlyInAnyOrder(drafter.username() + "@example.cn", approver.username() + "@example.cn").doesNotContain(silent.username());
            var body = db.sql("select body from letter limit 1").query(String.class).single();
            var signature = db.sql("select receipt, digest from nomination_revision").query().singleRow();
            assertThat(body).contains("回执号：" + signature.get("receipt"), "服务器时间：2015年7月10日", "成果数：1", "https://hz.example.cn" + signed.location(),
                new huizhan.kernel.Sha256(signature.get("digest").toString()).grouped(), "Receipt number: " + signature.get("receipt"));
            assertThat(server.browserOf(people.organizer()).get("/outbox?kind=receipt").text()).contains("签发回执", "回执 " + signature.get("receipt"));
        }
    }
}
