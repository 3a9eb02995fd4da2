package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each defect of a bag, made on purpose, alone; and several at once. */
class BagDefectsTest {
    @TempDir
    Path folder;
    private BagFolder bag;

    @BeforeEach void aRightBag() throws IOException {
        bag = new BagFolder(folder);
        ours();
        plain();
    }

    private void ours(String... codes) throws IOException {
        assertThat(Discs.codes(bag.path, Profile.HUIZHAN)).containsExactly(codes);
    }

    private void plain(String... codes) throws IOException {
        assertThat(Discs.codes(bag.path, Profile.BAGIT)).containsExactly(codes);
    }

    private boolean valid() throws IOException {
        return DiscVerifier.verify(bag.path, Profile.BAGIT).stream().noneMatch(Defect::stops);
    }

    @Test void several_defects_are_all_told_with_their_files() throws IOException {
        bag.delete("data/01/pictures/1.jpg").put("data/02/pictures/1.jpg", "short").put("data/stranger.txt", "?").edit("index.html", text -> text + " ");
        assertThat(DiscVerifier.verify(bag.path, Profile.HUIZHAN)).extracting(defect -> defect.code() + " " + defect.place()).containsExactlyInAnyOrder(
            "file.missing data/01/pictures/1.jpg", "file.digest data/02/pictures/1.jpg", "file.unlisted data/stranger.txt",
            "tag.digest index.html", "oxum.mismatch bag-info.txt:4");
    }

    @Test void every_defect_says_what_is_wrong_and_what_to_do_in_both_languages() throws IOException {
        bag.delete("data/overview.mp4");
        assertThat(DiscVerifier.verify(bag.path, Profile.HUIZHAN)).isNotEmpty().allSatisfy(defect -> {
            assertThat(defect.message().zh()).matches(".*\\p{IsHan}.*");
            assertThat(defect.message().en()).doesNotContainPattern("\\p{IsHan}");
            assertThat(defect.remedy().zh()).isNotBlank();
            assertThat(defect.remedy().en()).isNotBlank();
        });
    }

    @Test void a_missing_declaration() throws IOException {
        bag.delete("bagit.txt").resealed();
        ours("bagit.missing");
    }

    @Test void a_byte_order_mark() throws IOException {
        bag.edit("bagit.txt", text -> "\uFEFF" + text).resealed();
        ours("bagit.bom");
    }

    @Test void a_declaration_of_three_lines_or_with_a_space_before_the_colon() throws IOException {
        bag.edit("bagit.txt", text -> text + "More: 1\n").resealed();
        ours("bagit.malformed");
        bag.edit("bagit.txt", text -> text.replace("More: 1\n", "").replace("Version:", "Version :")).resealed();
        ours("bagit.malformed");
    }

    @Test void a_version_that_nobody_knows_and_one_that_is_only_too_old_for_us() throws IOException {
        bag.edit("bagit.txt", text -> text.replace("1.0", "1.7")).resealed();
        plain("bagit.version");
        bag.edit("bagit.txt", text -> text.replace("1.7", "0.97")).resealed();
        ours("bagit.version");
        plain();
    }

    @Test void an_encoding_that_does_not_exist_and_one_that_only_we_refuse() throws IOException {
        bag.edit("bagit.txt", text -> text.replace("UTF-8", "KLINGON-7")).resealed();
        plain("bagit.encoding");
        bag.edit("bagit.txt", text -> text.replace("KLINGON-7", "ISO-8859-1")).resealed();
        ours("bagit.encoding");
        plain();
    }

    @Test void a_manifest_that_is_no_utf8() throws IOException {
        Files.write(bag.path.resolve("manifest-sha256.txt"), new byte[] {(byte) 0xC3, '('});
        bag.resealed();
        assertThat(Discs.codes(bag.path, Profile.HUIZHAN)).contains("manifest.bytes");
    }

    @Test void no_data_folder() throws IOException {
        var empty = folder.resolve("empty");
        Files.createDirectories(empty);
        Files.copy(bag.path.resolve("bagit.txt"), empty.resolve("bagit.txt"));
        Files.writeString(empty.resolve("manifest-sha256.txt"), "");
        assertThat(Discs.codes(empty, Profile.BAGIT)).containsExactly("data.missing");
    }

    @Test void no_manifest_at_all() throws IOException {
        bag.delete("manifest-sha256.txt").resealed();
        ours("manifest.missing");
    }

    @Test void no_nomination_on_a_disc_that_claims_to_be_ours() throws IOException {
        bag.delete("data/nomination.json").edit("manifest-sha256.txt", text -> text.replaceFirst("[0-9a-f]+  data/nomination.json\n", ""));
        bag.edit("bag-info.txt", text -> text.replaceFirst("Payload-Oxum: .*", "Payload-Oxum: 1722360.13")).resealed();
        assertThat(Discs.codes(bag.path, Profile.HUIZHAN)).contains("nomination.missing").doesNotContain("file.missing");
        assertThat(DiscVerifier.verify(bag.path, DiscVerifier.Against.content()).profile()).isEqualTo(Profile.BAGIT);
    }

