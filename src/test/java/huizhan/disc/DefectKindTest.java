package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of defects: each has an example that fails, a line in the documentation, and words in both languages. */
class DefectKindTest {

    @Test void each_kind_of_defect_is_expected_by_some_test() throws IOException {
        var tests = new StringBuilder();
        for (var name : new String[] {"BagDefectsTest", "ImageDefectsTest", "DiscWriterTest", "DefectKindTest", "SealedDiscTest", "DiscSetTest", "FerryDiscTest"}) {
            tests.append(Files.readString(Path.of("src/test/java/huizhan/disc/" + name + ".java")));
        }
        for (var kind : DefectKind.values()) {
            assertThat(tests.toString()).contains('"' + kind.code());
        }
    }

    @Test void each_kind_of_defect_stands_in_the_documentation() throws IOException {
        var documentation = Files.readString(Path.of("docs/disc-format.md"));
        for (var kind : DefectKind.values()) {
            assertThat(documentation).contains("`" + kind.code() + "`");
        }
    }

    @Test void codes_are_unique_and_messages_hold_their_details() {
        assertThat(DefectKind.values()).extracting(DefectKind::code).doesNotHaveDuplicates();
        for (var kind : DefectKind.values()) {
            var defect = kind.at("place", "one", "two", "three", "four");
            assertThat(defect.message().zh()).doesNotContain("%s").doesNotContain("!").doesNotContain("！");
            assertThat(defect.message().en()).doesNotContain("%s").doesNotContain("!");
        }
    }

    @Test void an_unreadable_file_is_told_with_the_others() throws IOException {
        var folder = Files.createTempDirectory("unreadable");
        var image = Discs.anImage(folder);
        try (var tree = Tree.open(image)) {
            var none = new Tree.Entry("data/none", 5);
            var results = FileHashes.of(tree, java.util.Map.of(none, java.util.EnumSet.of(Manifest.Algorithm.SHA256)));
            assertThat(results.get("data/none").fault()).contains("data/none");
        }
        assertThat(DefectKind.FILE_UNREADABLE.code()).isEqualTo("file.unreadable");
        Files.delete(image);
        Files.delete(folder);
    }
}
