package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.folder.FolderReader.Look;
import huizhan.folder.Sorting.Named;
import huizhan.folder.Sorting.Place;
import huizhan.rules.SecrecyMark;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder told by names, held against the layout of contract.md and against the reader of the verbs. */
class SortingTest {
    @TempDir Path folder;

    private static Sorting.Plan plan(String part, String... paths) {
        return Sorting.of(Stream.of(paths).map(path -> new Named(path, 10)).toList(), part);
    }

    private static Map<String, String> places(String... paths) {
        var places = new LinkedHashMap<String, String>();
        Stream.of(paths).forEach(path -> places.put(path, ""));
        plan("", paths).files().forEach(each -> places.put(each.file().path(), each.place() + (each.kind().isEmpty() ? "" : ":" + each.kind()) + " " + each.why()));
        return places;
    }

    private static String place(String path) {
        return places(path, "材料/文字说明.docx").get(path);
    }

    @Test void the_layout_of_the_contract_is_known_in_both_languages_and_in_every_spelling() {
        assertThat(places("材料/board-form.docx", "材料/文字说明.doc", "材料/summary.xlsx", "材料/pictures/a.jpg", "材料/图片/Ｂ.TIF", "材料/Video/film", "材料/视频/片.mp4", "材料/objects/1.jpg",
            "材料/实物/实物说明.docx", "材料/附件/保密审核意见.pdf", "材料/attachments/专利.pdf", "材料/attachments/展板 盖章.pdf", "材料/attachments/合影.jpg").values())
            .containsExactly("FORM LAYOUT", "FORM LAYOUT", "FORM LAYOUT", "PICTURE LAYOUT", "PICTURE LAYOUT", "VIDEO LAYOUT", "VIDEO LAYOUT", "PHOTO LAYOUT", "FORM LAYOUT",
                "ATTACHMENT:confidentiality LAYOUT", "ATTACHMENT:ip LAYOUT", "ATTACHMENT:stamped LAYOUT", "ATTACHMENT:other LAYOUT");
    }

    @Test void what_the_verbs_read_from_a_folder_has_the_same_place_here() throws Exception {
        var paths = List.of("01/图片/2.jpg", "01/图片/10.jpg", "01/视频/片.mp4", "01/实物/正面.jpg", "01/附件/保密意见.pdf", "01/附件/其他.pdf");
        for (var path : paths) Samples.file(folder, path, "bytes");
        var told = FolderReader.read(folder, Samples.CALL, Look.SIZES).material().achievements().get(0);
        var sorted = Sorting.of(paths.stream().map(path -> new Named("任意名/" + path, 5)).toList(), "").files();
        assertThat(of(sorted, Place.PICTURE)).containsExactlyElementsOf(told.pictures().stream().map(each -> each.file()).toList());
        assertThat(of(sorted, Place.VIDEO)).containsExactly(told.video());
        assertThat(of(sorted, Place.PHOTO)).containsExactlyElementsOf(told.objects().get(0).photos());
        assertThat(sorted.stream().filter(each -> each.place() == Place.ATTACHMENT).map(Sorting.Sorted::kind)).containsExactlyElementsOf(told.attachments().stream().map(each -> each.kind()).toList());
    }

    private static List<String> of(List<Sorting.Sorted> sorted, Place place) {
        return sorted.stream().filter(each -> each.place() == place).map(each -> each.file().path().substring("任意名/".length())).toList();
    }

    @Test void wrapping_folders_are_only_wrapping_and_a_known_folder_alone_is_what_it_says() {
        assertThat(places("桌面/报送/最终版/图片/1.jpg", "桌面/报送/最终版/文字说明.docx")).containsEntry("桌面/报送/最终版/图片/1.jpg", "PICTURE LAYOUT");
        assertThat(places("图片/1.jpg", "图片/2.jpg")).containsEntry("图片/2.jpg", "PICTURE LAYOUT");
        assertThat(places("01/objects/1.jpg")).containsEntry("01/objects/1.jpg", "PHOTO LAYOUT");
        assertThat(places("x/pictures/1.jpg", "x/Thumbs.db", "__MACOSX/x/._1.jpg")).containsEntry("x/pictures/1.jpg", "PICTURE LAYOUT").containsEntry("x/Thumbs.db", "NONE JUNK");
    }

    @Test void what_the_layout_does_not_say_words_and_kind_suggest_and_else_the_person_is_asked() {
        assertThat(place("材料/现场照片/1.jpg")).isEqualTo("PICTURE LIKELY");
        assertThat(place("材料/模型 正面.png")).isEqualTo("PHOTO LIKELY");
        assertThat(place("材料/产量曲线.png")).isEqualTo("FIGURE LIKELY");
        assertThat(place("材料/IMG_0001.JPG")).isEqualTo("ASKED UNKNOWN");
        assertThat(place("材料/扫描/专利证书.jpg")).isEqualTo("ATTACHMENT:ip LIKELY");
        assertThat(place("材料/某某成果.docx")).isEqualTo("FORM LIKELY");
        assertThat(place("材料/保密审核意见.docx")).isEqualTo("ATTACHMENT:confidentiality LIKELY");
        assertThat(place("材料/DSC.MOV")).isEqualTo("VIDEO LIKELY");
        assertThat(place("材料/展板信息登记表.pdf")).isEqualTo("ATTACHMENT:stamped LIKELY");
        assertThat(place("材料/协议.pdf")).isEqualTo("ASKED UNKNOWN");
    }

