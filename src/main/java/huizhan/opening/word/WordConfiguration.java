package huizhan.opening.word;

import huizhan.audit.Audit;
import huizhan.opening.Duty;
import huizhan.opening.OpenCall;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of questions and announcements. */
@Configuration(proxyBeanMethods = false)
class WordConfiguration {

    @Bean Questions questions(JdbcClient db, OpenCall open, Audit audit) {
        return new Questions(new QuestionSql(db), open, audit);
    }

    @Bean Announcements announcements(JdbcClient db, OpenCall open, Audit audit) {
        return new Announcements(new AnnouncementSql(db), open, audit);
    }

    @Bean WordNews wordNews(Questions questions, Announcements announcements) {
        return new WordNews(questions, announcements);
    }

    @Bean @Order(30) Duty questionDuty(Questions questions) {
        return new Duty("questions", questions::waiting);
    }

    /** Nothing waits here: it is for the organizer to begin. */
    @Bean @Order(40) Duty announcementDuty() {
        return new Duty("announcements", () -> 0);
    }
}
