package huizhan.folder;

import huizhan.kernel.Sha256;
import huizhan.material.Achievement;
import huizhan.material.Material;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gives ids to a folder that was made by hand. They are drawn from the content that names a thing (call, department, unit, name), so that
 * the same folder read twice is the same nomination, and its papers carry the digests that its disc has.
 */
public final class Identified {
    private Identified() {}

    /** The same with an id for the nomination and for each achievement. */
    public static Material of(Material material) {
        var taken = new HashSet<UUID>();
        material.achievements().forEach(each -> each.id().ifPresent(taken::add));
        var achievements = new ArrayList<Achievement>();
        for (var each : material.achievements()) {
            var seed = String.join("\n", material.call(), each.values().text("board.unit"), each.name(),
                    each.stub() || each.name().isBlank() ? material.department().text("name") + each.rank().map(String::valueOf).orElse("") : "");
            achievements.add(each.id().isPresent() ? each : with(each, free(seed, taken)));
        }
        var id = material.id().orElseGet(() -> uuid(material.call() + "\nnomination\n" + material.department().text("name")
                + (material.part() && !achievements.isEmpty() ? "\n" + achievements.get(0).id() : "")));
        return new Material(material.call(), material.shape(), Optional.of(id), material.revision(), material.exceptions(), material.department(),
                material.overview(), achievements, material.files(), material.formFiles(), material.readings(), material.unread());
    }

    private static UUID free(String seed, Set<UUID> taken) {
        var id = uuid(seed);
        for (int i = 2; !taken.add(id); i++) {
            id = uuid(seed + "\n" + i);
        }
        return id;
    }

    /** The layout of version 4, its 122 free bits from SHA-256. */
    private static UUID uuid(String seed) {
        var hex = Sha256.of("huizhan\n" + seed).hex();
        long high = Long.parseUnsignedLong(hex.substring(0, 16), 16) & ~0xF000L | 0x4000L;
        long low = Long.parseUnsignedLong(hex.substring(16, 32), 16) & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static Achievement with(Achievement told, UUID id) {
        return new Achievement(Optional.of(id), told.revision(), told.folder(), told.rank(), told.disclosure(), told.values(), told.statementFile(),
                told.prose(), told.figures(), told.attachments(), told.pictures(), told.video(), told.objects());
    }
}
