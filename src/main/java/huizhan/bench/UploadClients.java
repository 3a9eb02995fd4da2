package huizhan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Clients that upload one file each at the same moment: tus-js-client in chunks, or curl in one piece. */
final class UploadClients {
    private static final String CHUNK = String.valueOf(8 << 20);
    private final Path modules;

    /** @param modules where npm's packages are kept between runs */
    UploadClients(Path modules) {
        this.modules = modules;
    }

    /** Installs the client and the peer, once. */
    void install() throws IOException, InterruptedException {
        if (!Files.isDirectory(modules.resolve("node_modules/@tus/file-store"))) {
            Files.writeString(modules.resolve("package.json"), "{\"private\": true}");
            BenchSupport.run(List.of("npm", "--prefix", modules.toString(), "install", "--no-audit", "--no-fund",
                "@tus/server@2.4.5", "@tus/file-store@2.1.1", "tus-js-client@4.3.1"));
        }
        Files.writeString(modules.resolve("client.mjs"), """
            import * as tus from 'tus-js-client';
            import fs from 'node:fs';
            const [,, endpoint, file, chunk] = process.argv;
            const upload = new tus.Upload(fs.createReadStream(file), {
              endpoint, chunkSize: Number(chunk), uploadSize: fs.statSync(file).size, retryDelays: null,
              metadata: { filename: 'bench.bin', slot: 'bench:1' },
              onError: (error) => { console.log(`failed ${error}`); process.exit(1); },
              onSuccess: () => { console.log('done'); process.exit(0); },
            });
            console.log('ready');
            process.stdin.once('data', () => upload.start());
            """);
    }

    /** As many tus clients as there are files, started together; wall seconds until the last is done. */
    double tus(String endpoint, List<Path> files) throws IOException, InterruptedException {
        var clients = new ArrayList<Client>();
        for (var file : files) {
            clients.add(new Client(new ProcessBuilder("node", modules.resolve("client.mjs").toString(), endpoint, file.toString(), CHUNK)
                .redirectErrorStream(true).start()));
        }
        for (var client : clients) {
            client.expect("ready");
        }
        var begin = System.nanoTime();
        for (var client : clients) {
            client.go();
        }
        for (var client : clients) {
            client.expect("done");
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** One PUT for each file. */
    double put(String folder, List<Path> files) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var running = new ArrayList<Process>();
        for (var file : files) {
            running.add(new ProcessBuilder("curl", "-sS", "-f", "-o", "/dev/null", "-T", file.toString(), folder + file.getFileName())
                .redirectErrorStream(true).start());
        }
        for (var process : running) {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("curl: " + output);
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static final class Client {
        private final Process process;
        private final BufferedReader output;

        Client(Process process) {
            this.process = process;
            this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void go() {
            try {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void expect(String word) throws IOException {
            var line = output.readLine();
            if (!word.equals(line)) {
                throw new IOException("an upload ended with: " + line);
            }
        }
    }
}
