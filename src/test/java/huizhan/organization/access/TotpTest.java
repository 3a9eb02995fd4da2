package huizhan.organization.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238 appendix B, the SHA-1 column; ours shows the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({"59,94287082", "1111111109,07081804", "1111111111,14050471", "1234567890,89005924", "2000000000,69279037", "20000000000,65353130"})
    void the_vectors_of_the_standard_hold(long seconds, String eightDigits) {
        assertThat(Totp.code(RFC_SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(eightDigits.substring(2));
    }

    /** RFC 4648 section 10. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void base_32_is_that_of_the_standard_without_padding(String text, String encoded) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @Test void one_step_on_either_side_counts_and_two_do_not() {
        var now = Instant.ofEpochSecond(1_000_000_010L);
        var step = Totp.step(now);
        assertThat(Totp.match(RFC_SECRET, Totp.code(RFC_SECRET, step - 2), now, 0)).isEmpty();
        assertThat(Totp.match(RFC_SECRET, Totp.code(RFC_SECRET, step - 1), now, 0)).isEqualTo(OptionalLong.of(step - 1));
        assertThat(Totp.match(RFC_SECRET, Totp.code(RFC_SECRET, step), now, 0)).isEqualTo(OptionalLong.of(step));
        assertThat(Totp.match(RFC_SECRET, Totp.code(RFC_SECRET, step + 1), now, 0)).isEqualTo(OptionalLong.of(step + 1));
        assertThat(Totp.match(RFC_SECRET, Totp.code(RFC_SECRET, step + 2), now, 0)).isEmpty();
    }

    @Test void a_spent_step_and_every_earlier_one_is_refused() {
        var now = Instant.ofEpochSecond(1_000_000_010L);
        var step = Totp.step(now);
        assertThat(Totp.match(RFC_SECRET, Totp.code(RFC_SECRET, step), now, step)).isEmpty();
        assertThat(Totp.match(RFC_SECRET, Totp.code(RFC_SECRET, step - 1), now, step)).isEmpty();
        assertThat(Totp.match(RFC_SECRET, Totp.code(RFC_SECRET, step + 1), now, step)).isEqualTo(OptionalLong.of(step + 1));
    }

    @Test void blanks_between_the_digits_are_overlooked_and_an_empty_code_is_none() {
        var now = Instant.ofEpochSecond(59);
        assertThat(Totp.match(RFC_SECRET, "287 082", now, 0)).isEqualTo(OptionalLong.of(1));
        assertThat(Totp.match(RFC_SECRET, "", now, 0)).isEmpty();
    }

    @Test void the_address_in_the_qr_code_names_issuer_person_and_key() {
        assertThat(Totp.address(RFC_SECRET, "荟展 Huizhan", "林 a")).isEqualTo("otpauth://totp/%E8%8D%9F%E5%B1%95%20Huizhan:%E6%9E%97%20a"
            + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E8%8D%9F%E5%B1%95%20Huizhan&algorithm=SHA1&digits=6&period=30");
    }
}
