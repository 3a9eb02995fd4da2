package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write, others read: and what others write, we read. */
class RoundTripTest {
    @TempDir
    Path folder;

    @Test void our_own_image_has_no_defect_under_either_profile() throws Exception {
        var image = Discs.anImage(folder);
        assertThat(DiscVerifier.verify(image, Profile.HUIZHAN)).isEmpty();
        assertThat(DiscVerifier.verify(image, Profile.BAGIT)).isEmpty();
    }

    @Test void the_same_plan_and_clock_make_the_same_image() throws Exception {
        var first = Discs.write(Discs.aPlan(), folder.resolve("a.iso"));
        var second = Discs.write(Discs.aPlan(), folder.resolve("b.iso"));
        assertThat(Files.mismatch(first.path(), second.path())).isEqualTo(-1);
        assertThat(first.tagManifest()).isEqualTo(second.tagManifest());
        assertThat(Files.size(first.path())).isEqualTo(first.bytes());
    }

    @Test void nothing_but_the_image_is_left_in_the_folder() throws Exception {
        Discs.anImage(folder);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("disc.iso");
        }
    }

    @Test void seven_zip_extracts_a_tree_that_bagit_java_and_sha256sum_accept() throws Exception {
        assumeTrue(Discs.has("7z"), "7z is not installed");
        var image = Discs.anImage(folder);
        Discs.run("7z", "x", "-o" + folder.resolve("out"), image.toString());
        var bag = folder.resolve("out");
        Discs.run("sh", "-c", "cd '" + bag + "' && sha256sum -c --strict --quiet manifest-sha256.txt tagmanifest-sha256.txt");
        try (var verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(bag), false);
        }
        assertThat(DiscVerifier.verify(bag, Profile.HUIZHAN)).isEmpty();
    }

    @Test void xorriso_sees_the_files_with_their_sizes_in_both_trees() throws Exception {
        assumeTrue(Discs.has("xorriso"), "xorriso is not installed");
        var image = Discs.anImage(folder);
        for (var tree : List.of("-read_fs any", "-read_fs nojoliet")) {
            var words = new ArrayList<>(List.of("xorriso"));
            words.addAll(List.of(tree.split(" ")));
            words.addAll(List.of("-indev", image.toString(), "-find", "/", "-type", "f", "-exec", "lsdl", "--"));
            var output = Discs.run(words.toArray(String[]::new));
            assertThat(output).doesNotContain("FAILURE").doesNotContain("SORRY").doesNotContain("FATAL");
            assertThat(output.lines().filter(line -> line.startsWith("-"))).hasSize(Discs.somePayload().size() + 7);
            assertThat(output.lines().filter(line -> line.toLowerCase().contains("/data/overview.mp4")).findFirst().orElseThrow()).contains(" 1500000 ");
        }
    }

    @Test void isoinfo_reads_both_trees() throws Exception {
        assumeTrue(Discs.has("isoinfo"), "isoinfo is not installed");
        var image = Discs.anImage(folder).toString();
        assertThat(Discs.run("isoinfo", "-J", "-f", "-i", image)).contains("/data/01/pictures/1.jpg\n", "/tagmanifest-sha256.txt\n");
        assertThat(Discs.run("isoinfo", "-f", "-i", image)).contains("/DATA/01/PICTURES/1.JPG;1\n", "/TAGMANIFEST_SHA256.TXT;1\n");
        assertThat(Discs.run("isoinfo", "-d", "-i", image)).contains("Joliet with UCS level 3 found", "Volume id: HZ2015_TEST");
    }

    @Test void long_and_chinese_and_similar_names_keep_apart_in_both_trees() throws Exception {
        var names = List.of("a very long name that goes on up to sixty-four letters 012 1.jpg", "a very long name that goes on up to sixty-four letters 012 2.jpg",
            "中文 名称.txt", "a-b.txt", "a_b.txt", "noextension", "two.dots.in it.jpeg", "50%.txt");
        var payload = new ArrayList<>(Discs.somePayload());
        names.forEach(name -> payload.add(Discs.text("data/papers/" + name, name)));
        for (int i = 0; i < 700; i++) {
            payload.add(Discs.text("data/many/a file with number %04d.txt".formatted(i), "" + i));
        }
        var image = Discs.write(Discs.aPlan(payload), folder.resolve("names.iso")).path();
        assertThat(DiscVerifier.verify(image, Profile.HUIZHAN)).isEmpty();
        assumeTrue(Discs.has("7z"), "7z is not installed");
        Discs.run("7z", "x", "-o" + folder.resolve("out"), image.toString());
        names.forEach(name -> assertThat(folder.resolve("out/data/papers").resolve(name)).hasContent(name));
        assertThat(DiscVerifier.verify(folder.resolve("out"), Profile.HUIZHAN)).isEmpty();
        var iso = Discs.run("xorriso", "-read_fs", "nojoliet", "-indev", image.toString(), "-find", "/DATA/MANY", "-type", "f");
        assertThat(iso.lines().filter(line -> line.startsWith("'/")).distinct()).hasSize(700);
    }

    @Test void foreign_images_of_the_same_bag_are_read_and_found_right() throws Exception {
        var bag = Discs.aFolder(folder);
        var makers = new TreeMap<String, List<String>>();
        makers.put("xorriso", List.of("xorriso", "-as", "mkisofs", "-quiet", "-iso-level", "3", "-J", "-joliet-long", "-R", "-o"));
        makers.put("xorriso-no-joliet", List.of("xorriso", "-as", "mkisofs", "-quiet", "-iso-level", "3", "-R", "-o"));
        makers.put("genisoimage", List.of("genisoimage", "-quiet", "-iso-level", "3", "-J", "-R", "-input-charset", "utf-8", "-o"));
        makers.put("genisoimage-plain-joliet", List.of("genisoimage", "-quiet", "-J", "-input-charset", "utf-8", "-o"));
        for (var maker : makers.entrySet()) {
            assumeTrue(Discs.has(maker.getValue().get(0)), maker.getValue().get(0) + " is not installed");
            var image = folder.resolve(maker.getKey() + ".iso");
            var command = new ArrayList<>(maker.getValue());
            command.addAll(List.of(image.toString(), bag.toString()));
            Discs.run(command.toArray(String[]::new));
            assertThat(DiscVerifier.verify(image, Profile.HUIZHAN)).as(maker.getKey()).isEmpty();
        }
    }

    @Test void a_bag_inside_its_own_top_folder_is_found() throws Exception {
        assumeTrue(Discs.has("xorriso"), "xorriso is not installed");
        Discs.aFolder(folder);
        Files.delete(folder.resolve("disc.iso"));
        var image = folder.resolveSibling(folder.getFileName() + ".iso");
        Discs.run("xorriso", "-as", "mkisofs", "-quiet", "-J", "-R", "-o", image.toString(), folder.toString());
        assertThat(DiscVerifier.verify(image, Profile.HUIZHAN)).isEmpty();
        Files.delete(image);
    }
}
