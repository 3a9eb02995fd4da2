package huizhan.office;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.office.Remark.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ticks, countries and remarks as people write and read them (B2). */
class WordsInFormsTest {
    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "☑政府间 □部门、地方间 □院所、企业间 □其他：|intergovernmental|", "□政府间 ■部门、地方间 ☒院所、企业间 □其他：|departmental,institutional|",
        "□政府间 □部门、地方间 □院所、企业间 √其他：学会间|other|学会间", "政府间√ □部门、地方间|intergovernmental|", "政府间；院所、企业间|intergovernmental,institutional|",
        "其它：学会间|other|学会间", "□政府间 □部门、地方间 □院所、企业间 □其他：||"})
    void ticks_are_understood_as_people_set_them(String text, String codes, String rest) {
        var read = Boxes.read(text, OfficeSamples.CALL, "natures");
        assertThat(String.join(",", read.codes())).isEqualTo(codes == null ? "" : codes);
        assertThat(read.rest()).isEqualTo(rest == null ? "" : rest);
        assertThat(read.unread()).isFalse();
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {"德国、法国|DE,FR", "美国和英国|US,GB", "俄罗斯联邦；Germany|RU,DE", "波斯尼亚和黑塞哥维那|BA", "非洲多国|other:非洲多国",
        "联合国教科文组织，中国香港|UNESCO,HK"})
    void countries_are_read_as_people_write_them(String text, String codes) {
        assertThat(String.join(",", new CountryWords(OfficeSamples.CALL).read(text))).isEqualTo(codes);
    }

    @Test void every_remark_speaks_both_languages() {
        for (var kind : Kind.values()) {
            var remark = Remark.of(kind, Spot.FILE, "x");
            assertThat(remark.message().zh()).as(kind.name()).isNotBlank().endsWith("。");
            assertThat(remark.message().en()).as(kind.name()).isNotBlank().endsWith(".").doesNotContain("{");
            assertThat(remark.remedy().zh()).as(kind.name()).endsWith("。");
            assertThat(remark.remedy().en()).as(kind.name()).endsWith(".");
        }
    }
}
