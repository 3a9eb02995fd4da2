package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.audit.Audit;
import huizhan.kernel.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The audit trail's page. */
class AuditPageTest {
    private static TestServer server;
    private static TestPeople people;

    @BeforeAll static void start() {
        server = TestServer.inTheCall();
        people = server.people();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void the_audit_administrator_narrows_exports_and_walks_the_chain() {
        var browser = server.browserOf(people.administrator(Role.AUDITADMIN));
        assertThat(browser.get("/audit?what=set-up").text()).contains("set-up.done");
        var nothing = browser.get("/audit?what=nothing-like-this");
        assertThat(nothing.text()).contains("没有符合条件的记录");
        assertThat(nothing.body()).as("the foot of a list that has but one page").doesNotContain("class=\"paging\"");
        browser.get("/audit");
        assertThat(browser.post("/audit/verification", Map.of()).text()).contains("整条链完好");
        var csv = browser.get("/audit.csv?what=set-up");
        assertThat(csv.raw().headers().firstValue("Content-Disposition").orElse("")).isEqualTo("attachment; filename=\"audit-2015-07-10.csv\"");
        assertThat(csv.body().lines().toList()).hasSize(2).last().asString().contains(",已执行,").doesNotContain(",done,");
        assertThat(browser.get("/audit.csv?what=set-up&lang=en").body()).contains(",done,");
        browser.get("/audit?lang=zh");
        assertThat(server.get(Audit.class).head().seq()).isPositive();
    }
}
