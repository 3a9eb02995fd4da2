package huizhan;

import huizhan.database.StartRefusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;

/**
 * A zip file with everything that a desk needs on a machine without Java (C1): the program, a runtime cut to its modules, and a launcher that is started by a
 * double click. A runtime for Windows is linked here too, out of the modules of a Windows JDK of the same version.
 */
final class DeskKit {
    /** What the program and its libraries use; shown to be enough by starting it. */
    private static final String MODULES = String.join(",", "java.base", "java.compiler", "java.desktop", "java.instrument", "java.logging", "java.management", "java.naming", "java.net.http",
        "java.prefs", "java.rmi", "java.scripting", "java.security.jgss", "java.sql", "java.transaction.xa", "java.xml", "jdk.charsets", "jdk.crypto.ec", "jdk.jfr", "jdk.localedata", "jdk.management",
        "jdk.unsupported", "jdk.zipfs");
    private static final String TOP = "huizhan-desk";
    private static final String PROGRAM = "rwxr-xr-x";
    private final Path app;

    /** @param app the folder with {@code huizhan.jar} and its {@code lib} */
    DeskKit(Path app) {
        this.app = app;
    }

    /** Out of the jar that runs now. */
    static DeskKit ofThisProgram() {
        try {
            var source = Path.of(new URI(DeskKit.class.getProtectionDomain().getCodeSource().getLocation().toString()));
            if (Files.isRegularFile(source) && Files.isDirectory(source.resolveSibling("lib"))) return new DeskKit(source.getParent());
        } catch (URISyntaxException | IllegalArgumentException e) {
            // from inside another archive
        }
        throw new StartRefusal("这个程序不是由 ./huizhan 启动的，找不到要打包的文件。", "This program was not started by ./huizhan, and doesn't find the files to pack.");
    }

    /** For whom. */
    enum Machine {
        LINUX, WINDOWS;

        /** Where its kit goes when nobody says. */
        Path file() {
            return Path.of(TOP + "-" + name().toLowerCase(java.util.Locale.ROOT) + ".zip");
        }

        static Machine named(String name) {
            for (var each : values()) {
                if (each.name().equalsIgnoreCase(name)) return each;
            }
            throw new StartRefusal("--for 应为 linux 或 windows，而不是 " + name + "。", "--for is linux or windows, not " + name + ".");
        }
    }

    /**
     * @param jmods the folder {@code jmods} of a JDK for that system; may be empty for this machine's own
     * @throws StartRefusal with what is missing, before anything is written
     */
    void write(Machine system, Optional<Path> jmods, Path out) throws IOException {
        if (Files.exists(out)) throw new StartRefusal("“" + out + "”已经有了，没有覆盖。", out + " is there already and was not overwritten.");
        check(system, jmods);
        var work = Files.createTempDirectory("huizhan-desk-kit");
        try {
            var runtime = work.resolve("runtime");
            link(runtime, jmods);
            var draft = out.toAbsolutePath().resolveSibling("." + out.getFileName() + ".new");
            Files.deleteIfExists(draft);
            pack(system, runtime, draft);
            Files.move(draft, out, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            clear(work);
        }
    }

    private static void check(Machine system, Optional<Path> jmods) throws IOException {
        boolean here = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT).contains("windows") == (system == Machine.WINDOWS);
        if (jmods.isEmpty() && here) return;
        if (jmods.isEmpty()) {
            throw new StartRefusal("要做别的系统用的运行环境，请用 --jmods 指出那个系统的 JDK（" + Runtime.version().feature() + " 版）里的 jmods 文件夹。",
                "For another system's runtime, name the folder jmods of that system's JDK (version " + Runtime.version().feature() + ") with --jmods.");
        }
        var base = jmods.get().resolve("java.base.jmod");
        if (!Files.isRegularFile(base)) {
            throw new StartRefusal("“" + jmods.get() + "”里没有 java.base.jmod，不是 JDK 的 jmods 文件夹。有些 JDK 的 jmods 要另外下载。",
                "There is no java.base.jmod in " + jmods.get() + ": it is no JDK's folder jmods. Some JDKs have it as a download of its own.");
        }
        var said = run("jmod", "describe", base.toString());
        var version = said.replaceAll("(?s).*java\\.base@(\\d+).*", "$1");
        if (!version.equals(String.valueOf(Runtime.version().feature()))) {
            throw new StartRefusal("“" + jmods.get() + "”是 " + version + " 版 JDK 的，本程序用 " + Runtime.version().feature() + " 版运行；两者要相同。",
                jmods.get() + " is of a JDK " + version + ", and this program runs on " + Runtime.version().feature() + "; both must be the same.");
        }
        if (!said.contains("platform " + system.name().toLowerCase(java.util.Locale.ROOT))) {
            throw new StartRefusal("“" + jmods.get() + "”不是 " + system + " 系统的 JDK 的。", jmods.get() + " is not of a JDK for " + system + ".");
        }
    }

