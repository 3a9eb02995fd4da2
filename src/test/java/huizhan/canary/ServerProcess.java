package huizhan.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A server as a process of its own, with a temporary folder of its own, whose heap can be looked into. */
final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final String ESTABLISHED = "01";
    private final Process process;
    private final Path out;
    private final Path data;
    private final Path temporary;
    private String address = "";

    private ServerProcess(Process process, Path out, Path data, Path temporary) {
        this.process = process;
        this.out = out;
        this.data = data;
        this.temporary = temporary;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param property stands in its memory from its first moment on: what a look into the heap must find
     */
    static ServerProcess start(Path data, Path folder, String property, List<String> settings) throws IOException {
        var temporary = Files.createDirectories(folder.resolve("tmp"));
        var out = folder.resolve("console.txt");
        var command = new ArrayList<>(java(temporary, "-Xmx768m", "-XX:+UseSerialGC", "-Dhuizhan.canary=" + property));
        command.addAll(List.of("serve", "--port", "0", "--data", data.toString(), "--demo-clock", "--now", "2015-07-10T09:00+08:00"));
        settings.forEach(each -> command.addAll(List.of("--set", each)));
        var server = new ServerProcess(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start(), out, data, temporary);
        until("READY", () -> server.ready(), PATIENCE);
        return server;
    }

    private static List<String> java(Path temporary, String... more) {
        var command = new ArrayList<>(List.of(tool("java"), "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Djava.io.tmpdir=" + temporary));
        command.addAll(List.of(more));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "huizhan.Main"));
        return command;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private boolean ready() {
        try {
            var said = Files.readString(out);
            assertThat(process.isAlive()).as(said).isTrue();
            said.lines().filter(line -> line.startsWith("READY ")).findFirst().ifPresent(line -> address = line.substring("READY ".length()));
            return !address.isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void until(String what, BooleanSupplier condition, long patience) {
        for (long end = System.nanoTime() + patience; !condition.getAsBoolean(); LockSupport.parkNanos(20_000_000)) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
        }
    }

    String address() {
        return address;
    }

    Path console() {
        return out;
    }

    Path temporary() {
        return temporary;
    }

    /** Waits until the last connection is closed, collects what nobody holds any more, and writes down all that is left. */
    byte[] heap(Path folder) throws IOException, InterruptedException {
        until("connections", () -> connections() == 0, PATIENCE);
        until("jobs", () -> jobs() == 0, 4 * PATIENCE);
        jcmd("GC.run");
        jcmd("GC.run");
        var dump = folder.resolve("heap.hprof");
        Files.deleteIfExists(dump);
        jcmd("GC.heap_dump", dump.toString());
        var bytes = Files.readAllBytes(dump);
        Files.delete(dump);
        return bytes;
    }

    /** How many jobs are at work or could be; one that is planned for later holds nothing yet. */
    private long jobs() {
        try (var line = DriverManager.getConnection("jdbc:sqlite:file:" + data.resolve("huizhan.db") + "?mode=ro"); var statement = line.createStatement();
                var rows = statement.executeQuery("select count(*) from scheduled_tasks where picked = 1 or execution_time <= " + System.currentTimeMillis())) {
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void jcmd(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(tool("jcmd"), String.valueOf(process.pid())));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()).isZero();
    }

    /** How many lines to its port are open, as the kernel counts them. */
    private long connections() {
        var port = String.format(Locale.ROOT, ":%04X", Integer.parseInt(address.replaceAll(".*:", "")));
        return List.of("tcp", "tcp6").stream().mapToLong(table -> open(Path.of("/proc/net", table), port)).sum();
    }

    private static long open(Path table, String port) {
        try (var lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+")).filter(cells -> cells[1].endsWith(port) && cells[3].equals(ESTABLISHED)).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
