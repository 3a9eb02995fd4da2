package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadNameTest {

    @Test void only_the_last_part_of_a_path_stays() {
        assertThat(UploadName.safe("../../etc/passwd")).isEqualTo("passwd");
        assertThat(UploadName.safe("C:\\照片\\成果 1.jpg")).isEqualTo("成果 1.jpg");
        assertThat(UploadName.safe("..")).isEqualTo("file");
        assertThat(UploadName.safe("a/..")).isEqualTo("file");
        assertThat(UploadName.safe("")).isEqualTo("file");
    }

    @Test void nul_controls_and_reading_direction_go() {
        assertThat(UploadName.safe("a\0b\r\nc\u007f.jpg")).isEqualTo("abc.jpg");
        assertThat(UploadName.safe("photo\u202egpj.exe")).isEqualTo("photogpj.exe");
        assertThat(UploadName.safe("\u2066a\u2069\u200f\ufeff\u2028.png")).isEqualTo("a.png");
        assertThat(UploadName.safe("\ud800x.jpg")).isEqualTo("x.jpg");
    }

    @Test void rare_characters_and_accents_stay_composed() {
        assertThat(UploadName.safe("𠮷㛃.jpg")).isEqualTo("𠮷㛃.jpg");
        assertThat(UploadName.safe("e\u0301.jpg")).isEqualTo("\u00e9.jpg");
    }

    @Test void two_hundred_and_fifty_five_characters_stay_and_more_are_cut_before_the_extension() {
        assertThat(UploadName.safe("长".repeat(251) + ".jpg")).isEqualTo("长".repeat(251) + ".jpg");
        assertThat(UploadName.safe("𠮷".repeat(300) + ".jpg")).isEqualTo("𠮷".repeat(251) + ".jpg");
        assertThat(UploadName.safe("x".repeat(300))).isEqualTo("x".repeat(255));
    }
}
