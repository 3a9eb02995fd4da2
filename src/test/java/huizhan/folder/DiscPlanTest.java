package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.disc.Capacity;
import huizhan.disc.DiscVerifier;
import huizhan.disc.Tree;
import huizhan.documents.Papers;
import huizhan.folder.DiscPlan.TooLarge;
import huizhan.folder.DiscPlan.Volumes;
import huizhan.folder.DiscPlan.Wish;
import huizhan.folder.FolderReader.Look;
import huizhan.media.PictureStudio;
import huizhan.media.PictureStudio.Scene;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscPlanTest {
    private static final LocalDate DAY = LocalDate.of(2015, 7, 10);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2015-07-10T01:00:00Z"), ZoneOffset.UTC);
    private static final String JSON = """
            {"format": "huizhan-nomination/1", "call": "2015-cooperation", "part": false, "department": {"name": "示例省科学技术厅", "contact": "方知远", "telephone": "0899-5550101"},
             "achievements": [{"rank": 1, "disclosure": "public", "name": "=甲项目", "kind": "project", "pictures": [{"file": "01/图片/现场 一.TIF", "caption": "甲"}, {"file": "01/图片/b.jpeg", "originalName": "二.jpeg", "caption": "乙"}]},
             {"rank": 2, "disclosure": "public", "name": "乙项目", "kind": "project", "pictures": [{"file": "02/pictures/c.png", "caption": "丙"}]},
             {"id": "f0a7d2b6-1c58-4d93-a4e7-90b3c6d5e804", "rank": 3, "disclosure": "non-public"}]}
            """;

    @TempDir
    Path folder;
    @TempDir
    Path out;

    @BeforeEach void material() throws Exception {
        Samples.file(folder, "nomination.json", JSON);
        var image = PictureStudio.paint(Scene.CRYSTAL, 1, 600, 400);
        var tiff = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "tiff", tiff);
        Samples.file(folder, "01/图片/现场 一.TIF", tiff.toByteArray());
        Samples.file(folder, "01/图片/b.jpeg", PictureStudio.jpeg(image, 0.9f));
        var png = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", png);
        Samples.file(folder, "02/pictures/c.png", png.toByteArray());
    }

    @Test void files_get_plain_names_by_their_place_and_keep_the_names_they_came_with() throws Exception {
        var read = FolderReader.read(folder, Samples.CALL, Look.HEADS);
        var named = DiscNames.of(Identified.of(read.material()));
        assertThat(named.names().values()).containsExactly("01/pictures/1.tif", "01/pictures/2.jpg", "02/pictures/1.png");
        assertThat(named.material().achievements().get(0).pictures()).extracting(each -> each.originalName()).containsExactly("现场 一.TIF", "二.jpeg");
        assertThat(named.material().achievements().get(2).stub()).isTrue();
    }

    @Test void a_written_disc_verifies_and_read_again_is_the_same_nomination() throws Exception {
        var result = write(Capacity.CD, false);
        assertThat(result.defects()).isEmpty();
        var image = result.images().get(0);
        assertThat(DiscVerifier.verify(image.path(), DiscVerifier.Against.content()).defects()).isEmpty();
        var inside = unpacked(image.path());
        var again = FolderReader.read(inside, Samples.CALL, Look.DIGESTS).material();
        var before = Identified.of(FolderReader.read(folder, Samples.CALL, Look.DIGESTS).material());
        assertThat(huizhan.material.Digests.nomination(again, Samples.CALL)).isEqualTo(huizhan.material.Digests.nomination(before, Samples.CALL));
        assertThat(again.readings()).isEmpty();
        assertThat(inside.resolve("data/papers/01/board-form.pdf")).isNotEmptyFile();
        assertThat(inside.resolve("data/papers/03")).doesNotExist();
        assertThat(inside.resolve("viewer/copies/01-pictures-1.jpg")).isNotEmptyFile();
        assertThat(inside.resolve("index.html")).content().contains("viewer/copies/01-pictures-1.jpg", "data/01/pictures/2.jpg", "乙项目");
        assertThat(inside.resolve("titles.csv")).content().contains("\"data/01/pictures/1.tif\",\"现场 一.TIF\",\"'=甲项目\"");
    }

    @Test void what_does_not_fit_on_one_disc_goes_on_several_each_a_whole_bag() throws Exception {
        for (var name : List.of("01/图片/b.jpeg", "02/pictures/c.png")) {
            try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
                file.setLength(6_000_000);
            }
        }
        var result = write(new Capacity("13000000", 13_000_000), true);
        assertThat(result.defects()).isEmpty();
        assertThat(result.images()).extracting(each -> each.number()).containsExactly(1, 2);
        for (var image : result.images()) {
            assertThat(image.bytes()).isLessThanOrEqualTo(13_000_000);
            assertThat(DiscVerifier.verify(image.path(), DiscVerifier.Against.content()).defects()).isEmpty();
            var inside = unpacked(image.path());
            assertThat(inside.resolve("bag-info.txt")).content().contains("Bag-Count: " + image.number() + " of 2", "Bag-Group-Identifier: ", "Huizhan-Department: 53", "Huizhan-Draft: yes");
            assertThat(inside.resolve("data/papers/disc-label.pdf")).isNotEmptyFile();
        }
        assertThat(unpacked(result.images().get(0).path()).resolve("data/papers/summary.pdf")).isNotEmptyFile();
        assertThat(unpacked(result.images().get(1).path()).resolve("data/papers/summary.pdf")).doesNotExist();
    }

    @Test void a_refused_second_volume_leaves_the_earlier_set_as_it_was() throws Exception {
        var two = twoVolumes();
        var before = content(DiscImages.write(two, out, HALF, CLOCK));
        try (var file = new RandomAccessFile(folder.resolve("02/pictures/c.png").toFile(), "rw")) {
            file.setLength(5_000_000);
        }
        var result = DiscImages.write(two, out, HALF, CLOCK);
        assertThat(result.images()).isEmpty();
        assertThat(result.defects()).isNotEmpty();
        assertThat(content(out)).isEqualTo(before);
    }

    @Test void where_one_image_cannot_take_its_place_the_earlier_ones_come_back_and_no_half_set_stays() throws Exception {
        var two = twoVolumes();
        var images = DiscImages.write(two, out, HALF, CLOCK).images();
        java.nio.file.Files.writeString(images.get(0).path(), "earlier");
        java.nio.file.Files.delete(images.get(1).path());
        java.nio.file.Files.createDirectory(images.get(1).path());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> DiscImages.write(two, out, HALF, CLOCK)).isInstanceOf(IOException.class);
        assertThat(images.get(0).path()).hasContent("earlier");
        assertThat(names(out)).containsExactlyInAnyOrderElementsOf(images.stream().map(each -> each.path().getFileName().toString()).toList());
    }

    private static final Capacity HALF = new Capacity("13000000", 13_000_000);

    private Volumes twoVolumes() throws Exception {
        for (var name : List.of("01/图片/b.jpeg", "02/pictures/c.png")) {
            try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
                file.setLength(6_000_000);
            }
        }
        return (Volumes) plan(HALF, true);
    }

    private static java.util.Map<String, huizhan.kernel.Sha256> content(DiscImages.Result written) throws IOException {
        assertThat(written.images()).hasSize(2);
        return content(written.images().get(0).path().getParent());
    }

    private static java.util.Map<String, huizhan.kernel.Sha256> content(Path folder) throws IOException {
        var content = new java.util.TreeMap<String, huizhan.kernel.Sha256>();
        for (var name : names(folder)) {
            content.put(name, huizhan.kernel.Sha256.of(java.util.HexFormat.of().formatHex(java.nio.file.Files.readAllBytes(folder.resolve(name)))));
        }
        return content;
    }

    private static List<String> names(Path folder) throws IOException {
        try (var list = java.nio.file.Files.list(folder)) {
            return list.map(each -> each.getFileName().toString()).toList();
        }
    }

    @Test void a_file_larger_than_the_disc_is_refused_with_the_size_that_takes_it() throws Exception {
        try (var file = new RandomAccessFile(folder.resolve("02/pictures/c.png").toFile(), "rw")) {
            file.setLength(800_000_000);
        }
        var outcome = plan(Capacity.CD, false);
        assertThat(outcome).isInstanceOfSatisfying(TooLarge.class, large -> {
            assertThat(large.path()).isEqualTo("02/pictures/c.png");
            assertThat(large.size()).isEqualTo(800_000_000);
            assertThat(large.fitting()).contains(Capacity.DVD);
        });
        assertThat(plan(Capacity.DVD, false)).isInstanceOf(Volumes.class);
    }

    private DiscPlan.Outcome plan(Capacity capacity, boolean draft) throws Exception {
        var read = FolderReader.read(folder, Samples.CALL, Look.HEADS);
        return DiscPlan.of(read.material(), Samples.CALL, source(read), new Wish(capacity, draft, DAY, "53"), Papers.bundled());
    }

    private DiscImages.Result write(Capacity capacity, boolean draft) throws Exception {
        return DiscImages.write((Volumes) plan(capacity, draft), out, capacity, CLOCK);
    }

    private static FileSource source(Folder read) {
        return new FileSource() {
            @Override public ReadableByteChannel open(String path) throws IOException {
                return FileChannel.open(read.sources().get(path));
            }
        };
    }

    /** Through our own reader of images, which the disc module's tests hold against others. */
    private Path unpacked(Path image) throws Exception {
        var target = out.resolve(image.getFileName() + ".d");
        try (var tree = Tree.open(image)) {
            for (var file : tree.files()) {
                try (var in = tree.open(file)) {
                    Samples.file(target, file.path(), Channels.newInputStream(in).readAllBytes());
                }
            }
        }
        return target;
    }
}
