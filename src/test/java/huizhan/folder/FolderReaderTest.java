package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.folder.FolderReader.Look;
import huizhan.kernel.Lang;
import huizhan.material.Achievement;
import huizhan.material.Material;
import huizhan.material.Picture;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {
    @TempDir
    Path folder;

    @Test void files_are_found_under_the_names_that_nomination_json_gives() throws Exception {
        json(true, "01/pictures/a.jpg", "01/pictures/b.jpg");
        picture("01/pictures/a.jpg");
        picture("01/pictures/b.jpg");
        assertThat(pictures()).containsExactly("01/pictures/a.jpg", "01/pictures/b.jpg");
        assertThat(missing()).isEmpty();
    }

    @Test void chinese_folders_full_width_letters_case_and_spaces_are_the_same_name() throws Exception {
        json(true, "01/pictures/site photo.jpg", "01/pictures/b1.jpg");
        picture("０１/图片/SitePhoto.JPG");
        picture("1/Pictures/Ｂ１.jpg");
        assertThat(pictures()).containsExactly("０１/图片/SitePhoto.JPG", "1/Pictures/Ｂ１.jpg");
        assertThat(missing()).isEmpty();
    }

    @Test void a_decomposed_name_is_the_composed_one() throws Exception {
        json(true, "01/pictures/Café.jpg", "01/pictures/b.jpg");
        picture("01/pictures/" + Normalizer.normalize("Café", Normalizer.Form.NFD) + ".jpg");
        picture("01/pictures/b.jpg");
        assertThat(pictures()).first().isEqualTo("01/pictures/Café.jpg");
        assertThat(missing()).isEmpty();
    }

    @Test void a_missing_extension_is_bridged_and_stays_visible_in_the_name() throws Exception {
        json(true, "01/pictures/a.jpg", "01/pictures/b.jpg");
        picture("01/pictures/a");
        picture("01/pictures/b.jpg");
        assertThat(pictures()).containsExactly("01/pictures/a", "01/pictures/b.jpg");
    }

    @Test void another_extension_is_another_file() throws Exception {
        json(true, "01/pictures/a.jpg", "01/pictures/b.jpg");
        picture("01/pictures/a.png");
        picture("01/pictures/b.jpg");
        assertThat(missing()).containsExactly("01/pictures/a.jpg");
    }

    @Test void a_name_that_leaves_the_folder_is_a_file_that_is_not_there() throws Exception {
        Samples.file(folder.getParent(), "outside.jpg", "x");
        json(true, "../outside.jpg", "/etc/passwd");
        assertThat(missing()).containsExactly("../outside.jpg", "/etc/passwd");
    }

    @Test void what_systems_leave_behind_is_not_there() throws Exception {
        json(true, "a.jpg", "b.jpg");
        for (var junk : List.of("Thumbs.db", "THUMBS.DB", ".DS_Store", "desktop.ini", "Desktop.ini", "~$statement.docx", "01/pictures/Thumbs.db")) {
            picture(junk);
        }
        assertThat(read().material().files().keySet()).containsExactly("nomination.json");
    }

    @Test void a_link_is_refused_with_its_name() throws Exception {
        json(true, "a.jpg", "b.jpg");
        Files.createDirectories(folder.resolve("01"));
        Files.createSymbolicLink(folder.resolve("01/secret.jpg"), Path.of("/etc/hostname"));
        assertThat(refusal()).contains("01/secret.jpg").contains("链接");
    }

    @Test void the_folder_itself_may_be_a_link() throws Exception {
        var real = Files.createDirectory(folder.resolve("real"));
        Samples.file(real, "nomination.json", Samples.json(true, "a.jpg", "b.jpg"));
        Samples.file(real, "a.jpg", "x");
        var link = Files.createSymbolicLink(folder.resolve("link"), real);
        assertThat(FolderReader.read(link, Samples.CALL, Look.SIZES).material().files()).containsKey("a.jpg");
    }

    @Test void a_folder_deeper_than_sixteen_levels_is_refused_and_sixteen_are_not() throws Exception {
        json(true, "a.jpg", "b.jpg");
        picture("d/".repeat(16) + "x.jpg");
        assertThat(read().material().files()).hasSize(2);
        picture("d/".repeat(17) + "x.jpg");
        assertThat(refusal()).contains("16");
    }

    @Test void broken_json_another_format_and_another_call_are_refused_with_the_reason() throws Exception {
        Samples.file(folder, "nomination.json", "{\"format\": ");
        assertThat(refusal()).contains("line 1");
        Samples.file(folder, "nomination.json", "{\"format\": \"other/1\"}");
        assertThat(refusal()).contains("huizhan-nomination/1");
        Samples.file(folder, "nomination.json", "{\"format\": \"huizhan-nomination/1\", \"call\": \"another\"}");
        assertThat(refusal()).contains("another");
    }

    @Test void a_folder_with_nothing_that_is_known_is_refused() throws Exception {
        Samples.file(folder, "holiday.txt", "x");
        assertThat(refusal()).contains("nomination.json");
    }

    @Test void a_hand_folder_names_what_lies_in_its_folders() throws Exception {
        for (var file : List.of("01/图片/2.jpg", "01/图片/10.jpg", "01/视频/片.mp4", "01/实物/正面.jpg", "01/附件/保密意见.pdf", "01/附件/其他.pdf")) {
            picture(file);
        }
        var read = read().material();
        var only = read.achievements().get(0);
        assertThat(read.shape()).isEqualTo(Material.Shape.FORMS);
        assertThat(only.rank()).contains(1);
        assertThat(only.pictures()).extracting(Picture::file).containsExactly("01/图片/2.jpg", "01/图片/10.jpg");
        assertThat(only.video()).isEqualTo("01/视频/片.mp4");
        assertThat(only.objects().get(0).photos()).containsExactly("01/实物/正面.jpg");
        assertThat(only.attachments()).extracting(each -> each.kind()).containsExactly("confidentiality", "other");
        assertThat(rules()).doesNotContain("A12.unnamed", "A12.file");
    }

    @Test void a_units_folder_has_its_files_at_the_top_and_no_rank() throws Exception {
        picture("pictures/1.jpg");
        picture("pictures/2.jpg");
        var read = read().material();
        assertThat(read.achievements()).extracting(Achievement::rank).containsExactly(Optional.empty());
        assertThat(rules()).doesNotContain("A3.order", "A12.unnamed");
    }

    @Test void the_inside_of_a_disc_is_read_from_its_data() throws Exception {
        Samples.file(folder, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Samples.file(folder, "data/nomination.json", Samples.json(true, "a.jpg", "b.jpg"));
        Samples.file(folder, "data/papers/summary.pdf", "x");
        assertThat(read().material().files().keySet()).containsExactly("nomination.json", "papers/summary.pdf");
        assertThat(rules()).doesNotContain("A12.unnamed");
    }

    @Test void the_same_hand_folder_is_the_same_nomination_each_time() throws Exception {
        Samples.file(folder, "nomination.json", Samples.json(true, "a.jpg", "b.jpg"));
        var once = Identified.of(read().material());
        var again = Identified.of(read().material());
        assertThat(once.id()).isPresent().isEqualTo(again.id());
        assertThat(once.achievements().get(0).id()).isEqualTo(again.achievements().get(0).id());
        assertThat(once.id().orElseThrow().version()).isEqualTo(4);
    }

    private void json(boolean part, String first, String second) throws IOException {
        Samples.file(folder, "nomination.json", Samples.json(part, first, second));
    }

    private void picture(String path) throws IOException {
        Samples.file(folder, path, "bytes");
    }

    private Folder read() throws FolderFault {
        return FolderReader.read(folder, Samples.CALL, Look.SIZES);
    }

    private List<String> pictures() throws FolderFault {
        return read().material().achievements().get(0).pictures().stream().map(Picture::file).toList();
    }

    private List<Finding> findings() throws FolderFault {
        return Rules.findings(read().material(), Samples.CALL, Optional.empty());
    }

    private List<String> rules() throws FolderFault {
        return findings().stream().map(Finding::rule).toList();
    }

    private List<String> missing() throws FolderFault {
        return findings().stream().filter(each -> each.rule().equals("A12.file")).map(Finding::subject).toList();
    }

    private String refusal() {
        var refusal = new StringBuilder();
        assertThatThrownBy(this::read).isInstanceOfSatisfying(FolderFault.class, fault -> refusal.append(fault.reason(Lang.ZH)));
        assertThat(refusal.toString()).doesNotContain("\n");
        return refusal.toString();
    }
}
