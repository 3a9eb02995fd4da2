package huizhan.organization;

import huizhan.ServeOptions;
import huizhan.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole program on a free port over a data folder of its own, as {@code serve} starts it; the folder goes on closing. */
public final class TestServer implements AutoCloseable {
    /** Ten days before the end of the 2015 call. */
    public static final Instant IN_THE_CALL = Instant.parse("2015-07-10T01:00:00Z");
    private final Path folder;
    private final Server.Running running;

    private TestServer(Path folder, Server.Running running) {
        this.folder = folder;
        this.running = running;
    }

    /** With the demo clock inside the call and without one-time codes: for the pages of the work. */
    public static TestServer inTheCall() {
        return start(options -> options.at(IN_THE_CALL).with("huizhan.totp", "off"));
    }

    /** With the real clock and one-time codes. */
    public static TestServer real() {
        return start(UnaryOperator.identity());
    }

    /** With other settings; under a demo clock the passwords are cheap, for two of three tests sign somebody in. */
    public static TestServer start(UnaryOperator<ServeOptions> change) {
        try {
            var folder = Files.createTempDirectory("huizhan-server");
            var options = ServeOptions.local(0, folder).with("huizhan.texts.strict", "true").with("logging.threshold.console", "ERROR");
            var changed = change.apply(options);
            return new TestServer(folder, Server.start(changed.now().isPresent() ? changed.with("huizhan.passwords", "quick") : changed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that was started by other means; whoever did stops it. */
    public static TestServer around(Server.Running running, Path folder) {
        return new TestServer(folder, running);
    }

    public String address() {
        return running.address();
    }

    public Path folder() {
        return folder;
    }

    /** A bean of the server. */
    public <T> T get(Class<T> type) {
        return running.get(type);
    }

    public Server.Running running() {
        return running;
    }

    /** How many entries the audit trail has of this deed for subjects of this pattern. */
    public long trail(String what, String subject) {
        return get(JdbcClient.class).sql("select count(*) from audit_entry where what = :what and subject like :subject")
            .param("what", what).param("subject", subject).query(Long.class).single();
    }

    /** The same once there are as many: what a transaction that was rolled back had refused is written a moment later. */
    public long trail(String what, String subject, long expected) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (trail(what, subject) < expected && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        return trail(what, subject);
    }

    /** A browser that nobody has signed in with. */
    public TestBrowser browser() {
        return new TestBrowser(address());
    }

    /** A browser in which the person is signed in. */
    public TestBrowser browserOf(TestPeople.Person person) {
        var browser = browser();
        browser.signIn(person.username(), person.password());
        return browser;
    }

    /** The people of this server; the first asking sets up the three administrators. */
    public TestPeople people() {
        return TestPeople.of(this);
    }

    /** Stops and leaves the folder to another server; whoever takes it clears it away. */
    public Path leave() {
        running.stop();
        return folder;
    }

    @Override public void close() {
        running.stop();
        clear(folder);
    }

    /** Removes a folder with everything in it. */
    public static void clear(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
