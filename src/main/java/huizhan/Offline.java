package huizhan;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import huizhan.database.DataFolder;
import huizhan.kernel.Zone;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The modules that keep things, over a data folder, without the web and without jobs: for commands while the server is stopped.
 * Not marked as a configuration, lest the server find it.
 */
@EnableTransactionManagement(proxyTargetClass = true)
@ComponentScan(basePackages = {"huizhan.database", "huizhan.audit", "huizhan.organization"}, excludeFilters = {
    @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Controller.class),
    @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = WebMvcConfigurer.class),
    @ComponentScan.Filter(type = FilterType.REGEX, pattern = "huizhan\\.organization\\.(access\\.(SecurityConfiguration|Refusals)|InvitationLetters|People)")})
class Offline {

    /** Opens the folder, which must be free; closing gives it back. */
    static AnnotationConfigApplicationContext open(Path data) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) root.setLevel(Level.ERROR);
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("command line",
            Map.of("huizhan.data", data.toAbsolutePath().toString(), "huizhan.offline", "true")));
        context.register(Offline.class);
        context.refresh();
        return context;
    }

    /** The folder's own: what is done to it while it is stopped goes by its rules. */
    @Bean Zone zone(@Value("${huizhan.data}") String data) {
        return DataFolder.zone(Path.of(data)).orElse(Zone.OPEN);
    }

    @Bean JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean PlatformTransactionManager transactionManager(DataSource source) {
        return new JdbcTransactionManager(source);
    }
}
