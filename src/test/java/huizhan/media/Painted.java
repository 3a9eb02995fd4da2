package huizhan.media;

import huizhan.kernel.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The studio's large pictures and films for the tests that only need some: each is made once and kept until the studio itself changes. */
public final class Painted {
    private static final Path FOLDER = Path.of("target", "painted", studio());

    private Painted() {}

    private interface Making {
        boolean write(Path target) throws IOException;
    }

    /** The picture that {@link PictureStudio#write} writes. */
    public static Path picture(PictureStudio.Scene scene, long seed, Path target) throws IOException {
        copied(scene.name().toLowerCase(Locale.ROOT) + "-" + seed + ".jpg", target, fresh -> {
            PictureStudio.write(scene, seed, fresh);
            return true;
        });
        return target;
    }

    /** The film that {@link FilmStudio#write} writes; false where none can be made. */
    public static boolean film(Tools tools, List<PictureStudio.Scene> scenes, long seed, int seconds, Path target) throws IOException {
        var name = scenes.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining("-")) + "-" + seed + "-" + seconds + ".mp4";
        return copied(name, target, fresh -> FilmStudio.write(tools, scenes, seed, seconds, fresh));
    }

    /** Two forks may make the same one; the last to end is kept. */
    private static boolean copied(String name, Path target, Making making) throws IOException {
        var kept = FOLDER.resolve(name);
        if (!Files.exists(kept)) {
            Files.createDirectories(FOLDER);
            var fresh = Files.createTempFile(FOLDER, "", "." + name);
            if (!making.write(fresh)) {
                return false;
            }
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(kept, target, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /** What the studio is, by its classes. */
    private static String studio() {
        var digest = Sha256.digest();
        try (var classes = Files.list(Path.of(PictureStudio.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolve("huizhan/media"))) {
            for (var each : classes.filter(file -> file.getFileName().toString().matches("(Picture|FilmStudio).*")).sorted().toList()) {
                digest.update(Files.readAllBytes(each));
            }
            return Sha256.of(digest).hex().substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
