package huizhan.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What every bench needs: run a command or our own code several times, take the median, print figure, peer and ratio. */
final class BenchSupport {
    static final int ROUNDS = 5;

    /** Seconds of wall clock and of processor time. */
    record Timing(double wall, double cpu) {
        Timing plus(Timing other) {
            return new Timing(wall + other.wall, cpu + other.cpu);
        }
    }

    /** Something to be timed. */
    interface Work {
        void run() throws Exception;
    }

    /** One round of something that times itself. */
    interface Round {
        Timing run() throws Exception;
    }

    private BenchSupport() {}

    /** Our own code, in this process. */
    static Timing timed(Work work) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Timing((System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    }

    /** A command with all its children; a failing one is an {@link IOException} with its output. */
    static Timing timed(List<String> command) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\"", "bash"));
        words.addAll(command);
        var lines = run(words).lines().toList();
        var times = Arrays.stream(lines.get(lines.size() - 1).trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
        return new Timing(times[0], times[1] + times[2]);
    }

    /** Runs a command; its output, or an {@link IOException} that tells it. */
    static String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    /** What the JVM of this process was started with. */
    static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /** This program in a process of its own. */
    static List<String> program(List<String> options, String... words) {
        var classes = System.getProperty("java.class.path");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(classes.endsWith(".jar") && !classes.contains(File.pathSeparator) ? List.of("-jar", classes) : List.of("-cp", classes, "huizhan.Main"));
        command.addAll(List.of(words));
        return command;
    }

    /** The round with the median wall time. */
    static Timing median(int rounds, Round round) throws Exception {
        var timings = new ArrayList<Timing>();
        for (int i = 0; i < rounds; i++) {
            timings.add(round.run());
        }
        return median(timings);
    }

    static Timing median(List<Timing> timings) {
        var sorted = new ArrayList<>(timings);
        sorted.sort(java.util.Comparator.comparingDouble(Timing::wall));
        return sorted.get(sorted.size() / 2);
    }

    static void heading(String text) {
        System.out.printf(Locale.ROOT, "%n%s%n%-58s %10s %10s%n", text, "", "wall s", "cpu s");
    }

    static void line(String name, Timing timing) {
        System.out.printf(Locale.ROOT, "%-58s %10.2f %10.2f%n", name, timing.wall, timing.cpu);
    }

    /** Prints ours over the peer's and whether it meets the limit. */
    static boolean ratio(String name, double ours, double peer, double limit) {
        boolean met = ours <= peer * limit;
        System.out.printf(Locale.ROOT, "%-58s %10.2f   at most %.2f: %s%n", name, ours / peer, limit, met ? "met" : "NOT MET");
        return met;
    }

    /** Prints ours over the peer's where no limit is set. */
    static void figure(String name, double ours, double peer) {
        System.out.printf(Locale.ROOT, "%-58s %10.2f   no limit%n", name, ours / peer);
    }

    static boolean has(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    /** Sees that a tool of a Debian package is there, installing it if this is root; otherwise says what to install. */
    static void need(String tool, String debianPackage) throws IOException, InterruptedException {
        if (has(tool)) {
            return;
        }
        if (System.getProperty("user.name").equals("root") && has("apt-get")) {
            run(List.of("apt-get", "install", "-y", "--no-install-recommends", debianPackage));
        }
        if (!has(tool)) {
            throw new IOException("the peer " + tool + " is missing: apt-get install " + debianPackage);
        }
    }

    /** Where peers are kept between runs. */
    static Path cache(String name) throws IOException {
        var base = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(Path::of).orElse(Path.of(System.getProperty("user.home"), ".cache"));
        return Files.createDirectories(base.resolve("huizhan").resolve("bench").resolve(name));
    }

    /** The value after an option, as in {@code --size 2200000000}. */
    static String option(List<String> args, String name, String otherwise) {
        int at = args.indexOf(name);
        return at >= 0 && at + 1 < args.size() ? args.get(at + 1) : otherwise;
    }

    static void removeTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var paths = Files.walk(root)) {
                for (var path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
