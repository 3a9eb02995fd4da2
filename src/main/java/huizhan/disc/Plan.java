package huizhan.disc;

import huizhan.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What is to stand on one disc, in the order in which it is written: payload, then the papers that print the payload's digests, then
 * the tag files that may print the papers' digests too.
 *
 * @param label      volume name, 1 to 16 of {@code A-Z 0-9 _}: the only letters that every system shows alike
 * @param identifier {@code External-Identifier} of the bag (RFC 8493 section 2.2.2)
 * @param group      which of how many discs this is; empty for a single one
 * @param payload    files below {@code data/}
 * @param papers     makes more files below {@code data/} once the payload's digests are known
 * @param tagFiles   makes files beside {@code data/} ({@code index.html}, ...) once all payload digests are known
 * @param info       more elements for {@code bag-info.txt}
 */
public record Plan(String label, String identifier, Optional<Group> group, List<Item> payload, Later papers, Later tagFiles, List<Info> info) {

    public Plan {
        payload = List.copyOf(payload);
        info = List.copyOf(info);
    }

    /** {@code Bag-Group-Identifier} and {@code Bag-Count} (RFC 8493 section 2.2.2), the number counted from 1. */
    public record Group(String identifier, int number, int count) {
        public Group {
            if (number < 1 || number > count) {
                throw new IllegalArgumentException("disc " + number + " of " + count);
            }
        }
    }

    /** One element of {@code bag-info.txt}. */
    public record Info(String label, String value) {}

    /** A file that has been written, with its SHA-256. The path starts at the root of the disc ({@code data/01/pictures/1.jpg}). */
    public record Written(String path, long size, Sha256 digest) {}

    /** Makes files out of the digests of those that were written before; called once, while the image is open. */
    public interface Later {
        List<Item> make(List<Written> before) throws IOException;

        static Later nothing() {
            return before -> List.of();
        }
    }

    /** Where a file's bytes come from; opened once. */
    public interface Source {
        ReadableByteChannel open() throws IOException;
    }

    /** A file of the disc: its path from the root, separated by {@code /}, its size in bytes, its source. */
    public record Item(String path, long size, Source source) {

        public static Item ofFile(String path, Path file) throws IOException {
            return new Item(path, Files.size(file), () -> FileChannel.open(file, StandardOpenOption.READ));
        }

        public static Item ofBytes(String path, byte[] bytes) {
            return new Item(path, bytes.length, () -> Channels.newChannel(new ByteArrayInputStream(bytes)));
        }
    }

    /** The least room that this plan takes on a disc, in bytes: payload in whole sectors and the frame; papers and tag files come on top. */
    public long leastBytes() {
        long sectors = IsoLayout.FIRST_FILE + IsoLayout.RUN_OUT;
        for (var item : payload) {
            sectors += IsoLayout.sectors(item.size()) + 1;
        }
        return sectors * IsoLayout.SECTOR;
    }
}
