package huizhan.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes short HD films for the demo, the tests and the benches: a camera that glides over painted pictures, one after the other, with a
 * soft chord; H.264 and AAC in MP4, its index first, 1280 by 720 at 25 pictures a second.
 */
public final class FilmStudio {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int RATE = 25;
    private static final int FADE = 20;
    private static final List<List<String>> ENCODERS = List.of(
            List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "23"), List.of("-c:v", "libopenh264", "-b:v", "3000k"));

    private FilmStudio() {}

    /**
     * Writes a film.
     *
     * @param scenes  shown for the same time each, at least one
     * @param seconds length
     * @return whether there is one now; false where there is no ffmpeg with an H.264 encoder
     */
    public static boolean write(Tools tools, List<PictureStudio.Scene> scenes, long seed, int seconds, Path target) throws IOException {
        if (tools.ffmpeg().isEmpty()) {
            return false;
        }
        var pictures = new ArrayList<BufferedImage>();
        for (var scene : scenes) {
            pictures.add(PictureStudio.paint(scene, seed, WIDTH * 5 / 4, HEIGHT * 5 / 4));
        }
        for (var encoder : ENCODERS) {
            if (encode(tools.ffmpeg().get(), encoder, pictures, seconds, target)) {
                return true;
            }
        }
        Files.deleteIfExists(target);
        return false;
    }

    private static boolean encode(Path ffmpeg, List<String> encoder, List<BufferedImage> pictures, int seconds, Path target)
            throws IOException {
        var command = new ArrayList<>(List.of(ffmpeg.toString(), "-hide_banner", "-loglevel", "quiet", "-y",
                "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", WIDTH + "x" + HEIGHT, "-r", String.valueOf(RATE), "-i", "pipe:0",
                "-f", "lavfi", "-i", "aevalsrc=0.05*sin(2*PI*220*t)+0.04*sin(2*PI*277.2*t)+0.04*sin(2*PI*329.6*t)*sin(t):s=44100:d=" + seconds,
                "-map_metadata", "-1"));
        command.addAll(encoder);
        command.addAll(List.of("-pix_fmt", "yuv420p", "-g", "50", "-threads", "1", "-c:a", "aac", "-b:a", "96k", "-ac", "2", "-t", String.valueOf(seconds),
                "-movflags", "+faststart", "-f", "mp4", "file:" + target.toAbsolutePath()));
        var process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var frames = new BufferedOutputStream(process.getOutputStream(), 1 << 20)) {
            show(pictures, seconds * RATE, frames);
        } catch (IOException e) {
            process.destroy();
        }
        return ended(process) && Files.isRegularFile(target);
    }

    private static boolean ended(Process process) throws IOException {
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while a film was being made");
        }
    }

    private static void show(List<BufferedImage> pictures, int frames, OutputStream out) throws IOException {
        var frame = new byte[WIDTH * HEIGHT * 3];
        var next = new byte[WIDTH * HEIGHT * 3];
        int each = (frames + pictures.size() - 1) / pictures.size();
        for (int i = 0; i < frames; i++) {
            int shown = i / each;
            glide(pictures.get(shown), shown, (i % each) / (float) each, frame);
            int left = each - i % each;
            if (left < FADE && shown + 1 < pictures.size()) {
                glide(pictures.get(shown + 1), shown + 1, -left / (float) each, next);
                blend(frame, next, 256 - 256 * left / FADE);
            }
            out.write(frame);
        }
    }

    private static void blend(byte[] frame, byte[] next, int share) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (byte) ((frame[i] & 0xff) + (((next[i] & 0xff) - (frame[i] & 0xff)) * share >> 8));
        }
    }

    /** A view that draws nearer or away while it wanders, between pixels as well, so that nothing jerks. */
    private static void glide(BufferedImage picture, int number, float time, byte[] frame) {
        float zoom = number % 2 == 0 ? 1.24f - 0.16f * time : 1.04f + 0.16f * time;
        float room = (float) picture.getWidth() - WIDTH * zoom - 2;
        float roomDown = (float) picture.getHeight() - HEIGHT * zoom - 2;
        float startX = Math.max(0, room * (number % 3 == 1 ? 0.8f - 0.6f * time : 0.2f + 0.6f * time));
        float startY = Math.max(0, roomDown * (0.4f + 0.2f * time));
        var pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        int stride = picture.getWidth() * 3;
        for (int y = 0, at = 0; y < HEIGHT; y++) {
            int down = (int) ((startY + y * zoom) * 256);
            int upper = Math.min(picture.getHeight() - 2, down >> 8) * stride;
            for (int x = 0; x < WIDTH; x++) {
                int across = (int) ((startX + x * zoom) * 256);
                int corner = upper + Math.min(picture.getWidth() - 2, across >> 8) * 3;
                for (int band = 0; band < 3; band++, corner++) {
                    int top = mix(pixels[corner], pixels[corner + 3], across & 255);
                    int bottom = mix(pixels[corner + stride], pixels[corner + stride + 3], across & 255);
                    frame[at++] = (byte) (top + ((bottom - top) * (down & 255) >> 8));
                }
            }
        }
    }

    private static int mix(byte from, byte to, int share) {
        return (from & 0xff) + (((to & 0xff) - (from & 0xff)) * share >> 8);
    }
}
