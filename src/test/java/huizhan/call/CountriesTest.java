package huizhan.call;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Lang;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountriesTest {
    private final Call call = Calls.bundled("2015-cooperation");

    @Test void the_list_is_iso_3166_1_and_nothing_more() {
        var codes = Countries.all().stream().map(Countries.Country::code).toList();
        assertThat(codes).doesNotHaveDuplicates().hasSize(249).doesNotContain("XK");
        assertThat(new HashSet<>(codes)).isEqualTo(new HashSet<>(Arrays.asList(Locale.getISOCountries())));
    }

    @Test void hong_kong_macao_and_taiwan_are_a_group_of_their_own() {
        var group = Countries.all().stream().filter(each -> each.group() == Countries.Group.HMT).toList();
        assertThat(group).extracting(each -> each.name().zh()).containsExactly("中国澳门", "中国台湾", "中国香港");
        assertThat(group).extracting(each -> each.name().en()).containsExactly("Macao, China", "Taiwan, China", "Hong Kong, China");
    }

    @Test void raw_names_of_the_jdk_that_must_not_be_shown_are_not_there() {
        var names = Countries.all().stream().flatMap(each -> List.of(each.name().zh(), each.name().en()).stream()).toList();
        assertThat(names).doesNotContain("台湾", "Taiwan", "中国香港特别行政区", "中国澳门特别行政区", "巴勒斯坦领土", "科索沃");
        assertThat(Countries.of("PS").orElseThrow().name().zh()).isEqualTo("巴勒斯坦");
    }

    @Test void polyphonic_characters_are_spelled_as_they_are_spoken() {
        assertThat(pinyin("KH")).isEqualTo("jianpuzhai");
        assertThat(pinyin("PE")).isEqualTo("bilu");
        assertThat(pinyin("CV")).isEqualTo("fodejiao");
        assertThat(pinyin("AT")).isEqualTo("aodili");
        assertThat(pinyin("HN")).isEqualTo("hongdulasi");
        assertThat(pinyin("HR")).isEqualTo("keluodiya");
        assertThat(Countries.of("DE").orElseThrow().initials()).isEqualTo("dg");
        assertThat(Countries.all()).allSatisfy(each -> assertThat(each.pinyin()).matches("[a-z]+"));
    }

    @Test void an_organization_of_the_call_and_words_are_known_and_a_wrong_code_is_not() {
        assertThat(Countries.known("DE", call)).isTrue();
        assertThat(Countries.known("UNESCO", call)).isTrue();
        assertThat(Countries.known("other:非洲多国", call)).isTrue();
        assertThat(Countries.known("other: ", call)).isFalse();
        assertThat(Countries.known("XX", call)).isFalse();
        assertThat(Countries.shown("TW", call, Lang.EN)).isEqualTo("Taiwan, China");
        assertThat(Countries.shown("other:非洲多国", call, Lang.ZH)).isEqualTo("非洲多国");
    }

    private static String pinyin(String code) {
        return Countries.of(code).orElseThrow().pinyin();
    }
}