    @Test void lines_of_a_manifest_that_cannot_be_read() throws IOException {
        bag.edit("manifest-sha256.txt", text -> text + "abc  data/short.txt\n\nnonsense\n").resealed();
        assertThat(DiscVerifier.verify(bag.path, Profile.BAGIT)).extracting(Defect::code).containsExactly("manifest.line", "manifest.line", "manifest.line");
    }

    @Test void digests_in_upper_case_are_right_in_a_plain_bag_and_wrong_in_ours() throws IOException {
        bag.edit("manifest-sha256.txt", text -> text.replaceFirst("^[0-9a-f]+", text.substring(0, 64).toUpperCase())).resealed();
        plain();
        ours("manifest.line");
    }

    @Test void a_file_listed_twice_is_forgiven_only_before_version_one_and_only_with_one_digest() throws IOException {
        bag.edit("manifest-sha256.txt", text -> text + text.lines().findFirst().orElseThrow() + "\n").resealed();
        ours("manifest.duplicate");
        bag.edit("bagit.txt", text -> text.replace("1.0", "0.97")).resealed();
        plain("manifest.duplicate");
        assertThat(valid()).isTrue();
        bag.edit("manifest-sha256.txt", text -> text + "0".repeat(64) + text.lines().findFirst().orElseThrow().substring(64) + "\n").resealed();
        assertThat(valid()).isFalse();
    }

    @Test void paths_that_lead_out_of_the_bag() throws IOException {
        for (var path : new String[] {"data/../../etc/passwd", "/etc/passwd", "~/x", "C:\\x", "\\\\?\\UNC\\server\\x", "index.html", "data/a\\..\\..\\x"}) {
            bag = new BagFolder(Files.createTempDirectory(folder, "scope"));
            bag.list(path, "x").resealed();
            ours("manifest.scope");
        }
        bag = new BagFolder(Files.createTempDirectory(folder, "scope"));
        bag.edit("tagmanifest-sha256.txt", text -> text + "0".repeat(64) + "  data/overview.mp4\n");
        ours("manifest.scope");
    }

    @Test void a_percent_sign_must_be_written_in_per_cent() throws IOException {
        bag.put("data/50%.txt", "x").list("data/50%.txt", "x").edit("bag-info.txt", text -> text.replaceFirst("Payload-Oxum: .*", "Payload-Oxum: 1722394.15")).resealed();
        assertThat(Discs.codes(bag.path, Profile.BAGIT)).contains("manifest.percent");
        bag.edit("manifest-sha256.txt", text -> text.replace("50%.txt", "50%25.txt")).resealed();
        assertThat(Discs.codes(bag.path, Profile.BAGIT)).doesNotContain("manifest.percent", "file.missing", "file.unlisted");
    }

    @Test void line_ends_in_a_name_are_written_in_per_cent() throws IOException {
        bag.put("data/two\nlines\r.txt", "x");
        bag.list("data/two%0Alines%0d.txt", "x").resealed();
        assertThat(Discs.codes(bag.path, Profile.BAGIT)).containsExactly("oxum.mismatch");
        assertThat(Discs.codes(bag.path, Profile.HUIZHAN)).containsExactly("name.unsafe", "oxum.mismatch");
    }

    @Test void an_unknown_algorithm_is_named_and_everything_else_still_checked() throws IOException {
        bag.put("manifest-sm3.txt", Files.readString(bag.path.resolve("manifest-sha256.txt"))).resealed();
        ours("manifest.algorithm");
        assertThat(valid()).isTrue();
        bag.delete("manifest-sha256.txt").resealed();
        plain("manifest.algorithm", "manifest.missing");
    }

    @Test void every_manifest_must_list_every_file_and_all_their_digests_are_checked() throws IOException {
        bag.put("manifest-md5.txt", "00000000000000000000000000000000  data/overview.mp4\n").resealed();
        var defects = DiscVerifier.verify(bag.path, Profile.BAGIT);
        assertThat(defects).filteredOn(defect -> defect.code().equals("file.digest")).extracting(Defect::place).containsExactly("data/overview.mp4");
        assertThat(defects).filteredOn(defect -> defect.code().equals("file.unlisted")).hasSize(Discs.somePayload().size());
    }

    @Test void md5_sha1_and_sha512_are_verified_beside_sha256() throws Exception {
        for (var algorithm : new String[] {"md5", "sha1", "sha224", "sha384", "sha512"}) {
            Discs.run("sh", "-c", "cd '" + bag.path + "' && find data -type f | xargs " + algorithm + "sum > manifest-" + algorithm + ".txt");
        }
        bag.resealed();
        ours();
        bag.edit("manifest-sha512.txt", text -> (text.charAt(0) == '0' ? "1" : "0") + text.substring(1)).resealed();
        ours("file.digest");
    }

    @Test void an_asterisk_or_dot_slash_before_a_name_is_forgiven_in_a_plain_bag() throws IOException {
        bag.edit("manifest-sha256.txt", text -> text.replaceFirst("  data", " *data")).resealed();
        plain("manifest.asterisk");
        assertThat(valid()).isTrue();
        bag.edit("manifest-sha256.txt", text -> text.replaceFirst(" \\*data", "  ./data")).resealed();
        plain("manifest.dot-slash");
        ours("manifest.dot-slash");
    }

