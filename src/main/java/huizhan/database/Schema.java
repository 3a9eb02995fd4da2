package huizhan.database;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database to the schema of this program; a schema of a newer or another program is refused, never touched. */
final class Schema {
    private Schema() {}

    static void migrate(Engine engine, DataSource source) {
        var flyway = Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/migration/common", engine.migrations())
            .loggers("slf4j")
            .load();
        var unknown = Arrays.stream(flyway.info().all())
            .filter(each -> each.getState().isApplied() && !each.getState().isResolved())
            .map(MigrationInfo::getVersion).map(String::valueOf).collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new StartRefusal("数据库由更新的程序写成（结构版本 " + unknown + "），本程序不认识。请用那个版本的程序打开，数据没有改动。",
                "The database was written by a newer program (schema " + unknown + ") that this one doesn't know. Open it with that program; nothing was changed.");
        }
        flyway.migrate();
    }
}
