package huizhan.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a folder with everything in it. */
final class Copy {
    private Copy() {}

    static void folder(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var place = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(place);
                else Files.copy(file, place);
            }
        }
    }
}
