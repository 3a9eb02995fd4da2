package huizhan.disc;

import huizhan.disc.Manifest.Algorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Digests of many files at once: one reader a core, the largest file first, each file read once for all its algorithms. */
final class FileHashes {
    private static final int BUFFER = 1 << 20;
    private static final int MOST_THREADS = 16;

    /** The digests of a file, or why it could not be read. */
    record Result(Map<Algorithm, String> digests, String fault) {}

    private final Tree tree;
    private final List<Map.Entry<Tree.Entry, Set<Algorithm>>> work;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Result> results = new ConcurrentHashMap<>();

    private FileHashes(Tree tree, Map<Tree.Entry, Set<Algorithm>> wanted) {
        this.tree = tree;
        this.work = new ArrayList<>(wanted.entrySet());
        if (!tree.slowToSeek()) {
            work.sort(Comparator.comparingLong(each -> -each.getKey().size()));
        }
    }

    /** Digests by path. */
    static Map<String, Result> of(Tree tree, Map<Tree.Entry, Set<Algorithm>> wanted) {
        var hashes = new FileHashes(tree, wanted);
        int threads = tree.slowToSeek() ? 1 : Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        var workers = new ArrayList<Thread>();
        for (int i = 1; i < Math.min(threads, wanted.size()); i++) {
            var worker = new Thread(hashes::run, "disc-verify-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        hashes.run();
        workers.forEach(FileHashes::join);
        return hashes.results;
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hashing", e);
        }
    }

    private void run() {
        var buffer = ByteBuffer.allocateDirect(BUFFER);
        for (int i = next.getAndIncrement(); i < work.size(); i = next.getAndIncrement()) {
            var file = work.get(i).getKey();
            try {
                results.put(file.path(), hashed(file, work.get(i).getValue(), buffer));
            } catch (IOException | RuntimeException e) {
                results.put(file.path(), new Result(Map.of(), String.valueOf(e.getMessage())));
            }
        }
    }

    private Result hashed(Tree.Entry file, Set<Algorithm> algorithms, ByteBuffer buffer) throws IOException {
        var digests = new EnumMap<Algorithm, MessageDigest>(Algorithm.class);
        algorithms.forEach(algorithm -> digests.put(algorithm, digest(algorithm)));
        try (var in = tree.open(file)) {
            while (in.read(buffer.clear()) >= 0) {
                buffer.flip();
                digests.values().forEach(digest -> digest.update(buffer.duplicate()));
            }
        }
        var hex = new EnumMap<Algorithm, String>(Algorithm.class);
        digests.forEach((algorithm, digest) -> hex.put(algorithm, HexFormat.of().formatHex(digest.digest())));
        return new Result(hex, "");
    }

    static MessageDigest digest(Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.standardName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
