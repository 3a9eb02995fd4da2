package huizhan.opening.outage;

import huizhan.audit.Audit;
import huizhan.kernel.Clocks;
import huizhan.opening.Duty;
import huizhan.opening.OpenCall;
import huizhan.opening.Permits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of outages. */
@Configuration(proxyBeanMethods = false)
class OutageConfiguration {

    @Bean Outages outages(JdbcClient db, Permits permits, OpenCall open, Audit audit, Clocks clocks) {
        return new Outages(new OutageSql(db), permits, open, audit, clocks);
    }

    @Bean Heart heart(Outages outages, @Value("${huizhan.offline:false}") boolean offline) {
        return new Heart(outages, !offline);
    }

    /** Those near the end for which nobody has had time yet. */
    @Bean @Order(50) Duty outageDuty(Outages outages) {
        return new Duty("outages", outages::waiting);
    }
}
