package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void a_picture_just_below_the_limit_never_looks_as_if_it_met_it() {
        assertThat(Sizes.bytes(4_999_999)).isEqualTo("4.9 MB");
        assertThat(Sizes.bytes(5_000_000)).isEqualTo("5.0 MB");
    }

    @Test
    void small_files_are_told_in_kilobytes() {
        assertThat(Sizes.bytes(0)).isEqualTo("0 B");
        assertThat(Sizes.bytes(20)).isEqualTo("20 B");
        assertThat(Sizes.bytes(999)).isEqualTo("999 B");
        assertThat(Sizes.bytes(1000)).isEqualTo("1.0 kB");
        assertThat(Sizes.bytes(99_999)).isEqualTo("99.9 kB");
        assertThat(Sizes.bytes(100_000)).isEqualTo("0.1 MB");
    }

    @Test
    void thin_spaces_begin_at_ten_thousand() {
        assertThat(Sizes.number(9_999)).isEqualTo("9999");
        assertThat(Sizes.number(10_000)).isEqualTo("10\u202F000");
        assertThat(Sizes.number(-1_234_567)).isEqualTo("-1\u202F234\u202F567");
        assertThat(Sizes.bytes(4_294_965_248_00L)).isEqualTo("429\u202F496.5 MB");
    }
}
