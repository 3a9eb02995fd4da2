package huizhan;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs what every start runs, so that an archive of the classes can be made of it. For the launcher. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

    @Override public Integer call() throws Exception {
        var folder = Files.createTempDirectory("huizhan-warm-up");
        try {
            commands(folder);
            server(folder.resolve("data"));
        } finally {
            remove(folder);
        }
        return Main.FINE;
    }

    private static void commands(Path folder) throws IOException {
        var out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            Main.run("count", Files.writeString(folder.resolve("text.txt"), "国际合作").toString());
            var material = Files.createDirectory(folder.resolve("material"));
            Files.writeString(material.resolve("nomination.json"), "{\"format\":\"huizhan-nomination/1\",\"call\":\"2015-cooperation\",\"achievements\":[{\"rank\":1,\"disclosure\":\"public\"}]}");
            Main.run("check", material.toString(), "--json");
        } finally {
            System.setOut(out);
        }
    }

    private static void server(Path data) throws IOException, InterruptedException {
        var running = Server.start(ServeOptions.local(0, data));
        var client = HttpClient.newHttpClient();
        for (var path : List.of("/health", "/sign-in", "/nowhere")) {
            client.send(HttpRequest.newBuilder(URI.create(running.address() + path)).build(), HttpResponse.BodyHandlers.discarding());
        }
        running.stop();
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
