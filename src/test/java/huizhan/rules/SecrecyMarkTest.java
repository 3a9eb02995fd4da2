package huizhan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyMarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"机密★10年", "秘密*5年", "本件为 绝密级 ★ 长期", "封面\n  秘 密\n正文", "密级：机密", "☑机密", "☑ 机密 □秘密", "☑机密□秘密", "■绝密级", "√ 秘密，五年"})
    void is_a_mark(String text) {
        assertThat(SecrecyMark.in(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"商业秘密*", "技术秘密＊见注", "工作秘密★", "商业 秘密 *", "■ 机密性测试", "√ 秘密配方", "■绝密级别说明", "密级：□绝密 □机密 □秘密",
        "本项目不涉及国家秘密", "揭开生命的秘密"})
    void is_no_mark(String text) {
        assertThat(SecrecyMark.in(text)).isEmpty();
    }
}
