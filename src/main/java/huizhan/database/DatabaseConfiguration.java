package huizhan.database;

import com.github.kagkarlsson.scheduler.task.Task;
import huizhan.kernel.Clocks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans that keep things: data folder, database, clocks, jobs. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean DataFolder dataFolder(@Value("${huizhan.data:data}") String root) {
        return DataFolder.locked(Path.of(root));
    }

    @Bean Clocks clocks(DataFolder folder, @Value("${huizhan.now:}") String now) {
        var wish = now.isBlank() ? Optional.<Instant>empty() : Optional.of(OffsetDateTime.parse(now).toInstant());
        return BusinessClock.of(folder, wish, Clock.systemUTC());
    }

    /** After the clocks: they refuse a folder by whether its database exists already. */
    @Bean Database database(DataFolder folder, Clocks clocks, @Value("${huizhan.database.url:}") String url,
            @Value("${huizhan.database.user:huizhan}") String user, @Value("${huizhan.database.password:}") String password,
            @Value("${huizhan.database.connections:8}") int connections) {
        if (url.isBlank()) return Database.sqlite(folder.database());
        return Database.postgresql(new Database.Server(url, user, password, connections));
    }

    @Bean ErasedTraces erasedTraces(Database database, DataFolder folder) {
        return new ErasedTraces(database.engine(), folder.database());
    }

    @Bean DataSource dataSource(Database database) {
        return database.dataSource();
    }

    @Bean JdbcTemplate jdbcTemplate(DataSource source, Database database) {
        var template = new JdbcTemplate(source);
        if (database.engine() == Engine.SQLITE) template.setExceptionTranslator(new SqliteErrors());
        return template;
    }

    @Bean NamedParameterJdbcTemplate namedParameterJdbcTemplate(JdbcTemplate template) {
        return new NamedStatements(template);
    }

    @Bean WritesTogether writesTogether(PlatformTransactionManager transactions, Database database) {
        return new WritesTogether(new TransactionTemplate(transactions), database.engine() == Engine.SQLITE, Database.PATIENCE);
    }

    @Bean Jobs jobs(Database database, ObjectProvider<Task<?>> tasks, @Value("${huizhan.jobs:2}") int threads,
            @Value("${huizhan.offline:false}") boolean offline) {
        return new Jobs(new JobDataSource(database), () -> tasks.orderedStream().toList(), new JobSql(JdbcClient.create(database.writer())),
            new Jobs.Place(database.engine() == Engine.SQLITE, !offline, threads));
    }
}
