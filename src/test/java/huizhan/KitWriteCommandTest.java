package huizhan;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.keys.PrivateKeys;
import huizhan.kit.Kit;
import huizhan.kit.KitReader;
import huizhan.kit.Kits;
import huizhan.nomination.Filing;
import huizhan.opening.Permits;
import huizhan.opening.exceptions.Exceptions;
import huizhan.organization.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a server knows of a department goes into its kit, and from that kit into those of its units (C1, B18, B24). */
class KitWriteCommandTest {
    private static final String WORD = "violet kettle roof";
    @TempDir Path folder;

    private Path key(String name, PrivateKeys keys) throws Exception {
        return Files.writeString(folder.resolve(name), keys.locked(WORD.toCharArray()));
    }

    private record Said(int code, String out, String err) {}

    private Said write(String... words) throws Exception {
        var all = new java.util.ArrayList<>(java.util.List.of(words));
        all.addAll(java.util.List.of("--passphrase-file", Files.writeString(folder.resolve("word.txt"), WORD).toString(), "--out", folder.resolve("kits").toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new CommandLine(new KitWriteCommand()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(all.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    @Test void a_department_s_kit_says_what_the_organizer_granted_it_and_nothing_of_others() throws Exception {
        var server = TestServer.inTheCall();
        Path data;
        try {
            var organizer = server.people().organizer();
            var permits = server.get(Permits.class);
            permits.grant(organizer.actor(), server.people().department("53").id(), permits.end("2015-07-25", ""), "道路中断");
            permits.grant(organizer.actor(), server.people().department("31").id(), permits.end("2015-07-30", ""), "别的部门的事");
            server.get(Exceptions.class).grant(organizer.actor(), server.people().department("53").id(), "A6.size", "", "历史照片");
            var browser = server.browserOf(organizer);
            browser.get("/keys");
            browser.post("/keys", Map.of("card", Kits.ORGANIZER.card().card(), "seen", "0"));
            new Filing(server, "53");
        } finally {
            data = server.leave();
        }
        try {
            var organizer = key("organizer.key", Kits.ORGANIZER).toString();
            var stranger = key("stranger.key", PrivateKeys.create("组织单位（示例）", Kits.MADE)).toString();
            assertThat(write("--department", "53", "--key", stranger, "--data", data.toString(), "--demo-clock")).satisfies(said -> {
                assertThat(said.code()).isEqualTo(1);
                assertThat(said.err()).contains("不是组织单位现行公钥卡");
            });
            assertThat(write("--department", "ZZ", "--key", organizer, "--data", data.toString(), "--demo-clock").err()).contains("没有代码为 ZZ 的推荐部门");
            var said = write("--department", "53", "--key", organizer, "--data", data.toString(), "--demo-clock");
            assertThat(said.err()).isEmpty();
            assertThat(said.out()).contains(Kits.ORGANIZER.card().fingerprint().grouped(), "huizhan-kit-53.zip", "huizhan-kit-53-letter.pdf");
            var read = KitReader.read(folder.resolve("kits/huizhan-kit-53.zip"), Optional.of(Kits.ORGANIZER.card()));
            assertThat(read.defects()).isEmpty();
            var kit = read.kit().orElseThrow();
            assertThat(kit.permit()).contains(new Kit.Permit(Instant.parse("2015-07-25T16:00:00Z"), "道路中断"));
            assertThat(kit.exceptions()).extracting(each -> each.reason()).containsExactly("历史照片");
            assertThat(kit.department().code()).isEqualTo("53");
            assertThat(write("--department", "53", "--key", organizer, "--data", data.toString(), "--demo-clock")).as("never overwritten").satisfies(again -> {
                assertThat(again.code()).isEqualTo(2);
                assertThat(again.err()).contains("已经有了");
            });

            var department = key("department.key", Kits.DEPARTMENT).toString();
            assertThat(write("--unit", "示例研究所", "--key", department, "--from", folder.resolve("kits/huizhan-kit-53.zip").toString()).code()).isZero();
            var unit = KitReader.read(folder.resolve("kits/huizhan-kit-53-示例研究所.zip"), Optional.of(Kits.ORGANIZER.card()));
            assertThat(unit.defects()).isEmpty();
            assertThat(unit.kit().orElseThrow().unit().orElseThrow().department()).isEqualTo(Kits.DEPARTMENT.card());
            assertThat(write("--unit", "示例研究所", "--key", department, "--data", data.toString()).err()).contains("请用 --from 指出");
            assertThat(write("--key", department).code()).isEqualTo(2);
        } finally {
            TestServer.clear(data);
        }
    }
}
