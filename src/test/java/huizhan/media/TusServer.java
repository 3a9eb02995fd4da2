package huizhan.media;

import huizhan.database.Database;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The upload server on a real Tomcat and a real SQLite file, with two accounts, a clock that can be moved and a disk that can be filled. */
final class TusServer implements AutoCloseable, UploadTarget {
    static final Actor ANNA = actor(1);
    static final Actor BERT = actor(2);
    private final Path data;
    private final Database database;
    private final Tomcat tomcat = new Tomcat();
    final SettableClock clock = new SettableClock();
    final AtomicLong free = new AtomicLong(1L << 40);
    final List<UUID> planned = new ArrayList<>();
    final List<String> arrived = new ArrayList<>();
    Optional<Text> fullSlot = Optional.empty();
    final MediaSql mediaSql;
    final UploadSql uploadSql;
    final TransactionTemplate transaction;
    final MediaStore store;
    final MediaFiles files;
    UploadSweep sweep;
    private final UploadParts parts;

    TusServer(Path data) throws Exception {
        this(data, 0, Map.of());
    }

    /** Where an upload's bytes lie until they are whole. */
    Path part(String id) {
        return parts.path(id);
    }

    /** With other servlets beside it, by the paths they serve. */
    TusServer(Path data, int port, Map<String, HttpServlet> others) throws Exception {
        this.data = data;
        database = Database.sqlite(data.resolve("huizhan.db"));
        transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        mediaSql = new MediaSql(JdbcClient.create(database.dataSource()));
        uploadSql = new UploadSql(JdbcClient.create(database.dataSource()));
        store = new MediaStore(new Blobs(data), new Derivatives(data, mediaSql, transaction, clock), VirusCheck.none());
        files = new MediaFiles(mediaSql, store, new Examiner(Tools.none()), transaction, clock, planned::add);
        parts = new UploadParts(data, free::get, 1000);
        start(port, others);
    }

    private void start(int port, Map<String, HttpServlet> others) throws Exception {
        var targets = new UploadTargets(() -> List.of(this), List::of);
        var arrival = new UploadArrival(uploadSql, parts, files, targets, transaction, UploadArrival.Guard.none());
        sweep = new UploadSweep(uploadSql, parts, arrival, files, transaction, clock);
        var uploads = new Uploads(uploadSql, parts, arrival, targets, transaction, clock);
        var tus = new Tus(uploads, new TusVerdicts(uploads, mediaSql, targets));
        var connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        MediaConnector.configure(connector);
        tomcat.setBaseDir(data.resolve("tomcat").toString());
        tomcat.setConnector(connector);
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "tus", new Servlet(tus));
        context.addServletMappingDecoded("/files/*", "tus");
        for (var other : others.entrySet()) {
            Tomcat.addServlet(context, other.getKey(), other.getValue());
            context.addServletMappingDecoded(other.getKey(), other.getKey());
        }
        tomcat.start();
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    Path data() {
        return data;
    }

    @Override public void close() throws IOException, LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        parts.close();
        database.close();
    }

    @Override public boolean knows(Actor me, String slot) {
        return slot.startsWith("box:");
    }

    @Override public Optional<Text> refusal(Actor me, String slot, String filename, long size) {
        return filename.endsWith(".exe") ? Optional.of(new Text("不收程序文件。", "No programs.")) : Optional.empty();
    }

    @Override public Optional<Text> arrived(Actor me, String slot, StoredFile file) {
        if (fullSlot.isEmpty()) {
            arrived.add(slot + " " + file.originalName() + " " + file.size());
        }
        return fullSlot;
    }

    @Override public boolean mayRead(Actor me, UUID file) {
        return me.equals(ANNA);
    }

    private static Actor actor(long number) {
        return new Actor(new UUID(0, number), "nobody", Set.of(), Optional.empty(), Optional.empty());
    }

    private static final class Servlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Tus tus;

        Servlet(Tus tus) {
            this.tus = tus;
        }

        @Override protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var me = "bert".equals(request.getHeader("X-Account")) ? BERT : ANNA;
            tus.serve(me, "zh".equals(request.getHeader("X-Lang")) ? Lang.ZH : Lang.EN, request, response);
        }
    }

    /** Stands still until it is moved. */
    static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2015-07-10T01:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override public Instant instant() {
            return now;
        }

        @Override public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
