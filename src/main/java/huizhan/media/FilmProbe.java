package huizhan.media;

import huizhan.material.FilmFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What ffprobe says of a film whose header this program can't read itself: WMV, AVI, MPG, MKV. */
final class FilmProbe {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int MOST_STREAMS = 64;

    private FilmProbe() {}

    static FilmFacts complete(Tools tools, Path film, FilmFacts facts) throws IOException {
        if (tools.ffprobe().isEmpty()) {
            return facts;
        }
        var arguments = new ArrayList<>(List.of("-v", "error", "-of", "flat", "-show_entries",
                "format=duration:stream=codec_type,codec_name,codec_tag_string,width,height:stream_side_data=rotation"));
        arguments.addAll(FilmDecoder.input(film));
        var run = ToolRun.of(tools, LIMIT, tools.ffprobe().get(), arguments);
        return run.well() ? complete(facts, values(run.out())) : facts;
    }

    private static Map<String, String> values(String flat) {
        var values = new HashMap<String, String>();
        flat.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1).replace("\"", ""));
            }
        });
        return values;
    }

    private static FilmFacts complete(FilmFacts facts, Map<String, String> values) {
        var picture = stream(values, "video");
        var sound = stream(values, "audio").map(prefix -> codec(values, prefix));
        int width = picture.map(prefix -> number(values, prefix + "width")).orElse(0);
        int height = picture.map(prefix -> number(values, prefix + "height")).orElse(0);
        boolean turned = picture.map(prefix -> number(values, prefix + "side_data_list.side_data.0.rotation")).orElse(0) % 180 != 0;
        return new FilmFacts(facts.container(), facts.examinable(), duration(values), turned ? height : width, turned ? width : height,
                picture.map(prefix -> codec(values, prefix)).orElse(""), sound, facts.fault(), facts.depth());
    }

    private static Optional<String> stream(Map<String, String> values, String type) {
        for (int i = 0; i < MOST_STREAMS; i++) {
            var prefix = "streams.stream." + i + ".";
            if (type.equals(values.get(prefix + "codec_type"))) {
                return Optional.of(prefix);
            }
        }
        return Optional.empty();
    }

    private static String codec(Map<String, String> values, String prefix) {
        var tag = values.getOrDefault(prefix + "codec_tag_string", "");
        return tag.matches("[ -Z\\\\^-~]{4}") ? tag.strip() : values.getOrDefault(prefix + "codec_name", "");
    }

    private static Optional<Duration> duration(Map<String, String> values) {
        var seconds = values.getOrDefault("format.duration", "");
        return seconds.matches("\\d{1,9}(\\.\\d+)?")
                ? Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000))) : Optional.empty();
    }

    private static int number(Map<String, String> values, String key) {
        var value = values.getOrDefault(key, "");
        return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : 0;
    }
}
