package huizhan.mail;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import huizhan.audit.Audit;
import huizhan.database.Jobs;
import huizhan.database.StartRefusal;
import huizhan.kernel.Clocks;
import huizhan.kernel.Zone;
import huizhan.web.Texts;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The beans of the mail. A mail server is {@code spring.mail.host} and what else Spring Boot knows of it; {@code huizhan.mail.from} is the
 * sender, {@code huizhan.mail.first-gap} and {@code huizhan.mail.longest-gap} say how long to wait after a failure, {@code huizhan.mail.give-up}
 * how long a server may ask for patience with one letter, {@code huizhan.mail.give-up-after} how many times at least.
 */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean OutboxSql outboxSql(JdbcClient db) {
        return new OutboxSql(db);
    }

    @Bean Pace mailPace(@Value("${huizhan.mail.first-gap:10s}") Duration first, @Value("${huizhan.mail.longest-gap:15m}") Duration longest,
            @Value("${huizhan.mail.give-up:2d}") Duration end, @Value("${huizhan.mail.give-up-after:12}") int most) {
        return new Pace(first, longest, end, most);
    }

    /** With the sender's domain in the ids of messages. */
    @Bean Outbox.Place mailPlace(Zone zone, ObjectProvider<JavaMailSenderImpl> server, @Value("${huizhan.mail.from:}") String from,
            @Value("${huizhan.address:}") String address) {
        return new Outbox.Place(zone, zone == Zone.OPEN && server.getIfAvailable() != null,
            MailAddress.typed(plain(from)).map(MailAddress::domain).orElse("huizhan.invalid"), address.replaceAll("/+$", ""));
    }

    @Bean Outbox outbox(OutboxSql sql, Jobs jobs, Audit audit, Clocks clocks, Texts texts, Outbox.Place place) {
        return new Outbox(sql, jobs, audit, clocks, texts, place);
    }

    @Bean Desk outboxDesk(OutboxSql sql, Outbox outbox, Pace pace, Audit audit, Clocks clocks) {
        return new Desk(sql, outbox, pace, audit, clocks);
    }

    @Bean Delivery.Links letterLinks(ObjectProvider<LinkSource> sources) {
        return new Delivery.Links(sources::orderedStream);
    }

    @Bean Delivery delivery(OutboxSql sql, Outbox.Place place, Pace pace, Delivery.Links links, Clocks clocks, Letterbox box) {
        return new Delivery(sql, place.server() ? Optional.of(box.mailman()) : Optional.empty(), pace, links, clocks, box.writing());
    }

    /** What a delivery needs where there is a mail server. */
    record Letterbox(ObjectProvider<JavaMailSenderImpl> server, String from, TransactionTemplate writing) {

        /** @throws StartRefusal for a sender that is no address */
        Mailman mailman() {
            try {
                var sender = new InternetAddress(from, true);
                if (MailAddress.typed(sender.getAddress()).isEmpty()) throw new AddressException("no address: " + from);
                return new Mailman(server.getObject(), new InternetAddress(sender.getAddress(), sender.getPersonal() == null ? "荟展 Huizhan" : sender.getPersonal(), "UTF-8"));
            } catch (AddressException | java.io.UnsupportedEncodingException e) {
                throw new StartRefusal("设置了邮件服务器（spring.mail.host），但发件人 huizhan.mail.from 不是邮件地址：“" + from + "”。请填写，例如 huizhan@example.cn。",
                    "There is a mail server (spring.mail.host), but the sender huizhan.mail.from is no address: \"" + from + "\". Set it, for example to huizhan@example.cn.");
            }
        }
    }

    @Bean Letterbox letterbox(ObjectProvider<JavaMailSenderImpl> server, @Value("${huizhan.mail.from:}") String from, PlatformTransactionManager transactions) {
        return new Letterbox(server, from, new TransactionTemplate(transactions));
    }

    private static String plain(String from) {
        return from.contains("<") ? from.substring(from.indexOf('<') + 1).replaceAll(">.*", "") : from;
    }

    /** A letter's job is its own: it comes again as long as the delivery says so. */
    @Bean Task<String> letterTask(Delivery delivery) {
        return Tasks.custom(Delivery.TASK).execute((instance, context) -> {
            var next = delivery.deliver(instance.getData());
            return next.isEmpty() ? new CompletionHandler.OnCompleteRemove<>() : (complete, operations) -> operations.reschedule(complete, next.get());
        });
    }

    @Bean ApplicationListener<ApplicationReadyEvent> waitingLetters(Outbox outbox) {
        return ready -> outbox.planWaiting();
    }
}
