package huizhan;

import ch.qos.logback.classic.LoggerContext;
import huizhan.desk.DeskWipe;
import huizhan.desk.OtherCall;
import huizhan.desk.WipeAsked;
import huizhan.kernel.StartWord;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.organization.access.LocalDoor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** A desk as a program: it starts anew under the call of the kit that it takes, and a second start finds the first (C1). */
final class DeskServer {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** The page that waits for the new start fetches its style and script from the old one. */
    private static final long LAST_FILES_MS = 1500;
    private final ServeOptions options;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "desk-start");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<Server.Running> current = new AtomicReference<>();

    private final IntConsumer end;

    DeskServer(ServeOptions options) {
        this(options, code -> Runtime.getRuntime().exit(code));
    }

    /** @param end what ends the program, with its exit code */
    DeskServer(ServeOptions options, IntConsumer end) {
        this.options = options;
        this.end = end;
    }

    /** Elsewhere nothing ever asks for a new start. */
    Server.Running start() {
        var started = listening(Server.start(options));
        current.set(started);
        return started;
    }

    /** The one that runs now. */
    Server.Running current() {
        return current.get();
    }

    private Server.Running listening(Server.Running started) {
        started.context().addApplicationListener((ApplicationListener<ApplicationEvent>) event -> {
            if (event instanceof PayloadApplicationEvent<?> said && said.getPayload() instanceof OtherCall) {
                later.schedule(this::again, LAST_FILES_MS, TimeUnit.MILLISECONDS);
            }
            if (event instanceof PayloadApplicationEvent<?> said && said.getPayload() instanceof WipeAsked) {
                later.schedule(this::wiped, LAST_FILES_MS, TimeUnit.MILLISECONDS);
            }
        });
        return started;
    }

    /** Where the browser waits, on the same port; what can't go on ends the program rather than leave a page that waits for ever. */
    private void again() {
        try {
            var before = current.get();
            before.stop();
            var next = listening(Server.start(options.on(URI.create(before.address()).getPort())));
            current.set(next);
            next.context().getBeansOfType(StartWord.class).values().forEach(word -> word.lines(next.address()));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(DeskServer.class).error("the desk did not start anew", e);
            System.err.println("huizhan: " + e.getMessage());
            end.accept(Main.FAULT);
        }
    }

    /** Everything must be closed before it can be removed. */
    private void wiped() {
        try {
            current.get().stop();
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) logs.stop();
            System.out.println(emptied(options.data(), DeskWipe.wipe(options.data())).zh());
            end.accept(Main.FINE);
        } catch (RuntimeException e) {
            System.err.println("huizhan: " + e.getMessage());
            end.accept(Main.FAULT);
        }
    }

    /** What is said of a folder that was wiped. */
    static Text emptied(Path data, List<String> left) {
        var also = String.join("、", left);
        return left.isEmpty() ? new Text("已清空：" + data, "Empty: " + data)
            : new Text("已清空：" + data + "。其中还有不是荟展的文件，没有动：" + also, "Emptied: " + data + ". What isn't Huizhan's was left there: " + String.join(", ", left));
    }

    /** The READY line of the desk that runs over this folder already, with a new way in; empty where none runs. */
    Optional<String> running() {
        var note = options.data().resolve(LocalDoor.NOTE);
        if (options.zone() != Zone.DESK || !Files.isRegularFile(note)) return Optional.empty();
        try {
            var lines = Files.readAllLines(note);
            var request = HttpRequest.newBuilder(URI.create(lines.get(0) + LocalDoor.TICKETS)).timeout(PATIENCE).header(LocalDoor.HEADER, lines.get(1))
                .POST(HttpRequest.BodyPublishers.noBody()).build();
            var answer = HttpClient.newBuilder().connectTimeout(PATIENCE).build().send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(ServeCommand.READY + lines.get(0) + answer.body()) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // left by a program that was killed
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
