package huizhan.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import huizhan.kernel.Role;
import huizhan.mail.Until;
import huizhan.organization.Accounts;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders by mail (B21): looked at, worded, sent once, really received. */
class ReminderPagesTest {
    private static GreenMail mail;
    private static TestServer server;
    private static TestPeople people;
    private static TestBrowser organizer;

    @BeforeAll static void start() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        server = TestServer.start(plain -> plain.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").with("spring.mail.host", "127.0.0.1")
            .with("spring.mail.port", String.valueOf(mail.getSmtp().getPort())).with("huizhan.mail.from", "huizhan@example.cn"));
        people = server.people();
        organizer = server.browserOf(people.organizer());
        person("41", Role.DRAFTER, "赵清", "zhao@example.org");
        person("41", Role.APPROVER, "周宁", "zhou@example.org");
        person("42", Role.DRAFTER, "郑安", "zheng@example.org");
        person("43", Role.DRAFTER, "没有信箱的人", "");
    }

    @AfterAll static void stop() {
        server.close();
        mail.stop();
    }

    private static Person person(String code, Role role, String name, String address) {
        var person = people.of(people.department(code), role);
        var accounts = server.get(Accounts.class);
        accounts.describe(person.actor(), accounts.find(person.actor().account()).orElseThrow(), name, address, "");
        return person;
    }

    @BeforeEach void an_empty_mailbox() throws Exception {
        mail.purgeEmailFromAllMailboxes();
    }

    private static Map<String, String> form(TestBrowser.Answer preview) {
        var form = new HashMap<String, String>();
        for (var name : List.of("batch", "subject", "subjectEn")) form.put(name, preview.find("name=\"" + name + "\"[^>]* value=\"([^\"]*)\""));
        for (var name : List.of("body", "bodyEn")) form.put(name, preview.find("<textarea[^>]*name=\"" + name + "\"[^>]*>([^<]*)</textarea>"));
        return form;
    }

    @Test void a_reminder_is_looked_at_worded_sent_once_and_received() throws Exception {
        var preview = organizer.get("/progress/reminder?d=41&d=42&d=43");
        assertThat(preview.text()).contains("2 个部门，3 封信", "zhao@example.org", "不能写信的部门 1 个", "湖南省科学技术厅", "还有 10 天", "网上还没有填报成果");
        var form = form(preview);
        form.put("d", "41");
        form.put("subject", "请{部门}于{截止日期}前报送");
        form.put("body", "{姓名}：\n还有 {剩余天数} 天，尚缺：{尚缺}。");
        assertThat(organizer.post("/progress/reminder", form).text()).contains("请河南省科学技术厅于2015年7月20日前报送", "赵清： 还有 10 天");
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(organizer.post("/progress/reminders", form).location()).isEqualTo("/progress");
        assertThat(organizer.get("/progress").text()).contains("1 个部门，2 封信", "催报 2015年7月10日");
        Until.is("two letters", () -> mail.getReceivedMessages().length == 2);
        assertThat(organizer.post("/progress/reminders", form).location()).isEqualTo("/progress");
        assertThat(organizer.get("/progress").text()).contains("刚才已经寄出");
        assertThat(server.get(JdbcClient.class).sql("select count(*) from letter where kind = 'reminder' and department_id = :id").param("id", people.department("41").id().toString())
            .query(Long.class).single()).isEqualTo(2);
        var first = Arrays.stream(mail.getReceivedMessages()).filter(each -> to(each).equals("zhao@example.org")).findFirst().orElseThrow();
        assertThat(first.getSubject()).startsWith("请河南省科学技术厅于2015年7月20日前报送 / Please hand in: 10 days left");
        assertThat(first.getContent().toString()).contains("赵清：", "还有 10 天，尚缺：网上还没有填报成果（非公开成果不在网上填报，这里看不到）；还没有签发。", "Dear 赵清", "no achievement has been begun online (non-public ones are not entered here and cannot be seen from here); not signed off yet");
        assertThat(server.trail("reminder.sent", "reminder:%")).isEqualTo(1);
        assertThat(organizer.get("/progress/" + people.department("41").id()).text()).contains("催报", "赵清", "周宁");
    }

    private static String to(jakarta.mail.internet.MimeMessage message) {
        try {
            return ((jakarta.mail.internet.InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test void a_department_that_has_signed_off_is_not_reminded_and_the_preview_says_so() {
        ProgressPagesTest.signOff(server, people, "44");
        person("44", Role.DRAFTER, "已办完的人", "done@example.org");
        var preview = organizer.get("/progress/reminder?d=42&d=44");
        assertThat(preview.text()).contains("1 个部门，1 封信", "不写信的部门 1 个", "这些部门已经签发").doesNotContain("done@example.org", "不能写信的部门");
        var only = organizer.get("/progress/reminder?d=44");
        assertThat(only.text()).contains("所选部门都已签发，没有要催报的").doesNotContain("所选部门都没有电子信箱");
        assertThat(only.body()).doesNotContain("寄出 ");
        var form = form(only);
        form.put("d", "44");
        var answer = organizer.post("/progress/reminders", form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("所选部门都已签发，没有要催报的，没有寄出");
        assertThat(server.get(JdbcClient.class).sql("select count(*) from letter where kind = 'reminder' and department_id = :id").param("id", people.department("44").id().toString())
            .query(Long.class).single()).isZero();
    }

    @Test void an_unknown_name_in_braces_is_refused_and_what_was_typed_stays() {
        var form = form(organizer.get("/progress/reminder?d=42"));
        form.put("d", "42");
        form.put("body", "{领导}，您好");
        for (var path : List.of("/progress/reminder", "/progress/reminders")) {
            var answer = organizer.post(path, form);
            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.text()).contains("不认识花括号里的名称 {领导}");
            assertThat(answer.body()).contains(">{领导}，您好</textarea>");
        }
        for (var field : List.of("subject", "body", "subjectEn", "bodyEn")) {
            var marked = new java.util.HashMap<>(form);
            marked.put("body", "正文");
            marked.put(field, "绝密★");
            assertThat(organizer.post("/progress/reminders", marked).text()).as(field).contains("这里有密级标志“绝密★”，没有寄出");
        }
        form.put("body", "");
        assertThat(organizer.post("/progress/reminders", form).text()).contains("都不能空");
        form.put("body", "正文");
        form.put("d", "43");
        assertThat(organizer.post("/progress/reminders", form).text()).contains("没有可以写信的人");
        assertThat(server.get(JdbcClient.class).sql("select count(*) from letter where kind = 'reminder' and department_id = :id").param("id", people.department("42").id().toString())
            .query(Long.class).single()).isZero();
    }

    @Test void a_department_that_left_the_state_meanwhile_is_not_written_to() {
        var preview = organizer.get("/progress/reminder?state=not-started&d=42");
        var form = form(preview);
        form.put("state", "half");
        form.put("d", "42");
        assertThat(organizer.post("/progress/reminders", form).status()).isEqualTo(422);
        assertThat(Choice.of("nonsense", "", "", Optional.empty()).state()).isEmpty();
    }
}
