package huizhan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.Intake;
import huizhan.disc.DiscVerifier;
import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.Unsealing;
import huizhan.kit.Kits;
import huizhan.material.Achievement;
import huizhan.material.Examples;
import huizhan.organization.LocalPerson;
import huizhan.stamped.Scans;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a unit fills in at its desk goes to its department on sealed discs, and stays (C1, C2, A4). */
class DeskDiscTest {
    private static final String WORD = "砆desk7q";
    @TempDir Path folder;

    private static String begun(TestDesk desk) {
        desk.browser.get("/achievements/new");
        var place = desk.browser.post("/achievements", Map.of("disclosure", "non-public")).location();
        var me = desk.server.get(LocalPerson.class).actor();
        var told = new Achievement(Optional.empty(), 1, "01", Optional.empty(), "non-public", Examples.values().with("name", "真名" + WORD).without("board.departmentOpinion"), "", "",
            List.of(), List.of(), List.of(), "", List.of());
        desk.server.get(Intake.class).fill(me, UUID.fromString(place.substring(place.lastIndexOf('/') + 1)), told, path -> Optional.empty());
        return place;
    }

    @Test void a_unit_seals_what_is_not_public_to_its_department_and_reads_the_disc_back() throws Exception {
        try (var desk = TestDesk.ofUnit(Kits.ofUnit("53", "示例研究所"))) {
            var place = begun(desk);
            assertThat(desk.browser.get(place).body()).contains("href=\"" + place + "/discs\"").doesNotContain(place + "/handover");
            assertThat(desk.browser.get(place + "/handover").status()).isEqualTo(404);
            assertThat(desk.browser.get(place + "/discs").text()).contains("示例部门 53", Kits.DEPARTMENT.card().fingerprint().grouped(), "不符合要求", "生成封装光盘");
            assertThat(desk.browser.post(place + "/discs", Map.of()).location()).isEqualTo(place + "/discs");
            assertThat(desk.server.trail("desk.disc-made", "achievement:%")).isEqualTo(1);
            assertThat(desk.browser.get(place + "/discs").text()).contains("封装光盘 1/1", "检查刻好的光盘");
            var disc = Files.write(folder.resolve("disc.iso"), Scans.bytes(desk.server, desk.browser, place + "/discs/1"));
            var verdict = DiscVerifier.verify(disc, new Against(Optional.empty(), Optional.of(Kits.DEPARTMENT), List.of()));
            assertThat(verdict.defects()).isEmpty();
            assertThat(verdict.sealed().orElseThrow()).isEqualTo(new DiscVerifier.Sealed("53", 1, Kits.DEPARTMENT.card().id(), true));
            assertThat(holds(disc)).isFalse();
            assertThat(holds(Unsealing.into(disc, Kits.DEPARTMENT, folder).image().orElseThrow())).isTrue();
            assertThat(Scans.text(desk.server, desk.browser, place + "/discs/1/label.pdf")).as("a draft, which is nobody's business outside").contains("推荐部门代码53", "成果1项", "第1张，共1张")
                .doesNotContain("草稿", "未通过检查", WORD);

            desk.browser.get("/desk/reading");
            assertThat(desk.browser.post("/desk/reading", Map.of("path", disc.toString())).text()).contains("完好：封装光盘从外面检查没有问题");
            var bytes = Files.readAllBytes(disc);
            bytes[bytes.length / 2] ^= 1;
            var scratched = Files.write(folder.resolve("scratched.iso"), bytes);
            assertThat(desk.browser.post("/desk/reading", Map.of("path", scratched.toString())).text()).contains("请不要送交，重新刻一张");
            assertThat(desk.browser.post("/desk/reading", Map.of("path", folder.resolve("none").toString())).status()).isEqualTo(422);

            desk.browser.get(place);
            desk.browser.post(place + "/fields", Map.of("field", "name", "value", "又改了", "version", "1"), "Accept", "application/json");
            assertThat(desk.browser.get(place + "/discs").text()).as("the discs are of before").contains("内容或公钥卡又变了");
            assertThat(desk.browser.get(place).status()).as("it stays here").isEqualTo(200);
            assertThat(desk.browser.get("/achievements/" + UUID.randomUUID() + "/discs").status()).isEqualTo(404);
        }
    }

    private static boolean holds(Path file) throws Exception {
        return holds(file, WORD.getBytes(StandardCharsets.UTF_8));
    }

    static boolean holds(Path file, byte[] word) throws Exception {
        var all = Files.readAllBytes(file);
        for (int at = 0; at <= all.length - word.length; at++) {
            if (java.util.Arrays.equals(all, at, at + word.length, word, 0, word.length)) return true;
        }
        return false;
    }

    @Test void a_department_s_kit_alone_has_no_key_for_a_unit_s_discs() {
        try (var desk = TestDesk.bare()) {
            desk.take(Kits.ofDepartment("53"));
            desk.browser.post("/desk/place", Map.of("name", "示例甲", "kind", "unit", "unit", "示例研究所"));
            var place = begun(desk);
            assertThat(desk.browser.get(place + "/discs").text()).contains("征集包里没有推荐部门的公钥卡").doesNotContain("生成封装光盘");
            assertThat(desk.browser.post(place + "/discs", Map.of()).text()).contains("不能封装");
            assertThat(desk.take(Kits.ofUnit("53", "示例研究所")).location()).isEqualTo("/desk");
            assertThat(desk.browser.get(place + "/discs").text()).contains("生成封装光盘");
        }
    }
}
