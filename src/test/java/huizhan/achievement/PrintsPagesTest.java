package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Role;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Forms are printed from stencils: each shows its own texts, escaped, and nothing of another's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintsPagesTest {
    private TestServer server;

    @BeforeAll void start() {
        server = TestServer.inTheCall();
    }

    @AfterAll void stop() {
        server.close();
    }

    private record Form(TestBrowser browser, String path) {

        void write(String field, String value, int version) {
            var saved = browser.post(path + "/fields", Map.of("field", field, "value", value, "version", String.valueOf(version)));
            assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        }

        String body() {
            return browser.get(path).body();
        }
    }

    private Form begun(String department) {
        Person drafter = server.people().of(server.people().department(department), Role.DRAFTER);
        var browser = server.browserOf(server.people().of(drafter, server.people().unit(drafter, "示例研究所")));
        browser.get("/achievements/new");
        var begun = browser.post("/achievements", Map.of("disclosure", "public"));
        assertThat(begun.location()).startsWith("/achievements/");
        return new Form(browser, begun.location());
    }

    @Test void two_forms_of_one_shape_show_each_its_own() {
        var one = begun("53");
        var other = begun("11");
        one.write("name", "甲 <b>\"'& 号", 0);
        other.write("name", "乙号", 0);
        one.write("board.text", "甲的展板 </textarea><script>", 0);
        other.write("board.text", "乙的展板", 0);
        other.write("board.text", "乙的展板，改过", 1);
        for (int i = 0; i < 2; i++) {
            assertThat(one.body()).contains("value=\"甲 &lt;b&gt;&quot;&#39;&amp; 号\"", "甲的展板 &lt;/textarea&gt;&lt;script&gt;</textarea>")
                .contains("name=\"version:board.text\" value=\"1\"").doesNotContain("乙").doesNotContainPattern("[\uE000-\uF8FF]");
            assertThat(other.body()).contains("value=\"乙号\"", "乙的展板，改过</textarea>", "7 / 200 字")
                .contains("name=\"version:board.text\" value=\"2\"").doesNotContain("甲").doesNotContainPattern("[\uE000-\uF8FF]");
        }
        assertThat(one.browser().get(one.path() + "?lang=en").body()).contains("value=\"甲 &lt;b&gt;", "The first is the main one").doesNotContain("第一个为主要方向");
        assertThat(one.browser().get(one.path() + "?lang=zh").body()).contains("第一个为主要方向").doesNotContain("The first is the main one");
    }

    @Test void boxes_and_the_texts_of_objects_are_each_forms_own() {
        var one = begun("53");
        var other = begun("11");
        one.write("kind", "project", 0);
        one.write("directions", "network\nregional", 0);
        other.write("directions", "diplomacy", 0);
        one.browser().post(one.path() + "/objects", Map.of());
        var object = one.browser().get(one.path()).find("name=\"version:(object\\.[0-9a-f-]{36})\\.name\"");
        one.write(object + ".name", "模型 <1>", 0);
        assertThat(one.body()).contains("name=\"" + object + ".name\" value=\"模型 &lt;1&gt;\"", "id=\"f-directions-network\"", "checked")
            .contains("id=\"f-statement.problem\"");
        assertThat(other.body()).doesNotContain("模型 ", "f-statement.problem", object);
        assertThat(one.browser().get(one.path()).find("id=\"f-directions-network\"[^>]*(checked=\"checked\")")).isNotEmpty();
        assertThat(other.body()).doesNotContainPattern("id=\"f-directions-network\"[^>]*checked=");
    }

    @Test void a_refused_section_says_why_beside_its_field_and_the_next_page_doesnt() {
        var form = begun("53");
        form.write("name", "成果", 0);
        var refused = form.browser().post(form.path() + "/section", Map.of("version:name", "0", "name", "另一个 <名字>"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"另一个 &lt;名字&gt;\"").containsPattern("class=\"error\"><svg[^>]*>.*?</svg><span>[^<]*成果");
        assertThat(form.body()).contains("value=\"成果\"").doesNotContain("&lt;名字&gt;").doesNotContainPattern("class=\"error\"><svg");
    }
}
