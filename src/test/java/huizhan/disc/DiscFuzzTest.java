package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import huizhan.keys.KeyFault;
import huizhan.keys.PublicKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/**
 * What strangers put on a disc never breaks the reader. In the whole run these are tried on an empty input and on those kept; with
 * {@code ./huizhan fuzz METHOD} Jazzer looks for new ones, for ten minutes.
 */
class DiscFuzzTest {
    private static final byte[] SOUND = sound();

    private static byte[] sound() {
        try {
            var folder = Files.createTempDirectory("fuzz");
            var plan = Discs.aPlan(List.of(Discs.text("data/nomination.json", "{}"), Discs.noise("data/01/pictures/1.jpg", 3_000), Discs.noise("data/01/pictures/2.jpg", 10)));
            var image = Discs.write(plan, folder.resolve("d.iso")).path();
            var bytes = Files.readAllBytes(image);
            Files.delete(image);
            Files.delete(folder);
            return bytes;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** An image in memory. */
    private record Memory(byte[] bytes) implements ImageBytes {
        @Override public long size() {
            return bytes.length;
        }

        @Override public int read(ByteBuffer target, long offset) {
            if (offset >= bytes.length) {
                return -1;
            }
            int length = (int) Math.min(target.remaining(), bytes.length - offset);
            target.put(bytes, (int) offset, length);
            return length;
        }

        @Override public ImageBytes again() {
            return this;
        }

        @Override public void close() {
            // nothing is held
        }
    }

    private static List<Defect> verdict(byte[] image) throws IOException {
        try (var tree = ImageTree.read("fuzz.iso", false, new Memory(image))) {
            var defects = new java.util.ArrayList<>(tree.defects());
            SealedDisc.in(SubTree.bagIn(tree)).ifPresent(sealed -> defects.addAll(sealed.defects()));
            defects.addAll(BagCheck.defects(SubTree.bagIn(tree), Profile.HUIZHAN, List.of()));
            return defects;
        }
    }

    @FuzzTest(maxDuration = "10m") void a_disc_with_any_bytes_changed_is_refused(FuzzedDataProvider data) throws IOException {
        var image = SOUND.clone();
        for (int i = 0; i < 24 && data.remainingBytes() > 4; i++) {
            boolean head = data.consumeBoolean();
            int at = head ? 16 * 2048 + data.consumeInt(0, 3 * 2048 - 1) : data.consumeInt(19 * 2048, image.length - 1);
            var patch = data.consumeBytes(Math.min(image.length - at, data.consumeInt(1, 40)));
            System.arraycopy(patch, 0, image, at, patch.length);
        }
        boolean cut = data.consumeBoolean();
        int length = cut ? data.consumeInt(0, image.length) : image.length;
        var changed = Arrays.copyOf(image, length);
        try {
            var defects = verdict(changed);
            assertThat(defects.stream().anyMatch(Defect::stops)).as("refused").isEqualTo(!Arrays.equals(changed, SOUND));
        } catch (Tree.Unreadable e) {
            assertThat(changed).isNotEqualTo(SOUND);
        }
    }

    @FuzzTest(maxDuration = "10m") void tag_files_of_any_bytes_are_read_or_refused(byte[] bytes) {
        for (var profile : Profile.values()) {
            var declaration = Declaration.read(bytes, profile);
            for (var name : List.of("manifest-sha256.txt", "tagmanifest-md5.txt", "manifest-none.txt")) {
                var manifest = Manifest.read(name, bytes, declaration, profile);
                FetchList.defects(bytes, declaration, List.of(manifest));
            }
            BagInfo.defects(bytes, declaration, profile, "5.1");
        }
        SealedHead.read(bytes);
        try {
            PublicKeys.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (KeyFault e) {
            assertThat(e.reason().zh()).isNotEmpty();
        }
    }
}
