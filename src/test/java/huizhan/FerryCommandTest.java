package huizhan;

import static huizhan.kernel.Disclosure.NON_PUBLIC;
import static huizhan.kernel.Disclosure.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import huizhan.disc.Capacity;
import huizhan.disc.DiscVerifier;
import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.Profile;
import huizhan.ferry.Freight;
import huizhan.ferry.crossing.CrossingMaking;
import huizhan.ferry.crossing.Crossings;
import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import huizhan.material.Achievement;
import huizhan.nomination.Filing;
import huizhan.nomination.SignOffs;
import huizhan.organization.TestPeople;
import huizhan.organization.TestServer;
import huizhan.organization.cards.KeyCards;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The ferry (C1, B9): from the open server over signed discs to the restricted one; killed in the middle, lost, written again, taken in. */
class FerryCommandTest {
    private static final Actor ORGANIZER = new Actor(new java.util.UUID(0, 7), "收件员", Set.of(Role.ORGANIZER), Optional.empty(), Optional.empty());
    private static final Achievement WATER = Freight.heavy(Freight.achievement(1, "跨境水资源联合观测", PUBLIC));
    private static final Achievement HERDS = Freight.heavy(Freight.achievement(1, "高原畜牧联合育种", PUBLIC));
    private static final Achievement SECRET = Freight.achievement(2, "特种材料联合试制", NON_PUBLIC);
    private static final long SMALL = 16_000_000;
    @TempDir
    Path folder;
    private TestPeople.Person organizer;
    private String third = "";

    @Test void what_is_signed_off_crosses_once_however_often_the_writing_is_stopped() throws Exception {
        var data = opened();
        var out = folder.resolve("out");
        killed(data, out);
        var first = new ArrayList<Path>();
        assertThat(ferry(data, out, first)).isEqualTo("0 第 1 次摆渡还没有写完，接着写。");
        assertThat(first).extracting(each -> each.getFileName().toString()).containsExactly("huizhan-ferry-001-1.iso", "huizhan-ferry-001-2.iso");
        assertThat(ferry(data, out, new ArrayList<>())).startsWith("0 没有新的内容：上次摆渡是第 1 次");
        var options = ServeOptions.local(0, data).at(Instant.EPOCH).with("huizhan.totp", "off").with("logging.threshold.console", "ERROR");
        var open = Server.start(options);
        try {
            writtenAgain(open, first);
            var second = oneMore(open);
            inside(first, second, PublicKeys.read(open.get(CrossingMaking.class).card().card()));
        } finally {
            open.stop();
            TestServer.clear(data);
        }
    }

    /** Two departments on the open server, one with a stub; what they sent is frozen as a sign-off is. */
    private Path opened() throws Exception {
        var open = TestServer.start(options -> options.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off"));
        var discs = new ArrayList<Path>();
        for (var code : List.of("52", "53")) {
            var name = open.people().department(code).name().zh();
            var list = code.equals("52") ? Freight.list(name, 1, WATER, Achievement.stub(SECRET.id().orElseThrow(), 2)) : Freight.list(name, 1, HERDS);
            discs.addAll(Freight.discs(list, folder.resolve(code)));
        }
        assertThat(TestImports.take(open.running(), ORGANIZER, List.of(), discs)).isEmpty();
        organizer = open.people().organizer();
        third = open.people().department("54").name().zh();
        return open.leave();
    }

    /** A process of its own, killed when the second nomination has begun: what lies there is whole, and nothing else has a name. */
    private static void killed(Path data, Path out) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-Xmx400m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "disc", "write", "--all",
            "--data", data.toString(), "--demo-clock", "--out", out.toString(), "--capacity", String.valueOf(SMALL)).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (var lines = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(lines.lines().anyMatch(line -> line.contains("% O-53-"))).as("a plain line for each nomination, where there is no terminal").isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (var all = Files.list(out)) {
            assertThat(all.filter(each -> !each.getFileName().toString().startsWith("."))).isEmpty();
        }
        try (var parts = Files.walk(data.resolve("ferry"))) {
            assertThat(parts.filter(each -> each.getFileName().toString().startsWith("O-52-"))).as("the first is complete").isNotEmpty();
        }
    }

    /** The exit code and the first line; the images that it names are added. */
    private static String ferry(Path data, Path out, List<Path> images) {
        var told = new StringWriter();
        var line = new CommandLine(new FerryCommand()).setOut(new PrintWriter(told)).setErr(new PrintWriter(new StringWriter()));
        int code = line.execute("--all", "--data", data.toString(), "--demo-clock", "--out", out.toString(), "--capacity", String.valueOf(SMALL));
        told.toString().lines().filter(each -> each.contains("tagmanifest-sha256")).map(each -> Path.of(each.split("  ")[0])).forEach(images::add);
        return code + " " + told.toString().lines().findFirst().orElse("");
    }

