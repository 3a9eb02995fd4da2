package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bit changed anywhere on a disc of ours is found, and the place is named: there is no byte that nothing vouches for. */
class BitFlipTest {
    private static final long SEED = 20150720;

    @TempDir
    Path folder;
    private Path image;
    private byte[] sound;

    @BeforeEach void write() throws IOException {
        image = Discs.anImage(folder);
        sound = Files.readAllBytes(image);
    }

    /** A run of the image's bytes and what the verdict must name when one of its bits is wrong. */
    private record Region(long from, long to, String names) {}

    private List<Region> files(boolean payload) throws IOException {
        var regions = new ArrayList<Region>();
        try (var file = new ImageFile(ImageBytes.of(image))) {
            var volumes = Volume.of(file, new Findings());
            for (var node : IsoReader.read(file, volumes.get(1), new Findings()).files()) {
                if (node.path.startsWith("data/") == payload && node.size() > 0) {
                    regions.add(new Region(node.extent().start(), node.extent().end(), node.path));
                }
            }
        }
        return regions;
    }

    private List<Region> directories(int tree) throws IOException {
        var regions = new ArrayList<Region>();
        try (var file = new ImageFile(ImageBytes.of(image))) {
            for (var node : IsoReader.read(file, Volume.of(file, new Findings()).get(tree), new Findings()).directories()) {
                regions.add(new Region(node.extent().start(), node.extent().start() + 400, ""));
            }
        }
        return regions;
    }

    private List<Defect> flipped(long bit) throws IOException {
        try (var out = new RandomAccessFile(image.toFile(), "rw")) {
            out.seek(bit / 8);
            out.write(sound[(int) (bit / 8)] ^ 1 << bit % 8);
            try {
                return DiscVerifier.verify(image, Profile.HUIZHAN);
            } finally {
                out.seek(bit / 8);
                out.write(sound[(int) (bit / 8)]);
            }
        }
    }

    private void flip(List<Region> regions, int times, Random random) throws IOException {
        for (int i = 0; i < times; i++) {
            var region = regions.get(random.nextInt(regions.size()));
            long bit = (region.from + (long) (random.nextDouble() * (region.to - region.from))) * 8 + random.nextInt(8);
            var defects = flipped(bit);
            assertThat(defects).as("bit %d of %s", bit, region).anyMatch(Defect::stops).noneMatch(defect -> defect.place().isBlank());
            if (!region.names.isEmpty()) {
                assertThat(defects).as("bit %d of %s", bit, region).anyMatch(defect -> defect.place().contains(region.names));
            }
        }
    }

    @Test void each_of_seventy_flips_in_the_payload_names_its_file() throws IOException {
        flip(files(true), 70, new Random(SEED));
    }

    @Test void each_of_seventy_flips_in_the_tag_files_names_a_file() throws IOException {
        var regions = files(false).stream().map(region -> new Region(region.from, region.to, region.names.startsWith("tagmanifest") ? "" : region.names)).toList();
        flip(regions, 70, new Random(SEED));
    }

    @Test void each_of_seventy_flips_in_the_directories_of_the_iso_tree_names_a_place() throws IOException {
        flip(directories(0), 70, new Random(SEED));
    }

    @Test void each_of_seventy_flips_in_the_directories_of_the_joliet_tree_names_a_place() throws IOException {
        flip(directories(1), 70, new Random(SEED));
    }

    @Test void each_of_seventy_flips_anywhere_at_all_is_found_padding_and_unused_areas_too() throws IOException {
        flip(List.of(new Region(0, sound.length, "")), 70, new Random(SEED));
    }

    @Test void every_byte_of_the_volume_descriptors_and_path_tables_counts() throws IOException {
        var random = new Random(SEED);
        for (long at = 16L * 2048; at < 19L * 2048; at += 23) {
            assertThat(flipped(at * 8 + random.nextInt(8))).as("byte %d", at).anyMatch(Defect::stops);
        }
        try (var file = new ImageFile(ImageBytes.of(image))) {
            var volume = Volume.of(file, new Findings()).get(0);
            long first = volume.littleTables().get(0) * 2048;
            for (long at = first; at < first + 4 * 2048; at += 31) {
                assertThat(flipped(at * 8 + random.nextInt(8))).as("byte %d", at).anyMatch(Defect::stops);
            }
        }
    }

    @Test void two_readings_of_one_disc_agree() throws IOException {
        Map<Long, List<Defect>> first = new LinkedHashMap<>();
        for (long bit : new long[] {16 * 2048 * 8L, 300_000 * 8L + 3, sound.length * 8L - 1}) {
            first.put(bit, flipped(bit));
            assertThat(flipped(bit)).isEqualTo(first.get(bit));
        }
        assertThat(DiscVerifier.verify(image, Profile.HUIZHAN)).isEmpty();
    }
}
