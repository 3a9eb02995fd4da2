package huizhan.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A copy of a film that every browser plays: H.264 and AAC in MP4, its index first, at most 720 lines and 30 pictures a second. */
public final class FilmPreview {

    private static final List<List<String>> ENCODERS = List.of(
            List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "25", "-maxrate", "2500k", "-bufsize", "5000k"),
            List.of("-c:v", "libopenh264", "-b:v", "1800k"));
    private static final Duration LEAST_TIME = Duration.ofMinutes(5);

    private FilmPreview() {}

    /**
     * Writes the preview, up to a length.
     *
     * @return whether there is one now; false where there is no ffmpeg, or the film can't be decoded in twelve times its length
     */
    public static boolean write(Tools tools, Path film, Path target, Duration upTo) throws IOException {
        if (tools.ffmpeg().isEmpty()) {
            return false;
        }
        var limit = upTo.multipliedBy(12).compareTo(LEAST_TIME) < 0 ? LEAST_TIME : upTo.multipliedBy(12);
        for (var encoder : ENCODERS) {
            var run = ToolRun.of(tools, limit, tools.ffmpeg().get(), arguments(film, target, upTo, encoder));
            if (run.well() && playable(target)) {
                return true;
            }
        }
        Files.deleteIfExists(target);
        return false;
    }

    private static boolean playable(Path target) throws IOException {
        if (!Files.isRegularFile(target)) {
            return false;
        }
        try (var view = FileView.of(target)) {
            var facts = FilmHeader.read(view, FilmFormat.of(view));
            return facts.fault().isEmpty() && facts.duration().isPresent();
        }
    }

    private static List<String> arguments(Path film, Path target, Duration upTo, List<String> encoder) throws IOException {
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-loglevel", "error", "-y", "-threads", "1"));
        arguments.addAll(FilmDecoder.input(film));
        arguments.addAll(List.of("-t", String.valueOf(upTo.toSeconds()), "-map", "0:v:0", "-map", "0:a:0?", "-map_metadata", "-1",
                "-map_chapters", "-1", "-fpsmax", "30", "-vf", "scale=trunc(iw*sar/2)*2:ih,setsar=1,"
                        + "scale=w='if(gte(iw,ih),-2,trunc(min(720,iw)/2)*2)':h='if(gte(iw,ih),trunc(min(720,ih)/2)*2,-2)'"));
        arguments.addAll(encoder);
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-threads", "1", "-c:a", "aac", "-b:a", "96k", "-ac", "2", "-movflags", "+faststart",
                "-f", "mp4", "file:" + target.toAbsolutePath()));
        return arguments;
    }
}
