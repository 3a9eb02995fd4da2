package huizhan.bench;

import huizhan.disc.Capacity;
import huizhan.documents.Papers;
import huizhan.folder.DiscImages;
import huizhan.folder.DiscImages.Handing;
import huizhan.folder.DiscPlan;
import huizhan.call.Calls;
import huizhan.kernel.Clocks;
import huizhan.keys.PrivateKeys;
import huizhan.material.Achievement;
import huizhan.material.Attachment;
import huizhan.material.FileFacts;
import huizhan.material.Material;
import huizhan.material.Values;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * {@code bench faults}: the import of an open list and of sealed discs is killed at many moments, told by its own log, and the tables are
 * those of before or those of after, never between (C1, C3). Every fifth folder is then imported again, to the end.
 */
public final class FaultsBench {
    private static final String DEPARTMENT = "53";
    private static final String PASSPHRASE = "一二三四五六七八九十一二";
    private static final int SHEETS = 6;
    private static final int SHEET_BYTES = 400_000;
    private static final int AGAIN_EACH = 5;
    private static final int PATIENCE_S = 120;
    private final Path folder;
    private final Random random = new Random(20150720);
    private final List<Path> discs = new ArrayList<>();
    private Map<String, String> before = Map.of();
    private Map<String, String> after = Map.of();

    private FaultsBench(Path folder) {
        this.folder = folder;
    }

    /**
     * What a series of kills has shown.
     *
     * @param between how many of them fell between the first and the last write
     * @param wrong   what was neither before nor after, a line each
     */
    public record Shown(int kills, int before, int after, int between, List<String> wrong) {}

    /** {@code --kills 50} unless said otherwise. */
    public static int run(List<String> args) throws Exception {
        var folder = Files.createTempDirectory("huizhan-faults");
        try {
            var shown = kills(Integer.parseInt(BenchSupport.option(args, "--kills", "50")), folder, true);
            System.out.printf(Locale.ROOT, "%n%d kills: %d as if it had not begun, %d complete, %d wrong; %d of them between the first and the last write (wanted: 30)%n",
                shown.kills(), shown.before(), shown.after(), shown.wrong().size(), shown.between());
            // of a short series by hand as many as of the whole one
            return shown.wrong().isEmpty() && shown.between() * 5 >= shown.kills() * 3 ? 0 : 1;
        } finally {
            BenchSupport.removeTree(folder);
        }
    }

    /** @param told whether each kill is printed */
    public static Shown kills(int kills, Path folder, boolean told) throws Exception {
        var bench = new FaultsBench(folder);
        bench.prepare();
        return bench.killed(kills, told);
    }

    private void prepare() throws Exception {
        var keys = PrivateKeys.create("faults", Clocks.real().system().instant());
        Files.writeString(folder.resolve("organizer.key"), keys.locked(PASSPHRASE.toCharArray()));
        Files.writeString(folder.resolve("word"), PASSPHRASE + "\n");
        var lines = new ArrayList<Achievement>();
        for (int rank = 1; rank <= 4; rank++) {
            lines.add(achievement(rank, rank % 2 == 0 ? "non-public" : "public"));
        }
        var secret = lines.stream().filter(each -> each.disclosure().equals("non-public")).toList();
        var open = lines.stream().map(each -> secret.contains(each) ? Achievement.stub(each.id().orElseThrow(), each.rank().orElseThrow()) : each).toList();
        write(material(Material.Shape.WHOLE, open), Handing.plain());
        write(material(Material.Shape.PART, secret), new Handing(Optional.of(keys.card()), DEPARTMENT, UUID.randomUUID(), Optional.empty()));
        var data = data("before");
        Files.writeString(data.resolve("zone"), "restricted\n");
        run(data, "--dry-run");
        before = TableDigest.of(data.resolve("huizhan.db"));
        copy(data, folder.resolve("after"));
        run(folder.resolve("after"));
        after = TableDigest.of(folder.resolve("after").resolve("huizhan.db"));
        if (before.equals(after)) throw new IOException("the import has changed nothing");
    }

    private static Achievement achievement(int rank, String disclosure) {
        var sheets = new ArrayList<Attachment>();
        for (int i = 1; i <= SHEETS; i++) {
            sheets.add(new Attachment("other", Achievement.folder(rank) + "/attachments/" + i + ".bin"));
        }
        return new Achievement(Optional.of(new UUID(rank, 0x8000000000000000L)), 1, Achievement.folder(rank), Optional.of(rank), disclosure,
            new Values(Map.of("name", List.of("示例成果 " + rank))), "", "", List.of(), sheets, List.of(), "", List.of());
    }