    @Test void what_has_no_place_here_is_told_why() {
        assertThat(place("材料/综述视频.mp4")).isEqualTo("NONE OVERVIEW");
        assertThat(place("材料/nomination.json")).isEqualTo("NONE OURS");
        assertThat(place("材料/papers/board-form.pdf")).isEqualTo("NONE OURS");
        assertThat(place("材料/setup.exe")).isEqualTo("NONE KIND");
        assertThat(place("材料/.DS_Store")).isEqualTo("NONE JUNK");
    }

    @Test void a_mark_in_any_part_of_the_path_keeps_a_file_out_and_the_same_words_in_prose_do_not() {
        assertThat(place("材料/非公开/图片/1.jpg")).isEqualTo("NONE NOT_PUBLIC");
        assertThat(place("材料/图片/1（不 宜 公开）.jpg")).isEqualTo("NONE NOT_PUBLIC");
        assertThat(place("材料/机密★10年.docx")).isEqualTo("NONE SECRET");
        assertThat(place("材料/秘 密/1.jpg")).isEqualTo("NONE SECRET");
        assertThat(place("材料/图片/样机（机密）.jpg")).isEqualTo("NONE SECRET");
        assertThat(place("材料/附件/不涉及国家秘密的证明.pdf")).isEqualTo("ATTACHMENT:other LAYOUT");
        assertThat(place("材料/附件/保密审核意见.pdf")).isEqualTo("ATTACHMENT:confidentiality LAYOUT");
        assertThat(place("材料/图片/机密性测试.jpg")).isEqualTo("PICTURE LAYOUT");
    }

    @Test void whatever_is_a_secrecy_mark_in_words_is_one_in_a_name_and_what_nobody_sees_does_not_part_it() {
        for (var name : List.of("国家秘密★10年.docx", "企业机密★.jpg", "机密级☆", "密级：机密.pdf", "密级:秘密级", "（秘密）", "绝 密", "☑机密", "密级：机密性", "不涉及国家秘密★10年", "技术总结 秘密＊", "商业秘密和机密★")) {
            assertThat(SecrecyMark.in(name.replaceFirst("\\.[a-z]+$", ""))).as(name).isPresent();
            assertThat(Sorting.marked("材料/" + name)).as(name).contains(Sorting.Why.SECRET);
        }
        for (var name : List.of("机\u200b密★10年.docx", "绝\u00ad密.jpg", "秘\u3000密.pdf", "机\ufe0f密", "秘-密★", "国家\u2060秘\uDB40\uDC41密★")) {
            assertThat(Sorting.marked(name)).as(name).contains(Sorting.Why.SECRET);
        }
    }

    @Test void what_is_not_public_is_known_in_each_of_its_spellings() {
        for (var name : List.of("非公开", "非公開", "非-公开", "非\u200b公 开", "不宜公开", "不·公開", "non-public", "NONPUBLIC", "Non Public", "ｎｏｎ＿ｐｕｂｌｉｃ", "not-for-public")) {
            assertThat(Sorting.marked("材料/" + name + "/1.jpg")).as(name).contains(Sorting.Why.NOT_PUBLIC);
        }
        for (var name : List.of("公开", "public", "republic", "商业秘密保护.pdf", "国家秘密法.pdf", "技术秘密.pdf", "机密性测试.jpg", "不涉及国家秘密的证明.pdf", "公非开")) {
            assertThat(Sorting.marked("材料/" + name)).as(name).isEmpty();
        }
    }

    @Test void of_several_achievements_one_is_chosen_and_one_alone_needs_no_choice() {
        var both = new String[] {"报送/01/图片/1.jpg", "报送/2/图片/2.jpg", "报送/成果推荐汇总表.xlsx"};
        var unchosen = plan("", both);
        assertThat(unchosen.parts()).containsExactly("01", "02");
        assertThat(unchosen.part()).isEmpty();
        assertThat(unchosen.files()).extracting(Sorting.Sorted::why).containsExactly(Sorting.Why.OTHER, Sorting.Why.OTHER, Sorting.Why.LAYOUT);
        var second = plan("02", both);
        assertThat(second.files()).extracting(Sorting.Sorted::place).containsExactly(Place.NONE, Place.PICTURE, Place.FORM);
        var alone = plan("", "报送/02/图片/2.jpg", "报送/成果推荐汇总表.xlsx");
        assertThat(alone.part()).isEqualTo("02");
        assertThat(alone.files()).extracting(Sorting.Sorted::place).containsExactly(Place.PICTURE, Place.FORM);
        assertThat(plan("07", both).part()).isEmpty();
    }

    @Test void the_order_is_that_of_the_names() {
        assertThat(plan("", "x/图片/10.jpg", "x/图片/2.jpg", "x/图片/1.jpg").files()).extracting(each -> each.file().path()).containsExactly("x/图片/1.jpg", "x/图片/2.jpg", "x/图片/10.jpg");
    }

    @Test void of_two_forms_with_one_name_both_are_forms() {
        assertThat(places("x/文字说明.doc", "x/文字说明.docx").values()).containsExactly("FORM LIKELY", "FORM LAYOUT");
    }
}
