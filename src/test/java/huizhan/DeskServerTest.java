package huizhan;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.call.Calls;
import huizhan.canary.Scan;
import huizhan.desk.TestDesk;
import huizhan.kernel.Text;
import huizhan.kit.Kit;
import huizhan.kit.KitWriter;
import huizhan.kit.Kits;
import huizhan.opening.OpenCall;
import huizhan.organization.TestBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk goes by the call of its kit, whatever call the program came with, and a second start finds the first (C1, C4). */
class DeskServerTest {
    private static final String SMALL = "src/test/resources/calls/small";
    private static final String WORD = "砆wipe7q";
    private static final long LOOK_ROUND = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    @TempDir Path folder;

    private static byte[] kit() {
        var call = Calls.files(SMALL);
        return KitWriter.write(new Kit("small", new Kit.Department("Q7", new Text("示例新部门", "A department of its own")), Kits.ORGANIZER.card(), Kits.MADE,
            Optional.empty(), List.of(), KitWriter.digests(call), Optional.empty()), call, Kits.ORGANIZER);
    }

    @Test void a_kit_with_another_call_makes_the_program_start_anew_under_it_and_the_same_browser_stays_in() throws Exception {
        var options = TestDesk.desk().apply(ServeOptions.local(0, folder.resolve("desk")).with("huizhan.texts.strict", "true"));
        var desk = new DeskServer(options);
        assertThat(desk.running()).as("nothing runs yet").isEmpty();
        var out = new java.io.PrintWriter(new java.io.StringWriter());
        var ready = ServeCommand.announce(desk.start(), out);
        try {
            var address = desk.current().address();
            assertThat(ready).startsWith("READY " + address + "/desk/door?ticket=");
            var browser = TestBrowser.at(address);
            browser.get(ready.substring(("READY " + address).length()));
            browser.get("/desk");
            browser.upload("/desk/kit", "kit.zip", kit());
            browser.get("/desk");
            var waiting = browser.post("/desk/place", Map.of("name", "示例乙", "kind", "department"));
            assertThat(waiting.text()).contains("正在准备");
            assertThat(waiting.body()).contains("data-waits=\"/desk/ready\"");
            waitUntilReady(desk, browser);
            assertThat(desk.current().address()).isEqualTo(address);
            assertThat(desk.current().get(OpenCall.class).call().id()).isEqualTo("small");
            assertThat(browser.follow(browser.get("/")).status()).isEqualTo(200);
            assertThat(browser.get("/desk").text()).contains("示例新部门");
            assertThat(browser.get("/nomination").status()).isEqualTo(200);

            var second = new DeskServer(options).running().orElseThrow();
            assertThat(second).startsWith("READY " + address + "/desk/door?ticket=");
            assertThat(TestBrowser.at(address).get(second.substring(("READY " + address).length())).location()).isEqualTo("/");
            assertThat(Files.getPosixFilePermissions(folder.resolve("desk/door"))).containsExactlyInAnyOrder(java.nio.file.attribute.PosixFilePermission.OWNER_READ, java.nio.file.attribute.PosixFilePermission.OWNER_WRITE);
            var guess = TestBrowser.at(address).post("/desk/tickets", Map.of(), "X-Huizhan-Door", "guess");
            assertThat(guess.status()).isEqualTo(404);
        } finally {
            desk.current().stop();
        }
        assertThat(new DeskServer(options).running()).as("a note without a program").isEmpty();
    }

    private static void waitUntilReady(DeskServer desk, TestBrowser browser) {
        long end = System.nanoTime() + PATIENCE;
        while (!desk.current().context().isActive() || !desk.current().get(OpenCall.class).call().id().equals("small")) {
            if (System.nanoTime() > end) throw new AssertionError("the desk does not start anew");
            LockSupport.parkNanos(LOOK_ROUND);
        }
        assertThat(browser.get("/desk/ready").status()).isEqualTo(204);
    }

