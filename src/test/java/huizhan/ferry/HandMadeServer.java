package huizhan.ferry;

import huizhan.kernel.Zone;
import huizhan.mail.Until;
import huizhan.nomination.Filing;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open server to which discs made by hand come, and an organizer's browser at it. */
final class HandMadeServer implements AutoCloseable {
    static final String HOME = "/discs/hand-made";
    final TestServer server = TestServer.start(options -> options.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").in(Zone.OPEN));
    final TestBrowser browser = server.browserOf(server.people().organizer());

    /** A disc that has been entered, by the path of its page. */
    String begun() {
        browser.get(HOME);
        var place = browser.post(HOME, Map.of("department", "53", "day", "2015-07-08")).location();
        browser.get(place);
        return place;
    }

    /** Files that stay: what goes has gone. */
    long files() {
        Filing.settled(server, "media-remove");
        return server.get(JdbcClient.class).sql("select count(*) from media_file").query(Long.class).single();
    }

    /** Waits for the jobs that look at what has come; one that looks again a minute later isn't waited for. */
    void looked() {
        Until.is("what has come was looked at", () -> server.get(JdbcClient.class)
            .sql("select count(*) from scheduled_tasks where task_name = 'hand-made-look' and task_instance not like '%:again'").query(Long.class).single() == 0);
    }

    @Override public void close() {
        server.close();
    }
}
