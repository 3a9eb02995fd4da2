package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import huizhan.disc.DiscWriter.Image;
import huizhan.disc.DiscWriter.Refused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the writer promises: order, bag-info, and a refusal with words for everything that can't be written. */
class DiscWriterTest {
    @TempDir
    Path folder;

    private List<Defect> refusal(Plan plan, Capacity capacity) throws IOException {
        var outcome = DiscWriter.write(plan, folder.resolve("out/disc.iso"), capacity, Discs.CLOCK);
        assertThat(outcome).isInstanceOf(Refused.class);
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files).as("what is left behind").isEmpty();
        }
        return ((Refused) outcome).defects();
    }

    private List<Defect> refusal(Plan plan) throws IOException {
        Files.createDirectories(folder.resolve("out"));
        return refusal(plan, Capacity.BD);
    }

    private List<Defect> refusal(Plan.Item item) throws IOException {
        return refusal(Discs.aPlan(List.of(item)));
    }

    @Test void a_file_of_4_294_965_248_bytes_is_planned_and_one_byte_more_is_refused_before_the_first_byte() throws IOException {
        var film = folder.resolve("film.mp4");
        try (var file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(IsoLayout.LARGEST_FILE);
        }
        assertThat(new PlanCheck().plan(Discs.aPlan(List.of(Plan.Item.ofFile("data/film.mp4", film))), Capacity.DVD)).isEmpty();
        try (var file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(IsoLayout.LARGEST_FILE + 1);
        }
        var opened = new ArrayList<Path>();
        var item = new Plan.Item("data/film.mp4", Files.size(film), () -> {
            opened.add(film);
            return Files.newByteChannel(film);
        });
        var defects = refusal(item);
        assertThat(defects).extracting(Defect::code).containsExactly("plan.too-large");
        assertThat(defects.get(0).remedy().en()).isNotBlank();
        assertThat(opened).isEmpty();
    }

    @Test void the_largest_file_is_written_and_read_back_with_its_size() throws Exception {
        assumeTrue(Files.getFileStore(folder).getUsableSpace() > 12_000_000_000L, "needs 12 GB of free disk");
        var film = folder.resolve("film.mp4");
        try (var file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(IsoLayout.LARGEST_FILE);
        }
        var plan = Discs.aPlan(List.of(Discs.text("data/nomination.json", "{}"), Plan.Item.ofFile("data/film.mp4", film)));
        var image = Discs.write(plan, folder.resolve("large.iso")).path();
        try (var tree = Tree.open(image)) {
            assertThat(tree.files()).contains(new Tree.Entry("data/film.mp4", IsoLayout.LARGEST_FILE));
            assertThat(tree.defects()).isEmpty();
        }
        if (Discs.has("7z")) {
            assertThat(Discs.run("7z", "l", image.toString())).contains("4294965248");
        }
    }

    @Test void names_that_no_disc_can_carry_are_refused_each_with_its_reason() throws IOException {
        for (var path : List.of("data/../x", "data/a:b.jpg", "data/\uD842\uDFB7.jpg", "data/" + "n".repeat(65), "data/a/b/c/d/e/f/g/h.jpg", "data/con.", "data//x", "outside.txt", "data/a\u0000b")) {
            assertThat(refusal(Discs.text(path, "x"))).as(path).extracting(Defect::code).contains("plan.name");
        }
        var sixtyFour = Discs.aPlan(List.of(Discs.text("data/" + "n".repeat(64), "x")));
        assertThat(DiscWriter.write(sixtyFour, folder.resolve("sixty-four.iso"), Capacity.CD, Discs.CLOCK)).isInstanceOf(Image.class);
    }

    @Test void two_files_of_one_name_are_refused_whatever_their_case_and_whenever_they_come() throws IOException {
        assertThat(refusal(Discs.aPlan(List.of(Discs.text("data/A.jpg", "x"), Discs.text("data/a.jpg", "y"))))).extracting(Defect::code).containsExactly("plan.duplicate");
        var plan = Discs.aPlan();
        var late = new Plan(plan.label(), plan.identifier(), plan.group(), plan.payload(), plan.papers(), before -> List.of(Discs.text("BagIt.txt", "x")), plan.info());
        assertThat(refusal(late)).extracting(Defect::code).containsExactly("plan.duplicate");
    }

    @Test void a_volume_name_out_of_its_alphabet_is_refused() throws IOException {
        var plan = Discs.aPlan();
        assertThat(refusal(new Plan("合作 2015", plan.identifier(), plan.group(), plan.payload(), plan.papers(), plan.tagFiles(), plan.info())))
            .extracting(Defect::code).containsExactly("plan.name");
    }

    @Test void a_file_that_is_larger_than_the_disc_is_refused_with_the_size_that_fits() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        var plan = Discs.aPlan(List.of(new Plan.Item("data/film.mp4", 800_000_000L, () -> Channels.newChannel(InputStreams.zeros()))));
        var defects = refusal(plan, Capacity.CD);
        assertThat(defects).extracting(Defect::code).containsExactly("plan.over-capacity");
        assertThat(defects.get(0).message().en()).contains("--capacity dvd");
    }

    @Test void papers_that_do_not_fit_any_more_are_noticed_before_the_image_is_finished() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        var plan = Discs.aPlan(List.of(Discs.noise("data/a.jpg", 500_000)));
        var more = new Plan(plan.label(), plan.identifier(), plan.group(), plan.payload(), before -> List.of(Discs.noise("data/papers/p.pdf", 600_000)), plan.tagFiles(), plan.info());
        assertThat(refusal(more, new Capacity("1000000", 1_000_000))).extracting(Defect::code).containsExactly("plan.over-capacity");
    }

    @Test void a_file_that_grew_shrank_or_vanished_is_told_by_name() throws IOException {
        var bytes = Discs.noise(3_000_000, 1);
        Plan.Source source = Discs.noise("data/x", 3_000_000).source();
        for (long size : new long[] {bytes.length - 1, bytes.length + 1}) {
            var defects = refusal(new Plan.Item("data/x", size, source));
            assertThat(defects).extracting(Defect::code).containsExactly("plan.changed");
            assertThat(defects).extracting(Defect::place).containsExactly("data/x");
        }
        var gone = new Plan.Item("data/x", 5, () -> Files.newByteChannel(folder.resolve("gone")));
        assertThat(refusal(gone)).extracting(Defect::code).containsExactly("plan.source");
    }

    @Test void a_full_disk_is_told_and_leaves_nothing() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root") && Discs.has("mount"), "needs root to mount a small file system");
        var small = Files.createDirectories(folder.resolve("out"));
        assumeTrue(new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small.toString()).start().waitFor() == 0, "mounting is not allowed here");
        try {
            assertThat(refusal(Discs.aPlan(List.of(Discs.noise("data/a.jpg", 4_000_000))))).extracting(Defect::code).containsExactly("disk.full");
            var plan = Discs.aPlan(List.of(Discs.noise("data/a.jpg", 2_000_000)));
            var late = new Plan(plan.label(), plan.identifier(), plan.group(), plan.payload(), before -> List.of(Discs.noise("data/papers/p.pdf", 2_000_000)), plan.tagFiles(), plan.info());
            assertThat(refusal(late)).extracting(Defect::code).containsExactly("disk.full");
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    @Test void an_older_image_stays_when_the_new_one_is_refused() throws IOException {
        var target = Files.createDirectories(folder.resolve("out")).resolve("disc.iso");
        Discs.write(Discs.aPlan(), target);
        var before = Files.readAllBytes(target);
        var failing = new Plan.Item("data/x", 5, () -> Files.newByteChannel(folder.resolve("gone")));
        assertThat(DiscWriter.write(Discs.aPlan(List.of(failing)), target, Capacity.CD, Discs.CLOCK)).isInstanceOf(Refused.class);
        assertThat(target).hasBinaryContent(before);
    }

    @Test void bag_info_carries_agent_date_identifier_group_and_oxum() throws IOException {
        var plan = Discs.aPlan();
        var second = new Plan(plan.label(), plan.identifier(), Optional.of(new Plan.Group("urn:uuid:g", 2, 3)), plan.payload(), plan.papers(), plan.tagFiles(), plan.info());
        var image = Discs.write(second, folder.resolve("disc.iso"));
        long bytes = image.payload().stream().mapToLong(Plan.Written::size).sum();
        try (var tree = Tree.open(image.path())) {
            var file = tree.files().stream().filter(each -> each.path().equals("bag-info.txt")).findFirst().orElseThrow();
            try (var in = Channels.newInputStream(tree.open(file))) {
                assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("""
                    Bag-Software-Agent: Huizhan (disc format 1)
                    Bagging-Date: 2015-07-10
                    External-Identifier: urn:uuid:2ee6c1f5-0001-4000-8000-000000000001
                    Bag-Group-Identifier: urn:uuid:g
                    Bag-Count: 2 of 3
                    Payload-Oxum: %d.%d
                    Source-Organization: 某某部
                    """.formatted(bytes, image.payload().size()));
            }
        }
    }

    @Test void payload_lies_before_papers_and_papers_before_tag_files() throws IOException {
        var image = Discs.anImage(folder);
        try (var file = new ImageFile(ImageBytes.of(image))) {
            var files = new ArrayList<>(IsoReader.read(file, Volume.of(file, new Findings()).get(1), new Findings()).files());
            files.removeIf(node -> node.size() == 0);
            files.sort(java.util.Comparator.comparingLong(node -> node.extent().sector()));
            var paths = files.stream().map(node -> node.path).toList();
            assertThat(paths.get(0)).isEqualTo("data/nomination.json");
            int papers = paths.indexOf("data/papers/list.txt");
            assertThat(paths.subList(0, papers)).allMatch(path -> path.startsWith("data/"));
            assertThat(paths.subList(papers + 1, paths.size())).noneMatch(path -> path.startsWith("data/")).endsWith("manifest-sha256.txt", "tagmanifest-sha256.txt");
        }
    }

    @Test void each_source_is_opened_once() throws IOException {
        var opened = new ArrayList<String>();
        var items = Discs.somePayload().stream().map(item -> new Plan.Item(item.path(), item.size(), () -> {
            opened.add(item.path());
            return item.source().open();
        })).toList();
        Discs.write(Discs.aPlan(items), folder.resolve("disc.iso"));
        assertThat(opened).containsExactlyElementsOf(items.stream().map(Plan.Item::path).toList());
    }

    /** A source without end. */
    private static final class InputStreams {
        static java.io.InputStream zeros() {
            return new java.io.InputStream() {
                @Override public int read() {
                    return 0;
                }
            };
        }
    }
}
