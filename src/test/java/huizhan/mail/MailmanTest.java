package huizhan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One dialogue with a mail server, and what its end says about the letter. */
class MailmanTest {
    private static final Instant NOW = Instant.parse("2026-03-01T01:00:00Z");
    private static final String ID = "<00000000-0000-0000-0000-000000000001@example.cn>";
    @RegisterExtension static final GreenMailExtension MAIL = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)).withPerMethodLifecycle(true);

    private static Mailman mailman(int port) throws Exception {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        return new Mailman(server, new InternetAddress("huizhan@example.cn", "荟展 Huizhan", "UTF-8"));
    }

    private static Kept letter(String name, String subject) {
        return new Kept(new UUID(0, 1), Letter.Kind.REMINDER, Optional.empty(), name, "fang@example.org", subject, "", "", Optional.empty(), ID, NOW, new UUID(0, 2));
    }

    @Test void the_letter_arrives_as_it_was_written_under_its_own_id() throws Exception {
        var body = "方知远，您好：\n\n距截止还有 3 天。\n.\n一行只有句点的也在。\n";
        assertThat(mailman(MAIL.getSmtp().getPort()).send(letter("方知远（演示）", "荟展：请尽快报送 / Huizhan: please hand in"), body, NOW).kind()).isEqualTo(Fact.Kind.ACCEPTED);
        var arrived = MAIL.getReceivedMessages();
        assertThat(arrived).hasSize(1);
        assertThat(arrived[0].getMessageID()).isEqualTo(ID);
        assertThat(arrived[0].getSubject()).isEqualTo("荟展：请尽快报送 / Huizhan: please hand in");
        assertThat(((InternetAddress) arrived[0].getAllRecipients()[0]).getPersonal()).isEqualTo("方知远（演示）");
        assertThat(((InternetAddress) arrived[0].getFrom()[0]).getAddress()).isEqualTo("huizhan@example.cn");
        assertThat(arrived[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived[0].getSentDate()).isEqualTo(NOW);
        assertThat(arrived[0].getContent().toString().replace("\r\n", "\n")).isEqualTo(body);
    }

    @Test void nothing_in_a_name_or_a_subject_becomes_a_header() throws Exception {
        assertThat(mailman(MAIL.getSmtp().getPort()).send(letter("方\r\nBcc: stranger@example.org", "荟展\r\nX-Evil: 1\r\n\r\nbody"), "正文", NOW).kind()).isEqualTo(Fact.Kind.ACCEPTED);
        var arrived = MAIL.getReceivedMessages();
        assertThat(arrived).hasSize(1);
        assertThat(arrived[0].getHeader("X-Evil")).isNull();
        assertThat(arrived[0].getHeader("Bcc")).isNull();
        assertThat(arrived[0].getContent().toString().strip()).isEqualTo("正文");
    }

    @Test void only_a_reply_tells_whether_it_may_go_again() throws Exception {
        assertThat(mailman(Listener.silentPort()).send(letter("方", "题"), "文", NOW).kind()).isEqualTo(Fact.Kind.UNREACHABLE);
        try (var server = Listener.in(Listener.Mood.KNOWS_NOBODY)) {
            var mailman = mailman(server.port());
            assertThat(mailman.send(letter("方", "题"), "文", NOW)).isEqualTo(new Mailman.Answer(Fact.Kind.REFUSED, "550 5.1.1 no such mailbox"));
            server.is(Listener.Mood.IS_BUSY);
            assertThat(mailman.send(letter("方", "题"), "文", NOW)).isEqualTo(new Mailman.Answer(Fact.Kind.DEFERRED, "451 4.3.0 try later"));
            assertThat(server.letters()).isEmpty();
            server.is(Listener.Mood.SAYS_NO_TO_THE_LETTER);
            assertThat(mailman.send(letter("方", "题"), "文", NOW)).isEqualTo(new Mailman.Answer(Fact.Kind.REFUSED, "554 5.7.1 not this letter"));
            server.is(Listener.Mood.HANGS_UP_AFTER_THE_LAST_LINE);
            assertThat(mailman.send(letter("方", "题"), "文", NOW).kind()).isEqualTo(Fact.Kind.DOUBTFUL);
            assertThat(server.letters()).hasSize(2);
            server.is(Listener.Mood.TAKES);
            assertThat(mailman.send(letter("方", "题"), "文", NOW)).isEqualTo(new Mailman.Answer(Fact.Kind.ACCEPTED, ""));
        }
    }
}
