package huizhan.disc;

import huizhan.kernel.Text;
import huizhan.keys.PrivateKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes the plain image out of a sealed disc: every chunk is opened, and the image appears only when all were right. */
public final class Unsealing {
    private static final int BUFFER = 1 << 20;

    /** The plain image, or why there is none. */
    public record Outcome(Optional<Path> image, List<Defect> defects) {}

    private Unsealing() {}

    /**
     * @param out the folder that takes {@code NAME.open.iso}; an earlier one is replaced
     * @throws Tree.Unreadable if the input is no sealed disc
     */
    public static Outcome into(Path input, PrivateKeys mine, Path out) throws IOException {
        try (var tree = Tree.open(input)) {
            var sealed = SealedDisc.in(SubTree.bagIn(tree)).orElseThrow(() -> new Tree.Unreadable(new Text("这不是封装光盘：" + input, "This is no sealed disc: " + input)));
            var name = input.toAbsolutePath().getFileName().toString().replaceFirst("(?i)\\.iso$", "");
            var opened = sealed.open(name, mine);
            if (opened.inside().isEmpty()) {
                return new Outcome(Optional.empty(), opened.defects().isEmpty() ? sealed.defects() : opened.defects());
            }
            try (var inside = opened.inside().get()) {
                return copied(inside.tree(), out.toAbsolutePath().resolve(name + ".open.iso"));
            }
        }
    }

    private static Outcome copied(ImageTree inside, Path target) throws IOException {
        var part = target.resolveSibling("." + UUID.randomUUID() + ".part");
        try (var to = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var image = inside.bytes();
            for (long at = 0; at < image.size(); at += BUFFER) {
                var bytes = image.read(at, (int) Math.min(BUFFER, image.size() - at));
                write(to, bytes.limit((int) Math.max(0, Math.min(bytes.limit(), inside.end() - at))));
            }
            to.force(true);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Outcome(Optional.of(target), List.of());
        } catch (SealedBytes.Broken e) {
            return new Outcome(Optional.empty(), List.of(DefectKind.SEALED_CHUNK.at(SealedSink.FOLDER, e.number())));
        } catch (SealedBytes.Scratched e) {
            return new Outcome(Optional.empty(), List.of(DefectKind.FILE_UNREADABLE.at(SealedSink.FOLDER, e.getMessage())));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(FileChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }
}
