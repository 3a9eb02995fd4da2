package huizhan.disc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The vocabulary of the disc tests: small discs with every kind of file on them. */
final class Discs {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2015-07-10T01:00:00Z"), ZoneOffset.UTC);

    private Discs() {}

    static Plan aPlan() {
        return aPlan(somePayload());
    }

    static Plan aPlan(List<Plan.Item> payload) {
        return new Plan("HZ2015_TEST", "urn:uuid:2ee6c1f5-0001-4000-8000-000000000001", Optional.empty(), payload, Discs::papers, Discs::tags, List.of(new Plan.Info("Source-Organization", "某某部")));
    }

    static List<Plan.Item> somePayload() {
        var items = new ArrayList<Plan.Item>();
        items.add(text("data/nomination.json", "{\"format\":\"huizhan-nomination/1\"}"));
        for (int rank = 1; rank <= 3; rank++) {
            items.add(noise("data/0%d/pictures/1.jpg".formatted(rank), 70_000 + rank));
            items.add(noise("data/0%d/pictures/2.jpg".formatted(rank), 2048 * rank));
            items.add(noise("data/0%d/video/film.mp4".formatted(rank), 1));
        }
        items.add(noise("data/overview.mp4", 1_500_000));
        items.add(noise("data/01/attachments/empty.txt", 0));
        return items;
    }

    private static List<Plan.Item> papers(List<Plan.Written> before) {
        return List.of(text("data/papers/list.txt", before.get(0).digest() + "\n"));
    }

    private static List<Plan.Item> tags(List<Plan.Written> before) {
        return List.of(text("index.html", "<!doctype html><title>" + before.size() + "</title>"), text("viewer/viewer.css", "body{}"));
    }

    static Plan.Item text(String path, String text) {
        return Plan.Item.ofBytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] noise(int size, long seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static Plan.Item noise(String path, int size) {
        return Plan.Item.ofBytes(path, noise(size, path.hashCode()));
    }

    static DiscWriter.Image write(Plan plan, Path image) throws IOException {
        return (DiscWriter.Image) DiscWriter.write(plan, image, Capacity.BD, CLOCK);
    }

    static Path anImage(Path folder) throws IOException {
        return write(aPlan(), folder.resolve("disc.iso")).path();
    }

    /** The bag of a disc as a folder on disk. */
    static Path aFolder(Path folder) throws IOException {
        var image = anImage(folder);
        var bag = folder.resolve("bag");
        try (var tree = Tree.open(image)) {
            for (var file : tree.files()) {
                var target = bag.resolve(file.path());
                Files.createDirectories(target.getParent());
                try (var in = java.nio.channels.Channels.newInputStream(tree.open(file))) {
                    Files.copy(in, target);
                }
            }
        }
        return bag;
    }

    static List<String> codes(List<Defect> defects) {
        return defects.stream().map(Defect::code).distinct().sorted().toList();
    }

    static List<String> codes(Path disc, Profile profile) throws IOException {
        return codes(DiscVerifier.verify(disc, profile));
    }

    /** Runs a tool; its output, or a failure that tells it. */
    static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(Arrays.toString(command) + ": " + output);
        }
        return output;
    }

    static boolean has(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
