package huizhan.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The servers that {@code bench upload} measures, each a process of its own on loopback. */
final class UploadServers {
    private static final int TRIES = 300;

    private UploadServers() {}

    /** A server that runs. Closing it ends the process. */
    record Running(String name, Process process, int port, Path stored) implements AutoCloseable {

        String url(String path) {
            return "http://127.0.0.1:" + port + path;
        }

        /** Processor seconds of the process and its children so far. */
        double cpu() {
            var own = cpu(process.toHandle());
            return own + process.descendants().mapToDouble(Running::cpu).sum();
        }

        private static double cpu(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
        }

        /** The most memory the process ever held, in MB; 0 where the system doesn't tell. */
        long peakMemory() throws IOException {
            var status = Path.of("/proc", Long.toString(process.pid()), "status");
            if (!Files.isReadable(status)) {
                return 0;
            }
            return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000).findFirst().orElse(0);
        }

        @Override public void close() {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ours, with half a gigabyte of heap, whatever it carries. */
    static Running ours(Path work) throws IOException, InterruptedException {
        var port = freePort();
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
            "-cp", System.getProperty("java.class.path")));
        // inside one packed jar only its own launcher finds the classes
        if (ClassLoader.getSystemResource("huizhan/media/TusAlone.class") == null) {
            command.addAll(List.of("-Dloader.main=huizhan.media.TusAlone", "org.springframework.boot.loader.launch.PropertiesLauncher"));
        } else {
            command.add("huizhan.media.TusAlone");
        }
        command.addAll(List.of(work.resolve("ours").toString(), Integer.toString(port)));
        return start("huizhan", command, work, port, work.resolve("ours/blobs"));
    }

    /** The peer: {@code @tus/server} with {@code @tus/file-store}, which neither syncs nor hashes. */
    static Running peer(Path work, Path modules) throws IOException, InterruptedException {
        var port = freePort();
        var stored = Files.createDirectories(work.resolve("peer"));
        Files.writeString(modules.resolve("peer.mjs"), """
            import { Server } from '@tus/server';
            import { FileStore } from '@tus/file-store';
            const [,, directory, port] = process.argv;
            new Server({ path: '/files', datastore: new FileStore({ directory }) }).listen({ host: '127.0.0.1', port: Number(port) });
            """);
        return start("@tus/server", List.of("node", modules.resolve("peer.mjs").toString(), stored.toString(), Integer.toString(port)),
            work, port, stored);
    }

    /** The limit: nginx takes each file whole, in one request, and moves it into place. */
    static Running nginx(Path work) throws IOException, InterruptedException {
        var port = freePort();
        var folder = Files.createDirectories(work.resolve("nginx"));
        var stored = Files.createDirectories(folder.resolve("files"));
        var user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        Files.writeString(folder.resolve("nginx.conf"), """
            %s daemon off; worker_processes auto; pid %s/pid; error_log %s/error.log;
            events {}
            http {
              access_log off; client_max_body_size 0; client_body_buffer_size 1m;
              client_body_temp_path %s/body; proxy_temp_path %s/t1; fastcgi_temp_path %s/t2; uwsgi_temp_path %s/t3; scgi_temp_path %s/t4;
              server { listen 127.0.0.1:%d; location /files/ { root %s; dav_methods PUT; } }
            }
            """.formatted(user, folder, folder, folder, folder, folder, folder, folder, port, folder));
        return start("nginx", List.of("nginx", "-p", folder.toString(), "-c", folder.resolve("nginx.conf").toString()), work, port, stored);
    }

    static Running start(String name, List<String> command, Path work, int port, Path stored)
            throws IOException, InterruptedException {
        var log = work.resolve(port + ".log").toFile();
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).redirectInput(new File("/dev/null")).start();
        for (var tries = 0; tries < TRIES; tries++) {
            if (answers(port)) {
                return new Running(name, process, port, stored);
            }
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new IOException(name + " did not start: " + Files.readString(log.toPath()));
    }

    private static boolean answers(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
