package huizhan.desk;

import huizhan.database.DataFolder;
import huizhan.database.StartRefusal;
import huizhan.kernel.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Empties a desk's folder: database with its log, files, previews, uploads, discs, kit, logs, secret. Only what the program itself puts there, lest a
 * folder that was named by mistake lose anything else. How thoroughly a disk forgets is the disk's affair (docs/operate.md).
 */
public final class DeskWipe {
    private static final Set<String> OURS = Set.of("huizhan.db", "huizhan.db-wal", "huizhan.db-shm", "huizhan.db-journal", "secret.key", "clock", "clock.new", "zone", "door", "lock", "logs",
        "kit", "kits", "kit.new", "kit.old", "turning", "discs", "sealed", "uploads", "blobs", "incoming", "derived", "tools", "tomcat");

    private DeskWipe() {}

    /**
     * Removes all of it.
     *
     * @return what else lies there, and stays
     * @throws StartRefusal if it is no desk's folder, or a program runs over it
     */
    public static List<String> wipe(Path data) {
        if (!DataFolder.zone(data).equals(Optional.of(Zone.DESK))) {
            throw new StartRefusal("“" + data + "”不是本机工作台的数据文件夹，没有清除任何东西。", data + " is no desk's data folder; nothing was removed.");
        }
        // taking the lock fails where a desk still runs over it
        DataFolder.locked(data).close();
        try (var inside = Files.list(data)) {
            // the mark of the zone goes last, so that a stop in the middle can be taken up again
            var ours = inside.filter(each -> isOurs(each.getFileName().toString())).sorted(Comparator.comparing(each -> each.getFileName().toString().equals("zone"))).toList();
            for (var each : ours) remove(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return left(data);
    }

    private static boolean isOurs(String name) {
        return OURS.contains(name) || name.startsWith("secret") && name.endsWith(".new");
    }

    private static void remove(Path path) throws IOException {
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    private static List<String> left(Path data) {
        try (var inside = Files.list(data)) {
            return inside.map(each -> each.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
