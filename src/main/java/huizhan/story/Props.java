package huizhan.story;

import huizhan.kernel.Actor;
import huizhan.media.FilmStudio;
import huizhan.media.MediaFiles;
import huizhan.media.PictureStudio;
import huizhan.media.StoredFile;
import huizhan.media.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pictures and films of the story: painted for it, each a little different, large enough for the rules. */
final class Props {
    private final MediaFiles media;
    private final Path workshop;
    private final Tools tools;
    private final Map<Integer, byte[]> films = new HashMap<>();
    private int painted;

    Props(MediaFiles media, Tools tools, Path workshop) {
        this.media = media;
        this.tools = tools;
        this.workshop = workshop;
    }

    /** A new picture that no other is like, under the name a camera would give it. */
    StoredFile picture(Actor by) {
        var scenes = PictureStudio.Scene.values();
        int number = painted++;
        var file = workshop.resolve("IMG_%04d.jpg".formatted(2010 + number * 7));
        return take(by, file, () -> PictureStudio.write(scenes[number % scenes.length], 40L + number, file));
    }

    /** A short film with sound that glides over three of the scenes; made once, however many show it. */
    StoredFile film(Actor by, String name, int seed) {
        var file = workshop.resolve(name);
        var all = PictureStudio.Scene.values();
        var scenes = List.of(all[seed % all.length], all[(seed + 3) % all.length], all[(seed + 5) % all.length]);
        return take(by, file, () -> {
            if (films.containsKey(seed)) {
                Files.write(file, films.get(seed));
                return;
            }
            if (!FilmStudio.write(tools, scenes, seed, 12, file)) {
                throw new IOException("no ffmpeg with an H.264 encoder is at hand to make the demo's films");
            }
            films.put(seed, Files.readAllBytes(file));
        });
    }

    /** A paper as it came out of the scanner. */
    StoredFile paper(Actor by, String name, byte[] bytes) {
        var file = workshop.resolve(name);
        return take(by, file, () -> Files.write(file, bytes));
    }

    private interface Making {
        void make() throws IOException;
    }

    private StoredFile take(Actor by, Path file, Making making) {
        try {
            Files.createDirectories(workshop);
            making.make();
            try (var bytes = Files.newInputStream(file)) {
                return media.take(by, file.getFileName().toString(), bytes);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
