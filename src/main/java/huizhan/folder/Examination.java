package huizhan.folder;

import huizhan.folder.FolderReader.Look;
import huizhan.kernel.FileNames;
import huizhan.kernel.Sha256;
import huizhan.material.FileFacts;
import huizhan.material.Material;
import huizhan.media.Examiner;
import huizhan.media.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Looks at each file as closely as asked, two at a time: a decoded picture takes much memory. */
final class Examination {
    private static final int AT_ONCE = 2;

    /** How a whole file is examined. */
    interface Whole {
        FileFacts of(Examiner examiner, Entry entry) throws IOException;
    }

    private Examination() {}

    static Map<String, FileFacts> of(Inventory inventory, Material material, Look look, Whole whole) throws FolderFault {
        var files = new LinkedHashMap<String, FileFacts>();
        inventory.all().forEach(entry -> files.put(entry.path(), new FileFacts(entry.path(), entry.size())));
        var wanted = look == Look.DIGESTS ? FolderReader.named(material) : FolderReader.media(material);
        var tasks = new ArrayList<Callable<FileFacts>>();
        if (look != Look.SIZES) {
            var entries = wanted.stream().flatMap(path -> inventory.at(path).stream()).toList();
            var examiner = new Examiner(look == Look.WHOLE ? tools(entries) : Tools.none());
            // an exception may name a file by its digest (B24)
            boolean digested = !material.exceptions().isEmpty();
            entries.forEach(entry -> tasks.add(() -> facts(entry, look, examiner, digested, whole)));
        }
        var pool = Executors.newFixedThreadPool(AT_ONCE, task -> {
            var thread = new Thread(task, "examine");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (var done : pool.invokeAll(tasks)) {
                var facts = done.get();
                files.put(facts.path(), facts);
            }
            return files;
        } catch (ExecutionException e) {
            throw unreadable(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FolderFault("检查被中断。", "the check was interrupted.");
        } finally {
            pool.shutdownNow();
        }
    }

    /** The bundled ffmpeg is unpacked only where a film waits and the machine has none of its own. */
    private static Tools tools(List<Entry> entries) {
        boolean film = entries.stream().anyMatch(entry -> Names.FILMS.contains(FileNames.extension(entry.name())));
        try {
            return film ? Tools.withBundled(Path.of(System.getProperty("user.home"), ".cache", "huizhan")) : Tools.onPath();
        } catch (IOException e) {
            return Tools.onPath();
        }
    }

    private static FileFacts facts(Entry entry, Look look, Examiner examiner, boolean digested, Whole whole) throws IOException {
        return switch (look) {
            case SIZES -> new FileFacts(entry.path(), entry.size());
            case DIGESTS -> new FileFacts(entry.path(), entry.size(), Optional.of(digest(entry)), Optional.empty(), Optional.empty());
            case HEADS -> examiner.header(entry.path(), entry.source());
            case WHOLE -> digested ? examiner.deepWithDigest(entry.path(), entry.source()) : whole.of(examiner, entry);
        };
    }

    static Sha256 digest(Entry entry) throws IOException {
        var digest = Sha256.digest();
        var block = new byte[1 << 20];
        try (var in = Files.newInputStream(entry.source())) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return Sha256.of(digest);
    }

    private static FolderFault unreadable(Throwable cause) {
        if (cause instanceof IOException e) {
            return new FolderFault("读不出文件：" + e.getMessage() + "。请检查权限或介质后重试。", "can't read a file: " + e.getMessage() + "; check its permissions or the medium.");
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        throw new UncheckedIOException(new IOException(cause));
    }
}
