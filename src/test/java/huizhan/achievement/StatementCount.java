package huizhan.achievement;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the SQL statements that requests run; what jobs do beside them doesn't count. */
public final class StatementCount extends AppenderBase<ILoggingEvent> {
    private final AtomicLong count = new AtomicLong();

    @Override protected void append(ILoggingEvent event) {
        if (event.getThreadName().contains("exec-") && event.getFormattedMessage().startsWith("Executing prepared SQL statement")) count.incrementAndGet();
    }

    public static long of(Runnable request) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var counting = new StatementCount();
        counting.setContext(logger.getLoggerContext());
        counting.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(counting);
        try {
            request.run();
            return counting.count.get();
        } finally {
            logger.detachAppender(counting);
            logger.setLevel(before);
        }
    }
}
