package huizhan.media;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;

/** ffmpeg and ffprobe out of the Bytedeco jar on the class path. They find their libraries beside themselves. */
final class BundledFfmpeg {

    private BundledFfmpeg() {}

    /** The folder with both programs; empty where no jar for this machine is on the class path. */
    static Optional<Path> unpack(Path cache) throws IOException {
        var inside = "org/bytedeco/ffmpeg/" + platform() + "/";
        var program = BundledFfmpeg.class.getClassLoader().getResource(inside + "ffmpeg");
        if (program == null || !(program.openConnection() instanceof JarURLConnection jar)) {
            return Optional.empty();
        }
        var name = Path.of(jar.getJarFileURL().getPath()).getFileName();
        var folder = cache.resolve(String.valueOf(name).replace(".jar", ""));
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(cache);
            unpack(jar.getJarFile(), inside, cache, folder);
        }
        return Optional.of(folder);
    }

    private static String platform() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux") ? "linux" : "other";
        return system + "-" + System.getProperty("os.arch", "").replace("amd64", "x86_64");
    }

    /** Beside the folder first, then into place under its name at once: another process may be doing the same. */
    private static void unpack(JarFile jar, String inside, Path cache, Path folder) throws IOException {
        var draft = Files.createTempDirectory(cache, "unpacking");
        try {
            for (var entry : (Iterable<java.util.jar.JarEntry>) jar.stream()::iterator) {
                var name = entry.getName().startsWith(inside) ? entry.getName().substring(inside.length()) : "";
                if (name.matches("[\\w.+-]+") && !name.startsWith("libjni")) {
                    unpack(jar, entry, draft.resolve(name));
                }
            }
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            remove(draft);
        } catch (IOException e) {
            remove(draft);
            throw e;
        }
    }

    private static void unpack(JarFile jar, java.util.jar.JarEntry entry, Path to) throws IOException {
        try (var in = jar.getInputStream(entry)) {
            Files.copy(in, to);
        }
        if (!to.getFileName().toString().contains(".so") && !to.toFile().setExecutable(true)) {
            throw new IOException("can't make " + to.getFileName() + " executable; is the data folder mounted noexec?");
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
