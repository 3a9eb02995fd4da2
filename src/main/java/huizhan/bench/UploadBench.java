package huizhan.bench;

import huizhan.bench.BenchSupport.Timing;
import huizhan.bench.UploadServers.Running;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * {@code bench upload [--size BYTES] [--clients N] [--rounds N] [--flat BYTES] [--dir FOLDER]}: so many bytes by one tus-js-client in
 * chunks of 8 MiB, and the same bytes by several, ours against {@code @tus/server} with its file store, and nginx's PUT beside them as
 * the limit. Ours syncs each answer and knows the digest at the end. Then eight uploads of {@code --flat} bytes at once on a heap of
 * 512 MB. The processor seconds are the server's.
 */
public final class UploadBench {
    private static final int FLAT_CLIENTS = 8;
    /** Servers run for weeks; what their first minute costs is not what is asked here. */
    private static final int WARM_UPS = 3;

    private final long size;
    private final int many;
    private final int rounds;
    private final long flat;
    private final Path work;
    private final UploadClients clients;

    private UploadBench(List<String> args) throws IOException {
        size = Long.parseLong(BenchSupport.option(args, "--size", String.valueOf(1L << 30)));
        many = Integer.parseInt(BenchSupport.option(args, "--clients", "8"));
        rounds = Integer.parseInt(BenchSupport.option(args, "--rounds", String.valueOf(BenchSupport.ROUNDS)));
        flat = Long.parseLong(BenchSupport.option(args, "--flat", String.valueOf(1L << 29)));
        var parent = Path.of(BenchSupport.option(args, "--dir", System.getProperty("java.io.tmpdir")));
        work = Files.createTempDirectory(parent, "upload-bench");
        clients = new UploadClients(BenchSupport.cache("npm-tus"));
    }

    /** 0 if every limit is met, 1 if one isn't. */
    public static int run(List<String> args) throws Exception {
        BenchSupport.need("node", "nodejs");
        BenchSupport.need("npm", "npm");
        BenchSupport.need("nginx", "nginx");
        BenchSupport.need("curl", "curl");
        BenchSupport.need("openssl", "openssl");
        var bench = new UploadBench(args);
        try {
            bench.clients.install();
            boolean fast = bench.compare();
            return bench.flat() && fast ? 0 : 1;
        } finally {
            BenchSupport.removeTree(bench.work);
        }
    }

    private boolean compare() throws Exception {
        try (var ours = UploadServers.ours(work); var peer = UploadServers.peer(work, BenchSupport.cache("npm-tus"));
             var nginx = UploadServers.nginx(work)) {
            var servers = List.of(ours, peer, nginx);
            boolean one = compare(servers, material(1));
            boolean several = compare(servers, material(many));
            System.out.printf(Locale.ROOT, "%-58s %7d MB%n", "ours, most memory ever held (heap at most 512 MB)", ours.peakMemory());
            return one && several;
        }
    }

    /** The servers take turns in each round and each begins a round in its turn: a noisy moment, or what the one before left behind, meets all of them. */
    private boolean compare(List<Running> servers, List<Path> files) throws Exception {
        var timings = new ArrayList<List<Timing>>();
        servers.forEach(server -> timings.add(new ArrayList<>()));
        var hashing = new ArrayList<Timing>();
        for (int round = -WARM_UPS; round < rounds; round++) {
            for (int turn = 0; turn < servers.size(); turn++) {
                int at = Math.floorMod(round + turn, servers.size());
                var timing = upload(servers.get(at), files);
                if (servers.get(at).name().startsWith("@") && round >= 0) {
                    hashing.add(BenchSupport.timed(hash(servers.get(at).stored())));
                }
                if (round >= 0) {
                    timings.get(at).add(timing);
                }
                clear(servers.get(at));
            }
        }
        return report(servers, files.size(), timings, hashing);
    }

    private boolean report(List<Running> servers, int count, List<List<Timing>> timings, List<Timing> hashing) {
        BenchSupport.heading(String.format(Locale.ROOT, "upload of %,d bytes by %d client(s), median of %d after %d to warm up", size, count, rounds, WARM_UPS));
        for (int at = 0; at < servers.size(); at++) {
            var median = BenchSupport.median(timings.get(at));
            BenchSupport.line(String.format(Locale.ROOT, "%-14s %6.0f MB/s", servers.get(at).name(), size / 1e6 / median.wall()), median);
        }
        var ours = BenchSupport.median(timings.get(0));
        var peer = BenchSupport.median(timings.get(1));
        BenchSupport.line("@tus/server, then openssl dgst -sha256", peer.plus(BenchSupport.median(hashing)));
        return BenchSupport.ratio("ours / @tus/server, wall", ours.wall(), peer.wall(), 1.0);
    }

    private Timing upload(Running server, List<Path> files) throws IOException, InterruptedException {
        BenchSupport.run(List.of("sync"));
        var cpu = server.cpu();
        var wall = server.name().equals("nginx") ? clients.put(server.url("/files/"), files) : clients.tus(server.url("/files"), files);
        return new Timing(wall, server.cpu() - cpu);
    }

    private static List<String> hash(Path stored) throws IOException {
        var command = new ArrayList<>(List.of("openssl", "dgst", "-sha256"));
        try (var files = Files.list(stored)) {
            files.map(Path::toString).filter(name -> !name.endsWith(".json")).forEach(command::add);
        }
        return command;
    }

    private static void clear(Running server) throws IOException {
        try (var files = Files.walk(server.stored())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Random bytes, other ones for each client, in the page cache. */
    private List<Path> material(int count) throws IOException {
        var files = new ArrayList<Path>();
        var block = new byte[1 << 20];
        for (int client = 0; client < count; client++) {
            var file = work.resolve(count + "-" + client + ".bin");
            var random = new Random(client);
            try (var out = Files.newOutputStream(file)) {
                for (long left = size / count; left > 0; left -= block.length) {
                    random.nextBytes(block);
                    out.write(block, 0, (int) Math.min(block.length, left));
                }
            }
            files.add(file);
        }
        return files;
    }

    /** Eight at once on a fresh server. The source is one file of holes: reading it costs nothing. */
    private boolean flat() throws Exception {
        if (flat == 0) {
            return true;
        }
        var source = work.resolve("flat.bin");
        try (var channel = FileChannel.open(source, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.allocate(1), flat - 1);
        }
        BenchSupport.removeTree(work.resolve("ours"));
        try (var ours = UploadServers.ours(work)) {
            var cpu = ours.cpu();
            var wall = clients.tus(ours.url("/files"), java.util.Collections.nCopies(FLAT_CLIENTS, source));
            BenchSupport.heading(String.format(Locale.ROOT, "%d uploads of %,d bytes at once with -Xmx512m", FLAT_CLIENTS, flat));
            BenchSupport.line(String.format(Locale.ROOT, "all arrived; most memory ever held %d MB", ours.peakMemory()),
                new Timing(wall, ours.cpu() - cpu));
            return true;
        }
    }
}
