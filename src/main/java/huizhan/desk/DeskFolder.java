package huizhan.desk;

import huizhan.kit.KitReader;
import huizhan.kit.KitReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** Where a desk keeps its call kit: {@code kit/kit.zip} as it came, and beside it the call's own folder, from which the next start reads the call. */
public final class DeskFolder {
    private static final String FILE = "kit.zip";
    private final Path kit;

    private DeskFolder(Path data) {
        this.kit = data.toAbsolutePath().normalize().resolve("kit");
    }

    public static DeskFolder in(Path data) {
        return new DeskFolder(data);
    }

    /** The setting {@code huizhan.call} of a desk that has its kit. */
    public Optional<String> call() {
        return reading().flatMap(KitReading::kit).map(known -> kit.resolve("calls").resolve(known.call()).toString());
    }

    /** The kit in place, which held when it was put there; empty before the first one, and where the file was spoilt since. */
    public Optional<KitReading> reading() {
        return bytes().map(bytes -> KitReader.read(bytes, Optional.empty())).filter(KitReading::holds);
    }

    Optional<byte[]> bytes() {
        try {
            return Files.isRegularFile(kit.resolve(FILE)) ? Optional.of(Files.readAllBytes(kit.resolve(FILE))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a kit that holds in place of the one before it; a stop in the middle leaves one of the two. */
    void put(KitReading read, byte[] bytes) {
        var fresh = kit.resolveSibling("kit.new");
        var old = kit.resolveSibling("kit.old");
        try {
            clear(fresh);
            clear(old);
            var calls = fresh.resolve("calls").resolve(read.kit().orElseThrow().call());
            for (var each : read.call().entrySet()) {
                Files.createDirectories(calls.resolve(each.getKey()).getParent());
                Files.write(calls.resolve(each.getKey()), each.getValue());
            }
            Files.write(fresh.resolve(FILE), bytes);
            if (Files.exists(kit)) Files.move(kit, old);
            Files.move(fresh, kit);
            clear(old);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
