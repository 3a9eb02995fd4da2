package huizhan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of 字 counting, version 1. */
class CharacterCountTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            中国国际科技合作|8
            中国，国际。|6
            国际合作（2015年）|8
            与MIT合作|4
            state-of-the-art技术|3
            增长 12.5% 以上|5
            “一带一路”|6
            他说："OK"。|5
            联合国——UNESCO……|8
            ＡＢＣ１２３|6
            𠮷野家|3
            CO₂减排30%，PM2.5达标|8
            http://www.most.gov.cn/网址|3
            你好,世界|5
            ①建设；②运行|7
            巴布亚·新几内亚|8
            №5样机，25℃|7
            한국 과학기술|6
            50kg±2%|1
            a - b|3
            don’t|1
            3×4|1
            3 × 4|3
            """)
    void a_text_counts(String text, int expected) {
        assertThat(CharacterCount.of(text)).isEqualTo(expected);
    }

    @Test void blanks_and_marks_count_nothing() {
        assertThat(CharacterCount.of("")).isZero();
        assertThat(CharacterCount.of(" \t\u3000\n")).isZero();
        assertThat(CharacterCount.of("第一段\n第二段\n")).isEqualTo(6);
        assertThat(CharacterCount.of("A  B \u3000C")).isEqualTo(3);
        assertThat(CharacterCount.of("e\u0301tude法文")).isEqualTo(3);
        assertThat(CharacterCount.of("D·\nf")).isEqualTo(3);
        assertThat(CharacterCount.of("葛\uDB40\uDD00城")).isEqualTo(2);
    }

    @Test void a_text_said_twice_counts_twice() {
        var random = new Random(20150720);
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.appendCodePoint(switch (random.nextInt(4)) {
                    case 0 -> 0x20 + random.nextInt(0x60);
                    case 1 -> 0x4E00 + random.nextInt(0x5000);
                    case 2 -> 0x2000 + random.nextInt(0x800);
                    default -> 0x20000 + random.nextInt(0x800);
                });
            }
            assertThat(CharacterCount.of(text + " " + text)).isEqualTo(2 * CharacterCount.of(text.toString()));
        }
    }
}
