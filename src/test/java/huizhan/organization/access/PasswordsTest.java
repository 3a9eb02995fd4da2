package huizhan.organization.access;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.organization.access.Passwords.Fault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final Passwords PASSWORDS = new Passwords();

    private static Optional<Fault> fault(String password, String... around) {
        return PASSWORDS.fault(password, List.of(around));
    }

    @Test void seven_characters_are_too_few_and_eight_are_enough() {
        assertThat(fault("k7#pQz2")).contains(Fault.SHORT);
        assertThat(fault("k7#pQz2w")).isEmpty();
        assertThat(fault("湖边灯塔旧书秋千")).isEmpty();
        assertThat(fault("𠮷𠮷𠮷𠮷")).as("counted in characters, not in UTF-16 units").contains(Fault.SHORT);
    }

    @Test void a_hundred_and_twenty_eight_characters_are_taken_and_one_more_is_not() {
        var long128 = "ab7-".repeat(31) + "wxyz";
        assertThat(fault("q" + long128.substring(1))).isNotEqualTo(Optional.of(Fault.LONG));
        assertThat(fault("q" + long128)).contains(Fault.LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "PASSWORD", "ｐａｓｓｗｏｒｄ", "Password123", "12345678", "qwertyuiop", "1qaz2wsx", "5201314520", "woaini1314", "iloveyou", "88888888",
        "abababab", "abcabcabc", "20150720", "13812345678", "87654321", "asdfghjkl", "kejiting123", "admin@123"})
    void the_commonest_are_refused_without_regard_to_case_and_width(String password) {
        assertThat(fault(password)).isPresent();
    }

    @Test void words_of_the_surroundings_are_refused_unless_there_is_much_beside_them() {
        assertThat(fault("linxiaoyun1", "linxiaoyun")).contains(Fault.CONTEXT);
        assertThat(fault("Huizhan2015")).contains(Fault.CONTEXT);
        assertThat(fault("浙江省科学技术厅1", "浙江省科学技术厅")).contains(Fault.CONTEXT);
        assertThat(fault("linxiaoyun eats four pears", "linxiaoyun")).isEmpty();
    }

    @Test void no_kind_of_character_is_demanded() {
        assertThat(fault("correcthorsebatterystaple")).isEmpty();
        assertThat(fault("74829105638")).isEmpty();
    }

    @Test void the_list_holds_three_thousand() throws Exception {
        try (var file = PasswordsTest.class.getResourceAsStream("/organization/common-passwords.txt")) {
            var lines = new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("##")).toList();
            assertThat(lines).hasSizeGreaterThanOrEqualTo(3000).doesNotHaveDuplicates().allMatch(line -> line.length() >= 8);
        }
    }
}
