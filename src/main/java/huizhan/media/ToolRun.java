package huizhan.media;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One run of another program: an array of arguments, never a shell; no standard input; a bare environment; a time limit, after which it
 * is ended; what it says is kept up to a bound and the rest drained.
 *
 * @param late it was ended because its time was over
 */
record ToolRun(int exit, String out, String complaints, boolean late) {

    private static final int KEPT = 256 * 1024;
    private static final List<String> ENVIRONMENT = List.of("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH");

    static ToolRun of(Tools tools, Duration limit, Path program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        tools.nice().ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "15")));
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(nothing()));
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("VIPS_CONCURRENCY", "1");
        builder.environment().put("VIPS_BLOCK_UNTRUSTED", "1");
        return wait(builder.start(), limit);
    }

    boolean well() {
        return exit == 0 && !late;
    }

    private static ToolRun wait(Process process, Duration limit) throws IOException {
        var out = CompletableFuture.supplyAsync(() -> keep(process.getInputStream()), ToolRun::thread);
        var complaints = CompletableFuture.supplyAsync(() -> keep(process.getErrorStream()), ToolRun::thread);
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return new ToolRun(process.exitValue(), out.join(), complaints.join(), !ended);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another program ran");
        }
    }

    private static void thread(Runnable task) {
        var thread = new Thread(task, "tool-output");
        thread.setDaemon(true);
        thread.start();
    }

    private static File nothing() {
        return new File(Optional.of("/dev/null").filter(path -> new File(path).exists()).orElse("NUL"));
    }

    private static String keep(InputStream in) {
        try (in) {
            var kept = in.readNBytes(KEPT);
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return new String(kept, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
