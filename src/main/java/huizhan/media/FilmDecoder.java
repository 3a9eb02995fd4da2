package huizhan.media;

import huizhan.material.FilmFacts;
import huizhan.material.FilmFacts.Depth;
import huizhan.material.FilmFacts.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The deep verdict over a film (A10, second stage): every frame decoded by ffmpeg and thrown away, and what it complained of. Its exit
 * code alone means nothing: it plays a damaged film to the end and calls that a success.
 */
final class FilmDecoder {

    private static final Duration LEAST_TIME = Duration.ofMinutes(5);
    private static final Duration UNKNOWN_TIME = Duration.ofHours(1);
    private static final Pattern CUT = Pattern.compile("partial file|[Tt]runcat|moov atom not found");
    private static final Pattern HARMLESS = Pattern.compile("monotonic|[Tt]imestamps are unset|[Dd]eprecated|backward in time"
            + "|Could not find codec parameters|Last message repeated|invalid dropping|out of order|Application provided");
    private static final Pattern FRAMES = Pattern.compile("(?m)^frame=\\s*(\\d+)");
    private static final Pattern REACHED = Pattern.compile("(?m)^out_time_us=(\\d+)");

    private final Tools tools;

    FilmDecoder(Tools tools) {
        this.tools = tools;
    }

    FilmFacts examine(Path film, FilmFacts facts) throws IOException {
        if (tools.ffmpeg().isEmpty()) {
            return with(facts, new Depth(false, Optional.empty()));
        }
        var known = facts.examinable() ? facts : FilmProbe.complete(tools, film, facts);
        if (!known.examinable() && known.duration().isPresent() && known.width() == 0) {
            return with(known, new Depth(true, Optional.of(Fault.NO_PICTURE_TRACK)));
        }
        var run = ToolRun.of(tools, limit(known), tools.ffmpeg().get(), arguments(film));
        return with(known, run.late() ? new Depth(false, Optional.empty()) : new Depth(true, fault(run, known)));
    }

    /** The arguments that open a film and nothing else: its own demuxer, no protocol but files, no name that could be an option. */
    static List<String> input(Path film) throws IOException {
        return List.of("-protocol_whitelist", "file,pipe", "-f", demuxer(film), "-i", "file:" + film.toAbsolutePath());
    }

    static String demuxer(Path film) throws IOException {
        try (var view = FileView.of(film)) {
            return FilmFormat.of(view).demuxer();
        }
    }

    private static List<String> arguments(Path film) throws IOException {
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-loglevel", "error", "-nostats", "-progress", "pipe:1",
                "-threads", "1"));
        arguments.addAll(input(film));
        arguments.addAll(List.of("-map", "0:v:0", "-map", "0:a:0?", "-f", "null", "-"));
        return arguments;
    }

    private static Duration limit(FilmFacts facts) {
        var needed = facts.duration().map(duration -> duration.multipliedBy(6)).orElse(UNKNOWN_TIME);
        return needed.compareTo(LEAST_TIME) < 0 ? LEAST_TIME : needed;
    }

    private static Optional<Fault> fault(ToolRun run, FilmFacts facts) {
        long frames = last(FRAMES, run.out());
        if (CUT.matcher(run.complaints()).find() || endsEarly(run, facts)) {
            return Optional.of(Fault.TRUNCATED);
        }
        long complaints = run.complaints().lines().filter(line -> !line.isBlank() && !HARMLESS.matcher(line).find()).count();
        long borne = facts.examinable() ? 0 : 3 + frames / 500;
        return frames == 0 || complaints > borne ? Optional.of(Fault.CORRUPT) : Optional.empty();
    }

    /** The frames end well before the index says. */
    private static boolean endsEarly(ToolRun run, FilmFacts facts) {
        long said = facts.examinable() ? facts.duration().map(Duration::toMillis).orElse(0L) : 0;
        long reached = last(REACHED, run.out()) / 1000;
        return reached > 0 && reached < said - Math.max(2000, said / 20);
    }

    private static long last(Pattern pattern, String text) {
        long value = 0;
        for (var match = pattern.matcher(text); match.find();) {
            value = Long.parseLong(match.group(1));
        }
        return value;
    }

    private static FilmFacts with(FilmFacts facts, Depth depth) {
        return new FilmFacts(facts.container(), facts.examinable(), facts.duration(), facts.width(), facts.height(), facts.codec(),
                facts.sound(), facts.fault(), Optional.of(depth));
    }
}