    private static void link(Path runtime, Optional<Path> jmods) {
        var words = new ArrayList<>(List.of("--add-modules", MODULES, "--include-locales", "en,zh", "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages", "--compress",
            Runtime.version().feature() < 21 ? "2" : "zip-6", "--output", runtime.toString()));
        jmods.ifPresent(folder -> words.addAll(List.of("--module-path", folder.toString())));
        run("jlink", words.toArray(String[]::new));
    }

    private static String run(String name, String... words) {
        var tool = ToolProvider.findFirst(name).orElseThrow(() -> new StartRefusal("这个 Java 没有 " + name + "，请用完整的 JDK。", "This Java has no " + name + "; use a whole JDK."));
        var said = new StringWriter();
        if (tool.run(new PrintWriter(said, true), new PrintWriter(said, true), words) != 0) {
            var why = said.toString().strip();
            throw new StartRefusal(name + " 没有成功：" + why, name + " failed: " + why);
        }
        return said.toString();
    }

    private void pack(Machine system, Path runtime, Path out) throws IOException {
        var posix = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (var zip = FileSystems.newFileSystem(URI.create("jar:" + out.toUri()), posix)) {
            var top = zip.getPath(TOP);
            copy(runtime, top.resolve("runtime"));
            copy(app.resolve("lib"), top.resolve("app").resolve("lib"));
            Files.copy(app.resolve("huizhan.jar"), top.resolve("app").resolve("huizhan.jar"));
            for (var name : system == Machine.LINUX ? List.of("huizhan-desk.sh", "huizhan-desk.desktop") : List.of("huizhan-desk.cmd")) {
                launcher(name, top.resolve(name));
            }
            if (system == Machine.LINUX) launcher("huizhan-desk.sh", top.resolve("启动荟展.sh"));
            else launcher("huizhan-desk.cmd", top.resolve("启动荟展.cmd"));
            launcher("readme.txt", top.resolve("说明 README.txt"));
        }
    }

    private static void launcher(String name, Path to) throws IOException {
        try (var in = DeskKit.class.getResourceAsStream("/desk-kit/" + name)) {
            if (in == null) throw new IOException("no " + name);
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@OPTIONS@", options());
            Files.writeString(to, name.endsWith(".cmd") || name.endsWith(".txt") ? text.replace("\r", "").replace("\n", "\r\n") : text);
        }
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(PROGRAM));
    }

    /** What newer runtimes would warn of on the console. */
    private static String options() {
        int version = Runtime.version().feature();
        return "-XX:+UseSerialGC" + (version < 22 ? "" : " --enable-native-access=ALL-UNNAMED") + (version < 24 ? "" : " --sun-misc-unsafe-memory-access=allow");
    }

    /** With the leave to run what may be run. */
    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var each : all.sorted().toList()) {
                var target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(Files.isExecutable(each) ? PROGRAM : "rw-r--r--"));
                }
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
