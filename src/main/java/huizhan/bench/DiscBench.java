package huizhan.bench;

import static huizhan.bench.BenchSupport.figure;
import static huizhan.bench.BenchSupport.heading;
import static huizhan.bench.BenchSupport.line;
import static huizhan.bench.BenchSupport.median;
import static huizhan.bench.BenchSupport.ratio;
import static huizhan.bench.BenchSupport.timed;

import huizhan.bench.BenchSupport.Timing;
import huizhan.disc.DiscVerifier;
import huizhan.disc.Profile;
import huizhan.kernel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * {@code bench disc [--size BYTES] [--files N] [--rounds N] [--dir FOLDER]}: writing a disc against bagit-java and xorriso, verifying it
 * against digests of the same bytes on all cores, by openssl and by a reader that checks nothing (decision 0024), and sealing it against
 * writing it in plain. Files are in the page cache; each round starts with no dirty page.
 */
public final class DiscBench {
    /** The image was written past the page cache: the first readings bring it in, and the system settles it there. */
    private static final int WARM_UPS = 4;

    private final long size;
    private final int files;
    private final int rounds;
    private final Path work;
    private final int cores = Runtime.getRuntime().availableProcessors();

    private DiscBench(List<String> args) throws IOException {
        size = Long.parseLong(BenchSupport.option(args, "--size", "2200000000"));
        files = Integer.parseInt(BenchSupport.option(args, "--files", "200"));
        rounds = Integer.parseInt(BenchSupport.option(args, "--rounds", String.valueOf(BenchSupport.ROUNDS)));
        var parent = Path.of(BenchSupport.option(args, "--dir", System.getProperty("java.io.tmpdir")));
        work = Files.createTempDirectory(parent, "disc-bench");
    }

    /** 0 if every limit is met, 1 if one isn't. */
    public static int run(List<String> args) throws Exception {
        var only = BenchSupport.option(args, "--only", "");
        if (!only.isEmpty()) {
            new SealBench(Path.of(BenchSupport.option(args, "--dir", "."))).write(only.equals("sealed"));
            return 0;
        }
        BenchSupport.need("xorriso", "xorriso");
        BenchSupport.need("openssl", "openssl");
        var bench = new DiscBench(args);
        try (var bagit = new BagitJava()) {
            bench.material();
            boolean written = bench.write(bagit);
            boolean verified = bench.verify();
            return new SealBench(bench.work).run(bench.described("disc write --seal"), bench.rounds) & verified & written ? 0 : 1;
        } finally {
            BenchSupport.removeTree(bench.work);
        }
    }

    private Path folder() {
        return work.resolve("material");
    }

    private Path image() {
        return work.resolve("ours.iso");
    }

    private String described(String what) {
        return what + ": " + size + " bytes in " + files + " files, median of " + rounds + ", " + cores + " cores";
    }

    private void material() throws IOException {
        var random = new Random(2015);
        var block = new byte[1 << 20];
        for (int i = 0; i < files; i++) {
            var file = Files.createDirectories(folder().resolve("%02d/pictures".formatted(i % 10 + 1))).resolve(i + ".jpg");
            try (var out = Files.newOutputStream(file)) {
                for (long left = size / files; left > 0; left -= block.length) {
                    random.nextBytes(block);
                    out.write(block, 0, (int) Math.min(block.length, left));
                }
            }
        }
    }

    private boolean write(BagitJava bagit) throws Exception {
        heading(described("disc write"));
        ours();
        var ours = new ArrayList<Timing>();
        var bagging = new ArrayList<Timing>();
        var peers = new ArrayList<Timing>();
        var synced = new ArrayList<Timing>();
        for (int i = 0; i < rounds; i++) {
            ours.add(settled(this::ours));
            bagging.add(settled(() -> bagit.bagInPlace(folder())));
            peers.add(bagging.get(i).plus(settled(xorriso())));
            synced.add(peers.get(i).plus(timed(List.of("sync", work.resolve("peer.iso").toString()))));
            BagitJava.unbag(folder());
            Files.delete(work.resolve("peer.iso"));
        }
        line("huizhan: bag and image in one pass, synced to the disk", median(ours));
        line("bagit-java 5.2.0 create", median(bagging));
        line("bagit-java 5.2.0 create + xorriso, not synced", median(peers));
        line("bagit-java 5.2.0 create + xorriso, then synced", median(synced));
        ratio("ratio of wall times, the peer not synced", median(ours).wall(), median(peers).wall(), 0.7);
        return ratio("ratio of wall times, both synced", median(ours).wall(), median(synced).wall(), 0.7);
    }

