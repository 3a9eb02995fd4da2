package huizhan.media;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Programs of others that do some work better or at all: vipsthumbnail for previews, ffmpeg and ffprobe for films, nice so that they give
 * way to the pages. Each may be missing; pictures then go through ImageIO, and films keep their header verdict.
 */
public record Tools(Optional<Path> vipsthumbnail, Optional<Path> ffmpeg, Optional<Path> ffprobe, Optional<Path> nice) {

    public static Tools none() {
        return new Tools(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the search path of this process holds. */
    public static Tools onPath() {
        return new Tools(find("vipsthumbnail"), find("ffmpeg"), find("ffprobe"), find("nice"));
    }

    /**
     * What the search path holds, and where it has no ffmpeg the one that comes with the program, unpacked once.
     *
     * @param cache a folder that belongs to this program; 64 MB are unpacked there at first use
     */
    public static Tools withBundled(Path cache) throws IOException {
        var found = onPath();
        if (found.ffmpeg().isPresent() && found.ffprobe().isPresent()) {
            return found;
        }
        var folder = BundledFfmpeg.unpack(cache);
        return folder.isEmpty() ? found : new Tools(found.vipsthumbnail(), Optional.of(folder.get().resolve("ffmpeg")),
                Optional.of(folder.get().resolve("ffprobe")), found.nice());
    }

    private static Optional<Path> find(String program) {
        for (var folder : Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                var path = Path.of(folder, program);
                if (path.isAbsolute() && Files.isExecutable(path) && Files.isRegularFile(path)) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }
}
