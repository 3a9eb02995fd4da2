package huizhan.bench;

import huizhan.bench.UploadServers.Running;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code bench pages} measures: a data folder with a whole call in it, our server as a process of its own, and nginx beside it. */
final class PagesStage implements AutoCloseable {
    private static final String NOW = "2015-07-10T01:00:00Z";
    private static final String READY = "READY ";
    private final Path data;
    private final Process server;
    private final String address;

    private PagesStage(Path data, Process server, String address) {
        this.data = data;
        this.server = server;
        this.address = address;
    }

    /** Fills the folder, unless it is filled already. */
    static void fill(Path data, int departments, int each, int writers) throws IOException, InterruptedException {
        if (!Files.exists(data.resolve("accounts.csv"))) {
            var command = ours("crowd", "--data", data.toString(), "--now", NOW, "--departments", String.valueOf(departments),
                "--each", String.valueOf(each), "--writers", String.valueOf(writers));
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("the data folder was not filled");
            }
        }
    }

    /**
     * Starts the server with its default settings, but for the second factor and the clock, which are the demo's, and without background
     * jobs: all achievements share the same few pictures, so whoever looks for likenesses would find each pair.
     */
    static PagesStage open(Path data) throws IOException {
        var process = new ProcessBuilder(ours("serve", "--data", data.toString(), "--port", "0", "--demo-clock", "--now", NOW, "--set", "huizhan.totp=off",
            "--set", "huizhan.offline=true"))
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = new BufferedReader(new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return new PagesStage(data, process, line.substring(READY.length()));
            }
        }
        throw new IOException("the server did not start");
    }

    private static List<String> ours(String... words) {
        var classes = System.getProperty("java.class.path");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(classes.endsWith(".jar") && !classes.contains(File.pathSeparator) ? List.of("-jar", classes) : List.of("-cp", classes, "huizhan.Main"));
        command.addAll(Arrays.asList(words));
        return command;
    }

    String address() {
        return address;
    }

    /** Sign-ins by role: user name and password. */
    Map<String, List<String[]>> accounts() throws IOException {
        return Files.readAllLines(data.resolve("accounts.csv")).stream().skip(1).map(line -> line.split(",", -1))
            .collect(Collectors.groupingBy(parts -> parts[2]));
    }

    /** Stops it as an operator would. */
    @Override public void close() {
        new Running("huizhan", server, 0, data).close();
    }

    /** The peer: nginx, which serves each page of ours as a file of the same bytes. */
    static Running nginx(Path work, List<PagesBench.Page> pages) throws IOException, InterruptedException {
        var port = UploadServers.freePort();
        var folder = Files.createDirectories(work.resolve("nginx"));
        var served = Files.createDirectories(folder.resolve("pages"));
        for (var page : pages) {
            Files.write(served.resolve(page.name()), page.bytes());
        }
        var user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        Files.writeString(folder.resolve("nginx.conf"), """
            %1$s daemon off; worker_processes auto; pid %2$s/pid; error_log %2$s/error.log;
            events {}
            http {
              access_log off; sendfile on; default_type text/html;
              client_body_temp_path %2$s/body; proxy_temp_path %2$s/t1; fastcgi_temp_path %2$s/t2; uwsgi_temp_path %2$s/t3; scgi_temp_path %2$s/t4;
              server { listen 127.0.0.1:%3$d; root %2$s/pages; }
            }
            """.formatted(user, folder, port));
        return UploadServers.start("nginx", List.of("nginx", "-p", folder.toString(), "-c", folder.resolve("nginx.conf").toString()), work, port,
            served);
    }
}
