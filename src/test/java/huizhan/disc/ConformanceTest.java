package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graded bags of the BagIt conformance suite; the folder of each says what a verifier must answer. */
class ConformanceTest {
    private static final Path SUITE = Path.of("../shared/bagit-conformance.tar");

    @TempDir
    Path folder;

    private TreeMap<String, List<Defect>> verdicts(String grade) throws Exception {
        assumeTrue(Files.exists(SUITE), "the conformance suite is not beside the project");
        Discs.run("tar", "-xf", SUITE.toAbsolutePath().toString(), "-C", folder.toString());
        var verdicts = new TreeMap<String, List<Defect>>();
        try (var found = Files.find(folder, 3, (path, facts) -> facts.isDirectory() && path.getParent().getFileName().toString().equals(grade))) {
            for (var bag : found.toList()) {
                verdicts.put(folder.relativize(bag).toString(), DiscVerifier.verify(bag, Profile.BAGIT));
            }
        }
        assertThat(verdicts).isNotEmpty();
        return verdicts;
    }

    @Test void every_valid_bag_is_accepted() throws Exception {
        var verdicts = verdicts("valid");
        assertThat(verdicts).hasSizeGreaterThan(20);
        verdicts.forEach((bag, defects) -> assertThat(defects).as(bag).noneMatch(Defect::stops));
    }

    @Test void every_invalid_bag_is_rejected() throws Exception {
        for (var grade : List.of("invalid", "linux-only", "windows-only")) {
            verdicts(grade).forEach((bag, defects) -> assertThat(defects).as(bag).anyMatch(Defect::stops));
        }
    }

    @Test void every_doubtful_bag_is_accepted_with_a_warning() throws Exception {
        verdicts("warning").forEach((bag, defects) -> assertThat(defects).as(bag).isNotEmpty().noneMatch(Defect::stops));
    }

    @Test void what_is_wrong_with_some_bags_is_told_by_its_code() throws Exception {
        var invalid = verdicts("invalid");
        assertThat(Discs.codes(invalid.get("v0.97/invalid/bom-in-bagit.txt"))).containsExactly("bagit.bom");
        assertThat(Discs.codes(invalid.get("v0.97/invalid/missing-baginfo"))).containsExactly("tag.missing");
        assertThat(Discs.codes(invalid.get("v0.97/invalid/missing-bagit.txt"))).containsExactly("bagit.missing", "tag.missing");
        assertThat(Discs.codes(invalid.get("v1.0/invalid/notAllManifestsListAllFiles"))).containsExactly("file.unlisted");
        assertThat(Discs.codes(invalid.get("v0.97/invalid/out-of-scope-file-paths-using-dot-notation"))).containsExactly("manifest.scope");
    }
}
