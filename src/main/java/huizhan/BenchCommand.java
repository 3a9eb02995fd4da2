package huizhan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bench NAME}: figures beside those of a peer from the same run. */
@Command(name = "bench", description = "Figures beside those of a peer from the same run: upload, disc, forms, pictures, pages, faults, or all.")
final class BenchCommand implements Callable<Integer> {
    private interface Bench {
        int run(List<String> arguments) throws Exception;
    }

    private static final Map<String, Bench> BENCHES = Map.of("upload", huizhan.bench.UploadBench::run, "disc", huizhan.bench.DiscBench::run,
        "forms", huizhan.bench.FormsBench::run, "pictures", huizhan.bench.PicturesBench::run,
        "pages", huizhan.bench.PagesBench::run, "faults", huizhan.bench.FaultsBench::run);

    @Parameters(arity = "1..*", paramLabel = "NAME [OPTION…]") private List<String> words = List.of();

    @Override public Integer call() throws Exception {
        var name = words.get(0).toLowerCase(Locale.ROOT);
        if (name.equals("all")) {
            int worst = Main.FINE;
            for (var each : List.of("upload", "disc", "forms", "pictures", "pages", "faults")) {
                worst = Math.max(worst, BENCHES.get(each).run(List.of()));
            }
            return worst;
        }
        var bench = BENCHES.get(name);
        if (bench == null) {
            System.err.println("huizhan: there is no bench '" + name + "'; there are upload, disc, forms, pictures, pages, faults, all");
            return Main.USAGE;
        }
        return bench.run(new ArrayList<>(words.subList(1, words.size())));
    }
}
