package huizhan.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One telling frame of a film, as a JPEG without metadata. */
public final class FilmPoster {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private FilmPoster() {}

    /**
     * Writes the poster: out of two seconds of frames, a tenth into the film, the one that is most like the others (never a fade).
     *
     * @param maxPixels longest side
     * @return its size; empty where there is no ffmpeg or the film shows nothing
     */
    public static Optional<Preview> write(Tools tools, Path film, Path target, int maxPixels) throws IOException {
        if (tools.ffmpeg().isEmpty()) {
            return Optional.empty();
        }
        for (double start : new double[] {start(film), 0}) {
            var run = ToolRun.of(tools, LIMIT, tools.ffmpeg().get(), arguments(film, target, maxPixels, start));
            if (run.well() && Files.isRegularFile(target) && Files.size(target) > 0) {
                return Preview.written(target);
            }
        }
        Files.deleteIfExists(target);
        return Optional.empty();
    }

    private static double start(Path film) throws IOException {
        try (var view = FileView.of(film)) {
            var duration = FilmHeader.read(view, FilmFormat.of(view)).duration();
            return duration.map(time -> Math.min(60, time.toMillis() / 10_000.0)).orElse(2.0);
        }
    }

    private static List<String> arguments(Path film, Path target, int maxPixels, double start) throws IOException {
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-loglevel", "error", "-y", "-threads", "1",
                "-ss", String.format(Locale.ROOT, "%.3f", start)));
        arguments.addAll(FilmDecoder.input(film));
        arguments.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-map_metadata", "-1", "-vf",
                "thumbnail=50,scale=trunc(iw*sar/2)*2:ih,setsar=1,scale=w='min(" + maxPixels + ",iw)':h='min(" + maxPixels
                        + ",ih)':force_original_aspect_ratio=decrease",
                "-pix_fmt", "yuvj420p", "-q:v", "3", "-c:v", "mjpeg", "-f", "image2pipe", "file:" + target.toAbsolutePath()));
        return arguments;
    }
}
