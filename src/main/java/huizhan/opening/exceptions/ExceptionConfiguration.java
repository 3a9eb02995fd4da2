package huizhan.opening.exceptions;

import huizhan.audit.Audit;
import huizhan.opening.DecisionLetters;
import huizhan.opening.Duty;
import huizhan.kernel.Zone;
import huizhan.opening.OpenCall;
import huizhan.web.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of exceptions. */
@Configuration(proxyBeanMethods = false)
class ExceptionConfiguration {

    @Bean Exceptions exceptions(JdbcClient db, OpenCall open, Audit audit, Texts texts, DecisionLetters letters, Zone zone) {
        return new Exceptions(new ExceptionSql(db), open, audit, texts, letters, zone != Zone.DESK);
    }

    @Bean @Order(20) Duty exceptionDuty(Exceptions exceptions) {
        return new Duty("exceptions", exceptions::waiting);
    }
}
