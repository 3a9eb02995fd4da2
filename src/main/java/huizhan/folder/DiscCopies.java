package huizhan.folder;

import huizhan.disc.Plan;
import huizhan.material.Material;
import huizhan.media.Preview;
import huizhan.media.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** JPEG copies of the pictures that no browser shows: TIFF, and what is in printing colours. They are for looking at; the original stays. */
final class DiscCopies {
    private static final int LONGEST_SIDE = 2400;
    private static final String FOLDER = "viewer/copies/";

    private DiscCopies() {}

    /** The copies of the pictures on this disc, by the picture's path; one that can't be copied has none. */
    static Map<String, Plan.Item> of(Material material, Set<String> there, Function<String, Optional<Path>> onDisk, PaperSet.Opener opener) throws IOException {
        var copies = new LinkedHashMap<String, Plan.Item>();
        for (var file : material.files().values()) {
            if (there.contains(file.path()) && DiscSplit.copied(file)) {
                var name = FOLDER + file.path().replaceFirst("\\.[a-z0-9]+$", "").replace('/', '-') + ".jpg";
                copy(file.path(), onDisk.apply(file.path()), opener).ifPresent(bytes -> copies.put(file.path(), Plan.Item.ofBytes(name, bytes)));
            }
        }
        return copies;
    }

    private static Optional<byte[]> copy(String path, Optional<Path> onDisk, PaperSet.Opener opener) throws IOException {
        var folder = Files.createTempDirectory("huizhan-copy");
        var target = folder.resolve("copy.jpg");
        var fetched = folder.resolve("original");
        try {
            if (onDisk.isEmpty()) {
                try (var in = opener.open(path)) {
                    Files.copy(in, fetched, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            var made = Preview.write(Tools.onPath(), onDisk.orElse(fetched), target, LONGEST_SIDE);
            return made.isPresent() ? Optional.of(Files.readAllBytes(target)) : Optional.empty();
        } finally {
            Files.deleteIfExists(target);
            Files.deleteIfExists(fetched);
            Files.deleteIfExists(folder);
        }
    }
}
