package huizhan.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One dialogue with the mail server (RFC 5321), and what its end says about the letter. */
final class Mailman {
    private static final Logger LOG = LoggerFactory.getLogger(Mailman.class);
    private static final int PERMANENT = 500;
    private static final int LONGEST_WORD = 300;
    private final JavaMailSenderImpl server;
    private final InternetAddress from;

    Mailman(JavaMailSenderImpl server, InternetAddress from) {
        this.server = server;
        this.from = from;
    }

    /** @param word the server's own, or why it said none */
    record Answer(Fact.Kind kind, String word) {}

    /** Hands over one letter with its body as it is to be read. */
    Answer send(Kept letter, String body, Instant now) {
        try {
            var message = message(letter, body, now);
            var transport = server.getSession().getTransport(protocol());
            var answer = send(transport, message);
            close(transport);
            return answer;
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Answer(Fact.Kind.REFUSED, word(e));
        }
    }

    private Answer send(Transport transport, MimeMessage message) {
        try {
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        } catch (MessagingException e) {
            return new Answer(Fact.Kind.UNREACHABLE, why(e));
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Answer(Fact.Kind.ACCEPTED, "");
        } catch (MessagingException e) {
            return answer(e);
        }
    }

    /** A farewell that fails changes nothing of what was said before. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server did not say farewell", e);
        }
    }

    /** Only a reply tells: without one, the server may have the letter or not. */
    private static Answer answer(MessagingException thrown) {
        for (Exception each = thrown; each != null; each = each instanceof MessagingException nested ? nested.getNextException() : null) {
            if (each instanceof SMTPAddressFailedException no) return replied(no.getReturnCode(), no);
            // our own address is refused: nothing was sent, and no letter will go until the settings are mended
            if (each instanceof SMTPSenderFailedException no) return new Answer(Fact.Kind.UNREACHABLE, word(no));
            if (each instanceof SMTPSendFailedException no && no.getReturnCode() > 0 && !(no.getNextException() instanceof SendFailedException)) {
                return replied(no.getReturnCode(), no);
            }
        }
        return new Answer(Fact.Kind.DOUBTFUL, why(thrown));
    }

    /** Where there was no reply, what the line itself said: that it was silent, or closed. */
    private static String why(MessagingException thrown) {
        return thrown.getNextException() instanceof IOException line ? word(thrown) + " (" + word(line) + ")" : word(thrown);
    }

    private static Answer replied(int code, Exception said) {
        return new Answer(code >= PERMANENT ? Fact.Kind.REFUSED : Fact.Kind.DEFERRED, word(said));
    }

    private static String word(Exception thrown) {
        var word = String.valueOf(thrown.getMessage()).replaceAll("\\s+", " ").strip();
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
    }

    private String protocol() {
        return server.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : server.getProtocol();
    }

    private MimeMessage message(Kept letter, String body, Instant now) throws MessagingException, UnsupportedEncodingException {
        var message = new WithId(server.getSession(), letter.messageId());
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), letter.name(), StandardCharsets.UTF_8.name()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        message.setText(body, StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", "zh-CN, en");
        message.saveChanges();
        return message;
    }

    /** The library would make an id of its own at each attempt. */
    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
