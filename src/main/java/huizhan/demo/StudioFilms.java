package huizhan.demo;

import huizhan.media.Tools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short films of moving test cards, made by ffmpeg: the machine's own, or the one that comes with the program. */
final class StudioFilms {
    /** A longer film shows one colour: nobody watches it, and a test card takes its time. */
    private static final int STILL = 60;
    /** From the name of a track header box, version 0, to its matrix. */
    private static final int MATRIX = 44;

    private final Path ffmpeg;
    private final String encoder;

    private StudioFilms(Path ffmpeg) throws IOException {
        this.ffmpeg = ffmpeg;
        var encoders = output(List.of(ffmpeg.toString(), "-hide_banner", "-encoders"));
        this.encoder = encoders.contains("libx264") ? "libx264" : encoders.contains("libopenh264") ? "libopenh264" : "mpeg4";
    }

    static StudioFilms with(Tools tools) throws IOException {
        return new StudioFilms(tools.ffmpeg().orElseThrow(() -> new IOException("films need ffmpeg: install it (Debian: apt-get install ffmpeg)")));
    }

    /**
     * @param seconds running time, tenths count
     * @param fps     frames a second; one is enough for a long film that nobody watches
     */
    void mp4(Path file, int width, int height, double seconds, int fps, boolean sound) throws IOException {
        var arguments = inputs(width, height, seconds, fps, sound);
        if (encoder.equals("libx264")) {
            arguments.addAll(List.of("-preset", "ultrafast"));
        }
        arguments.addAll(List.of("-c:v", encoder, "-pix_fmt", "yuv420p", "-g", String.valueOf(Math.max(fps * 2, 10))));
        if (sound) {
            arguments.addAll(List.of("-c:a", "aac", "-b:a", "32k", "-ac", "1"));
        }
        arguments.addAll(List.of("-t", String.valueOf(seconds), "-movflags", "+faststart", "-f", "mp4"));
        run(arguments, file);
    }

    void wmv(Path file, int width, int height, double seconds) throws IOException {
        var arguments = inputs(width, height, seconds, 10, true);
        arguments.addAll(List.of("-c:v", "wmv2", "-c:a", "wmav2", "-t", String.valueOf(seconds), "-f", "asf"));
        run(arguments, file);
    }

    /** The same film with the flag of its picture track that turns it by a quarter (ISO 14496-12, 8.3.2). */
    static byte[] turned(Path film) throws IOException {
        var bytes = Files.readAllBytes(film);
        var box = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        int[] quarter = {0, 0x10000, 0, 0xFFFF0000, 0, 0, 720 << 16, 0, 0x40000000};
        ByteBuffer.wrap(bytes, box + MATRIX, quarter.length * 4).asIntBuffer().put(quarter);
        return bytes;
    }

    private static List<String> inputs(int width, int height, double seconds, int fps, boolean sound) {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("-f", "lavfi", "-i", (seconds > STILL ? "color=c=0x1F4E79:size=" : "testsrc2=size=") + width + "x" + height + ":rate=" + fps + ":duration=" + (seconds + 1)));
        if (sound) {
            arguments.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=330:sample_rate=16000:duration=" + (seconds + 1)));
        }
        return arguments;
    }

    private void run(List<String> arguments, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var command = new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin", "-hide_banner", "-loglevel", "error", "-y"));
        command.addAll(arguments);
        command.add(file.toString());
        var complaint = output(command);
        if (!Files.isRegularFile(file)) {
            throw new IOException("ffmpeg made no film: " + complaint.lines().findFirst().orElse(""));
        }
    }

    private static String output(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("ffmpeg took longer than five minutes");
            }
            return said;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The front part of a file: a film whose copying broke off. */
    static byte[] cut(Path file, double part) throws IOException {
        var bytes = Files.readAllBytes(file);
        return Arrays.copyOf(bytes, (int) (bytes.length * part));
    }
}
