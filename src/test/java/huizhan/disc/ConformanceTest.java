package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        assertThat(verdicts).hasSize(27);
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

    /** What the name of each bag says is wrong with it, and nothing else but what follows from that. */
    @Test void what_is_wrong_with_each_bag_is_told_by_its_code() throws Exception {
        var reasons = new TreeMap<String, List<String>>();
        for (var grade : List.of("invalid", "linux-only")) {
            verdicts(grade).forEach((bag, defects) -> reasons.put(bag, Discs.codes(defects)));
        }
        var scope = List.of("manifest.scope");
        var fetch = List.of("fetch.scope");
        assertThat(reasons).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
            Map.entry("v0.97/invalid/baginfo-missing-encoding", List.of("bagit.malformed", "tag.digest")),
            Map.entry("v0.97/invalid/bom-in-bagit.txt", List.of("bagit.bom")),
            Map.entry("v0.97/invalid/corrupt-data-file", List.of("file.digest", "oxum.mismatch")),
            Map.entry("v0.97/invalid/corrupt-tag-file", List.of("tag.digest")),
            Map.entry("v0.97/invalid/extra-file-in-bag", List.of("file.unlisted", "oxum.mismatch")),
            Map.entry("v0.97/invalid/invalid-version-number", List.of("bagit.malformed", "tag.digest")),
            Map.entry("v0.97/invalid/missing-baginfo", List.of("tag.missing")),
            Map.entry("v0.97/invalid/missing-bagit.txt", List.of("bagit.missing", "tag.missing")),
            Map.entry("v0.97/invalid/out-of-scope-file-paths-using-dot-notation", scope),
            Map.entry("v0.97/invalid/out-of-scope-file-paths-using-dot-notation-for-fetch", fetch),
            Map.entry("v0.97/invalid/same-filename-listed-twice-with-different-hashes", List.of("manifest.duplicate")),
            Map.entry("v1.0/invalid/bagit-with-invalid-whitespace", List.of("bagit.malformed")),
            Map.entry("v1.0/invalid/notAllManifestsListAllFiles", List.of("file.unlisted")),
            Map.entry("v1.0/invalid/same-filename-listed-twice-with-different-hashes", List.of("bagit.malformed", "manifest.duplicate", "tag.digest")),
            Map.entry("v1.0/invalid/same-filename-listed-twice-with-the-same-hash", List.of("manifest.duplicate", "tag.digest")),
            Map.entry("v0.97/linux-only/out-of-scope-file-paths-using-absolute-path", scope),
            Map.entry("v0.97/linux-only/out-of-scope-file-paths-using-absolute-path-for-fetch", fetch),
            Map.entry("v0.97/linux-only/out-of-scope-file-paths-using-shortcut", scope),
            Map.entry("v0.97/linux-only/out-of-scope-file-paths-using-shortcut-for-fetch", fetch),
            Map.entry("v0.97/linux-only/out-of-scope-file-paths-using-shortcut-username", scope),
            Map.entry("v0.97/linux-only/out-of-scope-file-paths-using-shortcut-username-for-fetch", fetch)));
    }
}