    private void writtenAgain(Server.Running open, List<Path> first) throws Exception {
        var crossings = open.get(Crossings.class);
        assertThat(crossings.begin(ORGANIZER, Capacity.DVD, false)).as("nothing is new").isEmpty();
        var lost = crossings.again(ORGANIZER, 1);
        var again = open.get(CrossingMaking.class).make(ORGANIZER, lost, folder.resolve("again"), (done, total, what) -> {}).images();
        assertThat(again).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(again.get(i).path()).as("what was written in two goes, to the last bit").hasSameBinaryContentAs(first.get(i));
        }
    }

    /** A third department signs off, and it alone goes with the second ferry, which the page has written. */
    private Path oneMore(Server.Running open) throws Exception {
        var server = TestServer.around(open, folder);
        var wheat = Freight.achievement(1, "耐旱小麦联合育种", PUBLIC);
        assertThat(TestImports.take(open, ORGANIZER, List.of(), Freight.discs(Freight.list(third, 1, wheat), folder.resolve("54")))).isEmpty();
        var browser = server.browserOf(organizer);
        assertThat(browser.get("/ferries").text()).contains("O-54-0001", "第 1 次摆渡");
        assertThat(browser.post("/ferries", Map.of("capacity", "dvd")).status()).isEqualTo(302);
        Filing.settled(server, "ferry.crossing");
        assertThat(browser.get("/ferries").text()).contains("没有新签发的推荐", "huizhan-ferry-002.iso", "荟展公开网服务器");
        assertThat(browser.get("/ferries/2/discs/1/label.pdf").body()).startsWith("%PDF");
        var crossings = open.get(Crossings.class);
        var image = crossings.folder(crossings.all().get(0)).resolve("huizhan-ferry-002.iso");
        var kept = Files.copy(image, folder.resolve("second.iso"));
        assertThat(TestImports.take(open, ORGANIZER, List.of(), Freight.discs(Freight.list(third, 2, Freight.achievement(1, "换过的成果", PUBLIC)), folder.resolve("54-2")))).isEmpty();
        Filing.settled(server, "ferry.clear");
        assertThat(image).as("what was withdrawn may be erased next, and doesn't stay on a disc").doesNotExist();
        return kept;
    }

    private void inside(List<Path> first, Path second, PublicKeys card) throws Exception {
        var all = Stream.concat(first.stream(), Stream.of(second)).toList();
        for (var each : all) {
            assertThat(DiscVerifier.verify(each, new Against(Optional.of(Profile.HUIZHAN), Optional.empty(), List.of(card))).defects()).isEmpty();
        }
        try (var inner = TestServer.start(options -> options.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").in(Zone.RESTRICTED))) {
            var cards = inner.get(KeyCards.class);
            var other = PrivateKeys.create("别的服务器", Instant.parse("2015-05-20T01:00:00Z")).card();
            assertThat(cards.putOpenServers(ORGANIZER, new ByteArrayInputStream(other.card().getBytes(StandardCharsets.UTF_8)), "", 0)).isEmpty();
            assertThat(TestImports.take(inner.running(), ORGANIZER, List.of(), all)).as("signed by a stranger").containsExactly("import.signature", "import.signature", "import.signature");
            assertThat(inner.get(SignOffs.class).all()).isEmpty();
            assertThat(cards.putOpenServers(ORGANIZER, new ByteArrayInputStream(card.card().getBytes(StandardCharsets.UTF_8)), "", 1)).isEmpty();
            assertThat(TestImports.take(inner.running(), ORGANIZER, List.of(), List.of(all.get(1), all.get(2)))).isEmpty();
            assertThat(inner.browserOf(inner.people().organizer()).get("/discs").text()).contains("第 1 次摆渡 光盘 1 张，共 2 张 缺第 1 张");
            assertThat(TestImports.take(inner.running(), ORGANIZER, List.of(), all)).as("two of them a second time").isEmpty();
            var secret = Freight.sealed(Freight.part(SECRET), LOCKSMITH.card(), "52", folder.resolve("sealed"));
            assertThat(TestImports.take(inner.running(), ORGANIZER, List.of(LOCKSMITH), secret)).isEmpty();
            assertThat(names(inner, "52")).as("merged with what came sealed").containsExactly("跨境水资源联合观测", "特种材料联合试制");
            assertThat(names(inner, "53")).containsExactly("高原畜牧联合育种");
            assertThat(names(inner, "54")).containsExactly("耐旱小麦联合育种");
            assertThat(inner.trail("ferry.came", "%")).isEqualTo(3);
        }
    }

    private static final PrivateKeys LOCKSMITH = PrivateKeys.create("组织单位（示例）", Instant.parse("2015-05-20T01:00:00Z"));

    private static List<String> names(TestServer server, String code) {
        var id = server.people().department(code).id();
        var signOffs = server.get(SignOffs.class);
        return signOffs.all().stream().filter(each -> each.department().equals(id)).flatMap(each -> signOffs.content(each.revision()).orElseThrow().material().achievements().stream())
            .map(Achievement::name).toList();
    }
}