    @Test void a_wiped_desk_leaves_nothing_of_what_was_filled_in_and_the_program_ends() throws Exception {
        var data = folder.resolve("wiped");
        var ended = new java.util.concurrent.CompletableFuture<Integer>();
        var desk = new DeskServer(TestDesk.desk().apply(ServeOptions.local(0, data)), ended::complete);
        var ready = ServeCommand.announce(desk.start(), new java.io.PrintWriter(new java.io.StringWriter()));
        var address = desk.current().address();
        var browser = TestBrowser.at(address);
        browser.get(ready.substring(("READY " + address).length()));
        browser.get("/desk");
        browser.upload("/desk/kit", "kit.zip", Kits.ofUnit("53", "示例研究所"));
        browser.get("/desk");
        browser.post("/desk/place", Map.of("name", "示例甲"));
        browser.get("/achievements/new");
        var place = browser.post("/achievements", Map.of("disclosure", "non-public")).location();
        browser.get(place);
        assertThat(browser.post(place + "/fields", Map.of("field", "name", "value", "真名" + WORD, "version", "0"), "Accept", "application/json").status()).isEqualTo(200);
        browser.get(place + "/discs");
        browser.post(place + "/discs", Map.of());
        Files.writeString(data.resolve("mine.txt"), "不是荟展的");
        assertThat(Scan.of(WORD).found(data)).as("the scan finds the word before").isNotEmpty();
        var err = new java.io.StringWriter();
        assertThat(admin(err, "wipe", "--data", data.toString(), "--yes")).as("it runs").isEqualTo(2);

        browser.get("/desk/wipe");
        assertThat(browser.post("/desk/wipe", Map.of()).text()).contains("没有清除任何东西");
        assertThat(browser.post("/desk/wipe", Map.of("sure", "yes")).text()).contains("正在清除", data.toString());
        assertThat(ended.get(60, TimeUnit.SECONDS)).isZero();
        assertThat(Scan.of(WORD).found(data)).isEmpty();
        try (var left = Files.list(data)) {
            assertThat(left).containsExactly(data.resolve("mine.txt"));
        }
    }

    private static int admin(java.io.StringWriter err, String... words) {
        return new picocli.CommandLine(new AdminCommand()).setErr(new java.io.PrintWriter(err, true)).setOut(new java.io.PrintWriter(err, true)).execute(words);
    }

    @Test void only_a_desk_s_folder_is_wiped_from_the_command_line_and_only_when_asked_twice() throws Exception {
        var desk = folder.resolve("desk");
        Server.start(TestDesk.desk().apply(ServeOptions.local(0, desk))).stop();
        var server = folder.resolve("server");
        Server.start(ServeOptions.local(0, server)).stop();
        var said = new java.io.StringWriter();
        assertThat(admin(said, "wipe", "--data", desk.toString())).isEqualTo(2);
        assertThat(admin(said, "wipe", "--data", server.toString(), "--yes")).isEqualTo(2);
        assertThat(said.toString()).contains("请加 --yes", "不是本机工作台的数据文件夹");
        assertThat(server.resolve("huizhan.db")).exists();
        assertThat(admin(said, "wipe", "--data", desk.toString(), "--yes")).isZero();
        try (var left = Files.list(desk)) {
            assertThat(left).isEmpty();
        }
    }

    @Test void the_open_zone_never_serves_a_desk_s_folder_and_a_desk_no_other_machine() {
        var data = folder.resolve("mine");
        Server.start(TestDesk.desk().apply(ServeOptions.local(0, data))).stop();
        assertThat(refused("--port", "0", "--data", data.toString(), "--zone", "open", "--demo-clock", "--lang", "en")).contains("belongs to the zone desk and can't be opened as open");
        assertThat(refused("--port", "0", "--data", data.toString(), "--zone", "desk", "--host", "0.0.0.0")).contains("本机工作台只在本机使用").hasLineCount(1);
        assertThat(refused("--port", "0", "--data", data.toString(), "--zone", "desk", "--behind-proxy")).contains("本机工作台只在本机使用").hasLineCount(1);
    }

    private static String refused(String... words) {
        var err = new java.io.StringWriter();
        assertThat(new picocli.CommandLine(new ServeCommand()).setErr(new java.io.PrintWriter(err, true)).execute(words)).isEqualTo(2);
        return err.toString();
    }
}
