package huizhan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The client of {@code bench pages}: {@code wrk} with a script of ours. */
final class Wrk {
    private static final int THREADS = 2;
    private final Path folder;

    /** @param folder where the scripts are laid */
    Wrk(Path folder) {
        this.folder = folder;
    }

    /** What a run showed: requests a second, milliseconds, bytes of an answer, and how many were not as they should be. */
    record Figures(double perSecond, double p50, double p99, double bytes, long errors) {

        /** The run with the median of requests a second, with the errors of all. */
        static Figures median(List<Figures> runs) {
            var sorted = runs.stream().sorted(Comparator.comparingDouble(Figures::perSecond)).toList();
            var middle = sorted.get(sorted.size() / 2);
            return new Figures(middle.perSecond, middle.p50, middle.p99, middle.bytes, runs.stream().mapToLong(Figures::errors).sum());
        }
    }

    /** How far a line of {@code save.lua} came: the versions from first + 1 to last were answered with 200. */
    record Saved(int line, long first, long last) {}

    record Run(Figures figures, List<Saved> saved) {}

    /** Each connection takes the next of the requests. */
    Run shared(String script, String address, int connections, int seconds, Path requests, String encoding) throws IOException, InterruptedException {
        return run(script, address, Math.min(THREADS, connections), connections, seconds, List.of(requests.toString(), encoding));
    }

    /** Each connection takes a line that is with no other. */
    Run taken(String script, String address, int connections, int seconds, Path requests) throws IOException, InterruptedException {
        int threads = Math.min(THREADS, connections);
        return run(script, address, threads, connections, seconds, List.of(requests.toString(), String.valueOf(threads)));
    }

    /** Each connection has a thread and a line of its own. */
    Run each(String script, String address, int connections, int seconds, Path requests) throws IOException, InterruptedException {
        return run(script, address, connections, connections, seconds, List.of(requests.toString()));
    }

    private Run run(String script, String address, int threads, int connections, int seconds, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("wrk", "-t" + threads, "-c" + connections, "-d" + seconds + "s", "--timeout", "30s",
            "-s", script(script).toString(), address, "--"));
        command.addAll(arguments);
        var output = BenchSupport.run(command);
        var saved = lines(output, "SAVED ").map(each -> new Saved((int) each[0], each[1], each[2])).toList();
        var figures = lines(output, "FIGURES ").findFirst().orElseThrow(() -> new IOException("wrk said: " + output));
        return new Run(figures(figures), saved);
    }

    private static Figures figures(long[] told) {
        double seconds = told[1] / 1e6;
        return new Figures(told[0] / seconds, told[2] / 1e3, told[3] / 1e3, told[0] == 0 ? 0 : (double) told[4] / told[0], told[5]);
    }

    private static java.util.stream.Stream<long[]> lines(String output, String begin) {
        return output.lines().filter(line -> line.startsWith(begin))
            .map(line -> Arrays.stream(line.substring(begin.length()).trim().split(" ")).mapToLong(Long::parseLong).toArray());
    }

    private Path script(String name) {
        var script = folder.resolve(name);
        if (!Files.exists(script)) {
            try (var in = Objects.requireNonNull(Wrk.class.getResourceAsStream("/bench/" + name), name)) {
                Files.copy(in, script);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return script;
    }
}