    private static Timing settled(List<String> command) throws Exception {
        BenchSupport.run(List.of("sync"));
        return timed(command);
    }

    private static Timing settled(BenchSupport.Work work) throws Exception {
        BenchSupport.run(List.of("sync"));
        return timed(work);
    }

    private List<String> xorriso() {
        return List.of("xorriso", "-as", "mkisofs", "-quiet", "-iso-level", "3", "-J", "-joliet-long", "-R",
            "-o", work.resolve("peer.iso").toString(), folder().toString());
    }

    private void ours() throws IOException {
        new SealBench(work).write(false);
    }

    private boolean verify() throws Exception {
        heading(described("disc verify"));
        for (int i = 0; i < WARM_UPS; i++) {
            check();
            readAndDigest();
            digestMemory();
        }
        var command = "find " + folder() + " -type f -print0 | xargs -0 -P " + cores + " -n " + (files + cores - 1) / cores + " openssl dgst -sha256";
        var checks = new ArrayList<Timing>();
        var readers = new ArrayList<Timing>();
        var memory = new ArrayList<Timing>();
        var openssl = new ArrayList<Timing>();
        for (int i = 0; i < rounds; i++) {
            checks.add(timed(this::check));
            readers.add(timed(this::readAndDigest));
            memory.add(timed(this::digestMemory));
            openssl.add(timed(List.of("bash", "-c", command + " > /dev/null")));
        }
        double ours = median(checks).wall();
        line("huizhan: every byte of the image, without the JVM's start", median(checks));
        line("openssl dgst -sha256 of the files, " + cores + " processes", median(openssl));
        line("the image read and digested, nothing checked, " + cores + " threads", median(readers));
        line("SHA-256 of memory, no file read, " + cores + " threads", median(memory));
        figure("ratio of wall times to the digest of memory", ours, median(memory).wall());
        return ratio("ratio of wall times to openssl", ours, median(openssl).wall(), 1.2)
            & ratio("ratio of wall times to the reader that checks nothing", ours, median(readers).wall(), 1.2);
    }

    private void check() throws IOException {
        var defects = DiscVerifier.verify(image(), Profile.HUIZHAN);
        if (!defects.isEmpty()) {
            throw new IOException(defects.toString());
        }
    }

    /** The image in as many parts as there are cores, each read and digested by a thread of its own. */
    private void readAndDigest() throws Exception {
        long whole = Files.size(image());
        onAllCores((digest, part) -> {
            try (var channel = FileChannel.open(image())) {
                var block = ByteBuffer.allocate(1 << 20);
                long end = whole * (part + 1) / cores;
                for (long at = whole * part / cores; at < end; at += block.position()) {
                    block.clear().limit((int) Math.min(block.capacity(), end - at));
                    channel.read(block, at);
                    digest.update(block.array(), 0, block.position());
                }
            }
        });
    }

    /** As many bytes as the disc has, without reading any: the limit that no verifier can beat. */
    private void digestMemory() throws Exception {
        onAllCores((digest, part) -> {
            var block = new byte[1 << 20];
            for (long left = size / cores; left > 0; left -= block.length) {
                digest.update(block, 0, (int) Math.min(block.length, left));
            }
        });
    }

    private interface Part {
        void digest(MessageDigest digest, int part) throws IOException;
    }

    private void onAllCores(Part work) throws Exception {
        var threads = Executors.newFixedThreadPool(cores);
        try {
            var parts = new ArrayList<Callable<byte[]>>();
            for (int i = 0; i < cores; i++) {
                int part = i;
                parts.add(() -> {
                    var digest = Sha256.digest();
                    work.digest(digest, part);
                    return digest.digest();
                });
            }
            for (var part : threads.invokeAll(parts)) {
                part.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