    private static Material material(Material.Shape shape, List<Achievement> lines) {
        var facts = new LinkedHashMap<String, FileFacts>();
        lines.stream().flatMap(each -> each.files().stream()).forEach(path -> facts.put(path, new FileFacts(path, SHEET_BYTES)));
        return new Material(Calls.FIRST, shape, Optional.of(new UUID(shape.ordinal(), 0x8000000000000000L)), 1, List.of(), Values.NONE, Optional.empty(), lines, facts,
            Set.of(), List.of(), List.of());
    }

    private void write(Material material, Handing handing) throws IOException {
        var plan = DiscPlan.of(material, Calls.bundled(Calls.FIRST), path -> Channels.newChannel(new ByteArrayInputStream(noise(path))),
            new DiscPlan.Wish(handing.room(Capacity.DVD), false, LocalDate.of(2015, 7, 10), handing.department()), Papers.bundled());
        var result = DiscImages.write((DiscPlan.Volumes) plan, handing, folder.resolve("discs"), Capacity.DVD, Clocks.real().business());
        if (!result.defects().isEmpty()) throw new IOException(result.defects().toString());
        result.images().forEach(image -> discs.add(image.path()));
    }

    private static byte[] noise(String path) {
        var bytes = new byte[SHEET_BYTES];
        new Random(path.hashCode()).nextBytes(bytes);
        return bytes;
    }

    private Path data(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private Process start(Path data, String... more) throws IOException {
        var command = new ArrayList<>(BenchSupport.program(BenchSupport.ownOptions(), "disc", "import", "--data", data.toString(), "--key", folder.resolve("organizer.key").toString(),
            "--passphrase-file", folder.resolve("word").toString(), "--department", DEPARTMENT));
        command.addAll(List.of(more));
        discs.forEach(disc -> command.add(disc.toString()));
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private void run(Path data, String... more) throws Exception {
        var process = start(data, more);
        var said = new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException("the import failed: " + said);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    /** When to kill: after which line of the log, and how long after it. */
    private record Moment(String line, int micros) {}

    /** A tenth before the first write, a tenth after the last, the rest between; half of those at the moment of the rows. */
    private Moment moment(int number, int kills) {
        if (number % 10 == 0) return new Moment(number * 2 < kills ? "reading" : "checked", random.nextInt(30_000));
        if (number % 10 == 9) return new Moment("written", random.nextInt(3_000));
        return number % 2 == 0 ? new Moment("writing", random.nextInt(40_000)) : new Moment("storing " + (1 + random.nextInt(4 * SHEETS)) + "/", random.nextInt(8_000));
    }

    private Shown killed(int kills, boolean told) throws Exception {
        int unbegun = 0;
        int complete = 0;
        int between = 0;
        var wrong = new ArrayList<String>();
        for (int i = 0; i < kills; i++) {
            var data = folder.resolve("kill-" + i);
            copy(folder.resolve("before"), data);
            var moment = moment(i, kills);
            var last = kill(data, moment);
            var now = TableDigest.of(data.resolve("huizhan.db"));
            boolean same = now.equals(before);
            boolean done = now.equals(after);
            unbegun += same ? 1 : 0;
            complete += done ? 1 : 0;
            between += last.startsWith("storing") || last.equals("writing") ? 1 : 0;
            var state = same ? "before" : done ? "after" : "BETWEEN " + differing(now);
            if (!same && !done) wrong.add("kill " + i + " after '" + last + "': " + state);
            if (i % AGAIN_EACH == 0) again(data, i, wrong);
            if (told) System.out.printf(Locale.ROOT, "kill %2d  +%5d µs after %-14s last word %-14s %s%n", i + 1, moment.micros(), moment.line(), last, state);
            BenchSupport.removeTree(data);
        }
        return new Shown(kills, unbegun, complete, between, wrong);
    }

    /** The last line that it said. */
    private String kill(Path data, Moment moment) throws Exception {
        var process = start(data);
        var last = "";
        try (var lines = process.errorReader(java.nio.charset.StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.replaceFirst("^huizhan: ", "");
                if (last.startsWith(moment.line())) {
                    TimeUnit.MICROSECONDS.sleep(moment.micros());
                    // the handle leaves the pipe open, with what was said before the end
                    process.toHandle().destroyForcibly();
                }
            }
        }
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) throw new IOException("it doesn't end");
        return last;
    }

    private void again(Path data, int number, List<String> wrong) throws Exception {
        run(data);
        var now = TableDigest.of(data.resolve("huizhan.db"));
        if (!now.equals(after)) wrong.add("after kill " + number + " a second import ends elsewhere: " + differing(now));
    }

    private String differing(Map<String, String> now) {
        var tables = new TreeMap<>(now);
        tables.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
        return String.join(" ", tables.keySet());
    }
}
