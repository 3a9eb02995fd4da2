package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.folder.HandMade.Place;
import huizhan.folder.HandMade.Use;
import huizhan.folder.Sorting.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the names of a disc made by hand tell (B25). */
class HandMadeTest {
    private static Map<String, String> guess(String... paths) {
        var told = new LinkedHashMap<String, String>();
        HandMade.guess(Arrays.stream(paths).map(path -> new Named(path, 1)).toList()).forEach((path, place) -> told.put(path, said(place)));
        return told;
    }

    private static String said(Optional<Place> place) {
        return place.map(each -> each.rank() + " " + each.use()).orElse("?");
    }

    @Test void folders_that_are_called_by_a_number_in_any_way_are_achievements() {
        assertThat(guess("材料/汇总表（终版）.xlsx", "材料/成果一 青稞/展板表 填好.docx", "材料/成果一 青稞/照片/DSC0001.JPG", "材料/成果一 青稞/宣传片.wmv", "材料/2/登记表.doc",
            "材料/第3项-水电/附件2.docx", "材料/04项目/专利证书扫描.jpg", "材料/综述片.mp4", "材料/Thumbs.db", "材料/2/~$登记表.doc"))
            .containsExactly(Map.entry("材料/汇总表（终版）.xlsx", "0 " + Use.SUMMARY), Map.entry("材料/成果一 青稞/展板表 填好.docx", "1 " + Use.FORM), Map.entry("材料/成果一 青稞/照片/DSC0001.JPG", "1 " + Use.PICTURE),
                Map.entry("材料/成果一 青稞/宣传片.wmv", "1 " + Use.VIDEO), Map.entry("材料/2/登记表.doc", "2 " + Use.FORM), Map.entry("材料/第3项-水电/附件2.docx", "3 " + Use.FORM),
                Map.entry("材料/04项目/专利证书扫描.jpg", "4 " + Use.ATTACHMENT), Map.entry("材料/综述片.mp4", "0 " + Use.OVERVIEW), Map.entry("材料/Thumbs.db", "0 " + Use.NONE), Map.entry("材料/2/~$登记表.doc", "0 " + Use.NONE));
    }

    @Test void a_year_is_no_number_of_an_achievement_and_one_achievement_needs_none() {
        assertThat(guess("2015年材料/展板信息登记表.docx", "2015年材料/图片/全景.jpg")).containsExactly(Map.entry("2015年材料/展板信息登记表.docx", "1 " + Use.FORM), Map.entry("2015年材料/图片/全景.jpg", "1 " + Use.PICTURE));
    }

    @Test void what_the_names_dont_tell_is_asked() {
        assertThat(guess("1/IMG_2231.jpg", "2/a.docx", "说明.docx", "1/数据.zip")).containsExactly(Map.entry("1/IMG_2231.jpg", "?"), Map.entry("2/a.docx", "2 " + Use.FORM), Map.entry("说明.docx", "?"), Map.entry("1/数据.zip", "?"));
    }

    @Test void a_folder_in_which_everything_lies_is_no_achievement() {
        assertThat(HandMade.ranks(List.of("3号部门/汇总表.xlsx", "3号部门/成果二/a.dat", "3号部门/05/b/c.dat", "3号部门/d.txt")))
            .containsExactly(Map.entry("3号部门/汇总表.xlsx", 0), Map.entry("3号部门/成果二/a.dat", 2), Map.entry("3号部门/05/b/c.dat", 5), Map.entry("3号部门/d.txt", 0));
        assertThat(HandMade.ranks(List.of("01/a.dat", "10\\b.dat"))).containsExactly(Map.entry("01/a.dat", 1), Map.entry("10\\b.dat", 10));
        assertThat(HandMade.ranks(List.of())).isEmpty();
    }
}
