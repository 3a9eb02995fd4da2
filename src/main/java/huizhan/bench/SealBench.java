package huizhan.bench;

import static huizhan.bench.BenchSupport.heading;
import static huizhan.bench.BenchSupport.line;
import static huizhan.bench.BenchSupport.median;
import static huizhan.bench.BenchSupport.ratio;
import static huizhan.bench.BenchSupport.timed;

import huizhan.bench.BenchSupport.Timing;
import huizhan.disc.Capacity;
import huizhan.disc.DiscVerifier;
import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.DiscWriter;
import huizhan.disc.DiscWriter.Closing;
import huizhan.disc.Plan;
import huizhan.disc.Seal;
import huizhan.kernel.Clocks;
import huizhan.keys.PrivateKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What sealing costs (C2): the same files as a plain and as a sealed disc in turn, in a warm process, and each in a process of its own with
 * the JVM's start. {@code bench disc --only plain|sealed --dir FOLDER} is that process.
 */
final class SealBench {
    private static final int WARM_UPS = 3;

    private final Path folder;
    private final PrivateKeys keys = PrivateKeys.create("bench", Clocks.real().system().instant());

    /** @param folder holds {@code material}, and takes the images */
    SealBench(Path folder) {
        this.folder = folder;
    }

    /** Whether a sealed disc is written at half the speed of a plain one at least. */
    boolean run(String described, int rounds) throws Exception {
        heading(described);
        for (int i = 0; i < WARM_UPS; i++) {
            write(false);
            write(true);
        }
        var plain = new ArrayList<Timing>();
        var sealed = new ArrayList<Timing>();
        var plainProcess = new ArrayList<Timing>();
        var sealedProcess = new ArrayList<Timing>();
        for (int i = 0; i < rounds; i++) {
            plain.add(settled(() -> write(false)));
            sealed.add(settled(() -> write(true)));
            plainProcess.add(settled(() -> BenchSupport.run(process("plain"))));
            sealedProcess.add(settled(() -> BenchSupport.run(process("sealed"))));
        }
        line("plain, warm", median(plain));
        line("sealed, warm", median(sealed));
        line("plain, a process of its own (wall)", median(plainProcess));
        line("sealed, a process of its own (wall)", median(sealedProcess));
        write(true);
        line("a sealed disc verified inside and out", median(rounds, () -> timed(this::check)));
        BenchSupport.figure("ratio of wall times of the whole processes", median(sealedProcess).wall(), median(plainProcess).wall());
        return ratio("ratio of wall times, sealed to plain, warm", median(sealed).wall(), median(plain).wall(), 2);
    }

    private static Timing settled(BenchSupport.Work work) throws Exception {
        BenchSupport.run(List.of("sync"));
        return timed(work);
    }

    private List<String> process(String only) {
        return BenchSupport.program(List.of(), "bench", "disc", "--only", only, "--dir", folder.toString());
    }

    void write(boolean seal) throws IOException {
        var items = new ArrayList<Plan.Item>();
        items.add(Plan.Item.ofBytes("data/nomination.json", "{}".getBytes(StandardCharsets.UTF_8)));
        var material = folder.resolve("material");
        try (var paths = Files.walk(material)) {
            for (var path : paths.filter(Files::isRegularFile).sorted().toList()) {
                items.add(Plan.Item.ofFile("data/" + material.relativize(path), path));
            }
        }
        var plan = new Plan("BENCH", "bench", Optional.empty(), items, Plan.Later.nothing(), Plan.Later.nothing(), List.of());
        var closing = seal ? new Closing(Optional.of(new Seal(keys.card(), UUID.randomUUID(), 1, 1, "", 1)), Optional.empty()) : Closing.OPEN;
        if (DiscWriter.write(plan, closing, image(seal), Capacity.BD, Clocks.real().business()) instanceof DiscWriter.Refused no) {
            throw new IOException(no.toString());
        }
    }

    private Path image(boolean seal) {
        return folder.resolve(seal ? "sealed.iso" : "ours.iso");
    }

    private void check() throws IOException {
        var verdict = DiscVerifier.verify(image(true), new Against(Optional.empty(), Optional.of(keys), List.of()));
        if (!verdict.defects().isEmpty() || verdict.sealed().stream().noneMatch(DiscVerifier.Sealed::opened)) {
            throw new IOException(verdict.toString());
        }
    }
}
