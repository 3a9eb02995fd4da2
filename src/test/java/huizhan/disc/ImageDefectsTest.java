package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and hostile images: each is refused with the reason, quickly, and none is followed outside its own bytes. */
class ImageDefectsTest {
    private static final String JPEG = "data/01/pictures/1.jpg";

    @TempDir
    Path folder;
    private Path image;

    @BeforeEach void write() throws IOException {
        image = Discs.anImage(folder);
    }

    private List<String> codes() throws IOException {
        return Discs.codes(image, Profile.HUIZHAN);
    }

    private IsoNode node(int tree, String path) throws IOException {
        try (var file = new ImageFile(ImageBytes.of(image))) {
            var contents = IsoReader.read(file, Volume.of(file, new Findings()).get(tree), new Findings());
            var all = new ArrayList<>(contents.files());
            all.addAll(contents.directories());
            return all.stream().filter(node -> node.path.equalsIgnoreCase(path)).findFirst().orElseThrow();
        }
    }

    private void patch(long offset, byte... bytes) throws IOException {
        try (var out = new RandomAccessFile(image.toFile(), "rw")) {
            out.seek(offset);
            out.write(bytes);
        }
    }

    private static byte[] both(long value) {
        return ByteBuffer.allocate(8).putInt(Integer.reverseBytes((int) value)).putInt((int) value).array();
    }

    private void move(String path, long sector) throws IOException {
        for (int tree = 0; tree < 2; tree++) {
            patch(node(tree, path).record + 2, both(sector));
        }
    }

    @Test void an_image_that_is_cut_off() throws IOException {
        long size = Files.size(image);
        try (var out = new RandomAccessFile(image.toFile(), "rw")) {
            out.setLength(size - 1);
        }
        assertThat(codes()).containsExactly("image.short");
        try (var out = new RandomAccessFile(image.toFile(), "rw")) {
            out.setLength(size / 2);
        }
        assertThat(codes()).contains("image.short", "image.extent");
    }

    @Test void bytes_after_the_image_unless_they_are_zero() throws IOException {
        Files.write(image, new byte[4096], StandardOpenOption.APPEND);
        assertThat(codes()).isEmpty();
        Files.write(image, new byte[] {1}, StandardOpenOption.APPEND);
        assertThat(codes()).containsExactly("image.trailing");
    }

    @Test void a_descriptor_without_its_mark_and_a_missing_terminator() throws IOException {
        patch(16 * 2048 + 1, (byte) 'X');
        assertThat(codes()).contains("image.descriptor");
        write();
        patch(18 * 2048, (byte) 3);
        assertThat(codes()).contains("image.descriptor");
    }

    @Test void a_file_that_is_no_image_is_unreadable_input() throws IOException {
        var text = Files.writeString(folder.resolve("letter.txt"), "Dear all,");
        assertThatThrownBy(() -> DiscVerifier.verify(text, Profile.BAGIT)).isInstanceOf(Tree.Unreadable.class);
        var zeros = Files.write(folder.resolve("zeros.iso"), new byte[100_000]);
        assertThatThrownBy(() -> DiscVerifier.verify(zeros, Profile.BAGIT)).isInstanceOf(Tree.Unreadable.class);
        assertThatThrownBy(() -> DiscVerifier.verify(folder.resolve("nowhere"), Profile.BAGIT)).isInstanceOf(Tree.Unreadable.class);
    }

    @Test void two_spellings_of_a_number_that_disagree() throws IOException {
        patch(node(1, JPEG).record + 14, (byte) 1);
        assertThat(codes()).containsExactly("image.endian", "image.frame");
    }

    @Test void a_record_whose_length_is_wrong() throws IOException {
        patch(node(1, JPEG).record, (byte) 20);
        assertThat(codes()).contains("image.record", "image.trees", "file.missing");
    }

    @Test void an_interleaved_file() throws IOException {
        patch(node(1, JPEG).record + 26, (byte) 2);
        assertThat(codes()).contains("image.record");
    }

    @Test void a_file_beyond_the_end() throws IOException {
        move(JPEG, 4_000_000);
        assertThat(DiscVerifier.verify(image, Profile.HUIZHAN)).extracting(Defect::code).contains("image.extent", "file.missing");
    }

    @Test void a_file_of_four_gigabytes_in_a_small_image() throws IOException {
        for (int tree = 0; tree < 2; tree++) {
            patch(node(tree, JPEG).record + 10, both(0xFFFF_FFFFL));
        }
        assertThat(codes()).contains("image.extent", "file.missing");
    }

    @Test void files_that_share_sectors() throws IOException {
        move(JPEG, node(1, "data/overview.mp4").extent().sector() + 3);
        assertThat(DiscVerifier.verify(image, Profile.HUIZHAN)).anyMatch(defect -> defect.code().equals("image.overlap") && defect.place().contains("1.jpg"));
    }