    @Test void a_missing_tag_file_and_one_that_nobody_lists() throws IOException {
        bag.delete("viewer/viewer.css");
        ours("tag.missing");
        bag.put("viewer/viewer.css", "body{}").put("autorun.inf", "[autorun]");
        ours("tag.unlisted");
        plain();
    }

    @Test void no_tag_manifest() throws IOException {
        bag.delete("tagmanifest-sha256.txt");
        ours("tagmanifest.missing");
        plain();
    }

    @Test void payload_oxum_wrong_unreadable_and_missing() throws IOException {
        bag.edit("bag-info.txt", text -> text.replaceFirst("Payload-Oxum: .*", "Payload-Oxum: 1.1")).resealed();
        plain("oxum.mismatch");
        bag.edit("bag-info.txt", text -> text.replaceFirst("Payload-Oxum: .*", "Payload-Oxum: many")).resealed();
        plain("oxum.malformed");
        bag.edit("bag-info.txt", text -> text.replaceFirst("Payload-Oxum: .*\n", "")).resealed();
        plain();
        ours("oxum.missing");
    }

    @Test void bag_info_missing_and_with_a_line_that_is_none() throws IOException {
        bag.edit("bag-info.txt", text -> text + "no colon here\n").resealed();
        plain("info.line");
        assertThat(valid()).isTrue();
        ours("info.line");
        bag.delete("bag-info.txt").resealed();
        ours("info.missing");
        plain();
    }

    @Test void fetch_txt_is_refused_by_us_and_checked_in_a_plain_bag() throws IOException {
        bag.put("fetch.txt", "https://example.org/f 1500000 data/overview.mp4\n").resealed();
        ours("fetch.refused");
        plain();
        bag.put("fetch.txt", "https://example.org/f - ../up\nhttps://example.org/f - data/none.bin\nrubbish\n").resealed();
        plain("fetch.line", "fetch.scope", "fetch.unlisted");
    }

    @Test void names_that_differ_only_in_case_or_normalization() throws IOException {
        bag.add("data/README.txt", "a").add("data/readme.txt", "b").resealed();
        ours("name.case");
        plain("name.case");
        assertThat(valid()).isTrue();
        bag = new BagFolder(Files.createTempDirectory(folder, "nfc"));
        bag.add("data/N\u00FA.txt", "a").add("data/Nu\u0301.txt", "b").resealed();
        ours("name.normalization");
    }

    @Test void a_file_under_another_spelling_is_lost_for_us_and_forgiven_in_a_plain_bag() throws IOException {
        bag.edit("manifest-sha256.txt", text -> text + text.lines().filter(line -> line.endsWith("overview.mp4")).findFirst().orElseThrow().replace("overview", "Overview") + "\n").resealed();
        ours("file.missing");
        plain("name.case");
        assertThat(valid()).isTrue();
    }

    @Test void an_empty_system_file_may_be_missing_from_a_plain_bag() throws IOException {
        bag.list("data/.DS_Store", "").edit("bag-info.txt", text -> text.replaceFirst("(Payload-Oxum: \\d+)\\.\\d+", "$1.13")).resealed();
        assertThat(Discs.codes(bag.path, Profile.BAGIT)).contains("system.file").doesNotContain("file.missing");
        assertThat(Discs.codes(bag.path, Profile.HUIZHAN)).contains("file.missing");
    }

    @Test void a_link_is_no_file() throws IOException {
        var target = Files.move(bag.path.resolve("data/overview.mp4"), folder.resolve("outside.mp4"));
        Files.createSymbolicLink(bag.path.resolve("data/overview.mp4"), target);
        ours("file.missing", "folder.special", "oxum.mismatch");
    }

    @Test void more_than_thirty_two_levels_are_refused() throws IOException {
        var deep = "data" + "/d".repeat(34) + "/x.txt";
        bag.put(deep, "x").list(deep, "x").resealed();
        assertThat(Discs.codes(bag.path, Profile.HUIZHAN)).contains("limit");
    }

    @Test void a_huge_tag_file_is_not_read() throws IOException {
        try (var file = new java.io.RandomAccessFile(bag.path.resolve("manifest-md5.txt").toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        assertThat(Discs.codes(bag.path, Profile.BAGIT)).containsExactly("limit");
    }

    @Test void control_characters_of_a_name_do_not_reach_the_terminal() throws IOException {
        bag.put("data/a\u001B[31m\u202Eb.txt", "x");
        var told = DiscVerifyCommand.told(java.util.List.of(DiscVerifier.verify(bag.path, DiscVerifier.Against.profile(Profile.HUIZHAN))), java.util.List.of(), huizhan.kernel.Lang.ZH);
        assertThat(told.getBytes(StandardCharsets.UTF_8)).doesNotContain((byte) 0x1B);
        assertThat(told).doesNotContain("\u202E").contains("name.unsafe");
    }
}
