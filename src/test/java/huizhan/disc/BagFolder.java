package huizhan.disc;

import huizhan.kernel.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A right bag on disk that a test makes wrong in one way; {@link #resealed()} brings the tag manifest up to date with the wrong. */
final class BagFolder {
    final Path path;

    BagFolder(Path folder) throws IOException {
        path = Discs.aFolder(folder);
    }

    BagFolder edit(String file, UnaryOperator<String> change) throws IOException {
        var target = path.resolve(file);
        Files.writeString(target, change.apply(Files.readString(target)));
        return this;
    }

    BagFolder put(String file, String text) throws IOException {
        Files.createDirectories(path.resolve(file).getParent());
        Files.writeString(path.resolve(file), text);
        return this;
    }

    BagFolder delete(String file) throws IOException {
        Files.delete(path.resolve(file));
        return this;
    }

    /** Adds a payload file with its line in the manifest and in Payload-Oxum. */
    BagFolder add(String file, String text) throws IOException {
        put(file, text);
        list(file, text);
        return edit("bag-info.txt", info -> info.replaceFirst("Payload-Oxum: .*", "Payload-Oxum: " + oxum()));
    }

    BagFolder list(String file, String text) throws IOException {
        return edit("manifest-sha256.txt", manifest -> manifest + Sha256.of(text) + "  " + file + "\n");
    }

    private String oxum() {
        try (var tree = Tree.open(path)) {
            var payload = tree.files().stream().filter(file -> file.path().startsWith("data/")).toList();
            return payload.stream().mapToLong(Tree.Entry::size).sum() + "." + payload.size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    BagFolder resealed() throws IOException {
        var text = new StringBuilder();
        try (var tree = Tree.open(path)) {
            for (var file : tree.files()) {
                if (!file.path().startsWith("data/") && !Manifest.isTagManifest(file.path())) {
                    text.append(Sha256.of(Files.readAllBytes(path.resolve(file.path())))).append("  ").append(file.path()).append('\n');
                }
            }
        }
        Files.write(path.resolve("tagmanifest-sha256.txt"), text.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