    @Test void a_file_that_lies_on_a_directory() throws IOException {
        move(JPEG, node(1, "data").extent().sector());
        assertThat(codes()).contains("image.overlap");
    }

    @Test void a_directory_that_leads_back_to_the_root() throws IOException {
        patch(node(1, "data/01").record + 2, both(node(1, "").extent().sector()));
        assertThat(codes()).contains("image.loop", "image.path-table", "image.trees");
    }

    @Test void a_directory_outside_the_image() throws IOException {
        patch(node(1, "data/01").record + 2, both(0xFFFF_FFF0L));
        assertThat(codes()).contains("image.extent", "file.missing");
    }

    @Test void a_directory_that_claims_to_be_huge() throws IOException {
        patch(node(1, "data/01").record + 10, both(0xFFFF_F800L));
        assertThat(codes()).contains("image.extent");
    }

    @Test void a_path_table_that_names_another_sector() throws IOException {
        try (var file = new ImageFile(ImageBytes.of(image))) {
            var volume = Volume.of(file, new Findings()).get(1);
            patch(volume.bigTables().get(0) * 2048 + 4, (byte) 9);
        }
        assertThat(codes()).contains("image.path-table", "image.frame");
    }

    @Test void trees_that_name_different_places() throws IOException {
        patch(node(0, JPEG).record + 2, both(node(0, "data/overview.mp4").extent().sector()));
        assertThat(codes()).contains("image.trees", "image.frame").doesNotContain("file.digest");
    }

    @Test void padding_that_is_not_zero() throws IOException {
        patch(5, (byte) 1);
        assertThat(codes()).containsExactly("image.padding");
        patch(5, (byte) 0);
        var extent = node(1, JPEG).extent();
        patch(extent.end(), (byte) 1);
        assertThat(codes()).containsExactly("image.padding");
    }

    @Test void names_that_would_leave_the_folder() throws IOException {
        for (var name : List.of("../x.", "a\\b..", "\0.jpg", "..\u0001..")) {
            write();
            patch(node(1, JPEG).record + 33, name.getBytes(StandardCharsets.UTF_16BE));
            assertThat(codes()).as(name).contains("name.unsafe", "file.missing");
        }
    }

    @Test void two_files_of_one_name() throws IOException {
        patch(node(1, JPEG).record + 33, "2.jpg".getBytes(StandardCharsets.UTF_16BE));
        assertThat(codes()).contains("image.record");
    }

    /** An image with these files, past the checks that a plan of ours would have to pass. */
    private void hostile(List<IsoLayout.Slot> slots) throws IOException {
        Files.deleteIfExists(image);
        try (var out = new ImageOutput(Sink.file(image))) {
            out.finish(new IsoLayout("HOSTILE", Discs.CLOCK.instant(), slots));
        }
    }

    @Test void more_than_thirty_two_levels() throws IOException {
        hostile(List.of(new IsoLayout.Slot("d/".repeat(40) + "x.txt", 0)));
        assertThat(codes()).contains("limit");
    }

    @Test void more_than_a_hundred_thousand_files_are_refused_within_seconds() throws IOException {
        var slots = new ArrayList<IsoLayout.Slot>();
        for (int i = 0; i <= 100_000; i++) {
            slots.add(new IsoLayout.Slot("data/" + i / 1000 + "/" + i, 0));
        }
        hostile(slots);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), this::codes)).contains("limit");
    }

    @Test void a_hundred_names_for_one_large_file_are_refused() throws IOException {
        var slots = new ArrayList<IsoLayout.Slot>();
        slots.add(new IsoLayout.Slot("data/big", 3_000_000));
        for (int i = 0; i < 100; i++) {
            slots.add(new IsoLayout.Slot("data/copy" + i, 0));
        }
        hostile(slots);
        var big = node(1, "data/big").extent();
        for (int tree = 0; tree < 2; tree++) {
            for (int i = 0; i < 100; i++) {
                patch(node(tree, "data/copy" + i).record + 2, both(big.sector()));
                patch(node(tree, "data/copy" + i).record + 10, both(big.bytes()));
            }
        }
        assertThat(codes()).contains("limit");
    }

    @Test void four_hundred_images_with_random_bytes_in_their_frame_are_all_refused_and_none_breaks_the_reader() throws IOException {
        var random = new Random(7);
        var sound = Files.readAllBytes(image);
        long tail = node(0, "").extent().sector() * 2048 - 4 * 2048;
        for (int round = 0; round < 400; round++) {
            Files.write(image, sound);
            for (int i = 0; i < 1 + round % 20; i++) {
                long at = random.nextInt(4) == 0 ? 16 * 2048 + random.nextInt(3 * 2048) : tail + random.nextInt(28 * 2048);
                var bytes = new byte[1 + random.nextInt(8)];
                random.nextBytes(bytes);
                patch(at, bytes);
            }
            assertThat(DiscVerifier.verify(image, Profile.HUIZHAN)).as("round %d", round).anyMatch(Defect::stops);
        }
    }
}
