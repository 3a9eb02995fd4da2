package huizhan.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The few statements on the job table that db-scheduler doesn't make itself. */
final class JobSql {
    private final JdbcClient writer;

    JobSql(JdbcClient writer) {
        this.writer = writer;
    }

    /** Gives free all jobs that a program held which is gone. */
    int releaseAll() {
        return writer.sql("""
                update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                 where picked = true""")
            .update();
    }
}
