package huizhan.media;

import huizhan.database.Database;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The upload server alone, on loopback, with one account and no sign-in: what the bench measures beside its peers, and what tests
 * kill in the middle of an upload. Same connector, store and database as the whole server; no background jobs.
 */
public final class TusAlone implements AutoCloseable {
    private static final Actor SOMEBODY = new Actor(new UUID(0, 1), "bench", java.util.Set.of(), Optional.empty(), Optional.empty());
    private final Tomcat tomcat = new Tomcat();
    private final Database database;
    private final UploadParts parts;

    /**
     * Starts it.
     *
     * @param data a folder of its own
     * @param port 0 for any free one
     */
    public TusAlone(Path data, int port) throws IOException, LifecycleException {
        Files.createDirectories(data);
        database = Database.sqlite(data.resolve("huizhan.db"));
        parts = new UploadParts(data, () -> data.resolve("uploads").toFile().getUsableSpace(), 0);
        var servlet = new Servlet(tus(data));
        tomcat.setBaseDir(data.resolve("tomcat").toString());
        tomcat.setConnector(connector(port));
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "tus", servlet);
        context.addServletMappingDecoded("/files/*", "tus");
        tomcat.start();
    }

    private static Connector connector(int port) {
        var connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        MediaConnector.configure(connector);
        return connector;
    }

    private Tus tus(Path data) {
        var db = JdbcClient.create(database.dataSource());
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        var clock = Clock.systemUTC();
        var sql = new MediaSql(db);
        var store = new MediaStore(new Blobs(data), new Derivatives(data, sql, transaction, clock), VirusCheck.none());
        var files = new MediaFiles(sql, store, new Examiner(Tools.none()), transaction, clock, id -> {});
        var targets = new UploadTargets(() -> List.of(new Anywhere()), List::of);
        var uploadSql = new UploadSql(db);
        var uploads = new Uploads(uploadSql, parts, new UploadArrival(uploadSql, parts, files, targets, transaction, UploadArrival.Guard.none()), targets,
            transaction, clock);
        return new Tus(uploads, new TusVerdicts(uploads, sql, targets));
    }

    /** The port it listens on. */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override public void close() throws IOException, LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        parts.close();
        database.close();
    }

    /** {@code FOLDER PORT}; prints {@code READY} and the address. */
    public static void main(String[] args) throws Exception {
        var server = new TusAlone(Path.of(args[0]), Integer.parseInt(args[1]));
        System.out.println("READY http://127.0.0.1:" + server.port());
        server.tomcat.getServer().await();
    }

    private static final class Servlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Tus tus;

        Servlet(Tus tus) {
            this.tus = tus;
        }

        @Override protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            tus.serve(SOMEBODY, Lang.EN, request, response);
        }
    }

    private static final class Anywhere implements UploadTarget {
        @Override public boolean knows(Actor me, String slot) {
            return true;
        }

        @Override public Optional<Text> refusal(Actor me, String slot, String filename, long size) {
            return Optional.empty();
        }

        @Override public Optional<Text> arrived(Actor me, String slot, StoredFile file) {
            return Optional.empty();
        }

        @Override public boolean mayRead(Actor me, UUID file) {
            return true;
        }
    }
}
