package huizhan.media;

import huizhan.kernel.Plain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The virus check where one is configured: nothing passes that clamd has not called clean. Where it doesn't answer, or the file is larger
 * than it takes, the file waits; where none is configured everything passes, as the operator was told.
 */
public final class VirusCheck {
    /** As long as it was away a moment ago, nobody asks again. */
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** Too large today is too large in a minute: the file isn't sent again with every question. */
    private static final Duration LARGE = Duration.ofMinutes(10);
    private final Optional<Clamd> clamd;
    private final Clock clock;
    private volatile Instant away = Instant.EPOCH;
    private final Map<Path, Instant> large = new ConcurrentHashMap<>();

    /**
     * @param place {@code host:port} or {@code unix:/path}; empty for no check
     * @param clock the system clock
     */
    VirusCheck(String place, Clock clock) {
        this.clamd = place.isBlank() ? Optional.empty() : Optional.of(Clamd.at(place.strip()));
        this.clock = clock;
    }

    static VirusCheck none() {
        return new VirusCheck("", Clock.systemUTC());
    }

    public boolean configured() {
        return clamd.isPresent();
    }

    /** Whether something may pass now, if it is clean. */
    public boolean mayPass() {
        return answers();
    }

    boolean answers() {
        return clamd.map(Clamd::answers).orElse(true);
    }

    /**
     * Looks at a file that lies on the disk.
     *
     * @param name as its maker called it, for the words
     * @throws VirusFault where it may not pass, now or ever
     */
    public void pass(String name, Path file) throws IOException {
        if (clamd.isEmpty()) return;
        var until = large.get(file);
        if (until != null && until.isAfter(clock.instant())) throw tooLarge(name);
        try (var bytes = FileChannel.open(file)) {
            pass(name, bytes, Files.size(file), Optional.of(file));
        }
    }

    /** As {@link #pass(String, Path)}, for what lies in memory or in a request. */
    public void pass(String name, InputStream in, long size) throws IOException {
        if (clamd.isEmpty()) return;
        try (var bytes = Channels.newChannel(in)) {
            pass(name, bytes, size, Optional.empty());
        }
    }

    private void pass(String name, ReadableByteChannel bytes, long size, Optional<Path> file) throws IOException {
        if (away.plus(PAUSE).isAfter(clock.instant())) throw isAway(name);
        var answer = clamd.orElseThrow().scan(bytes, size);
        switch (answer.state()) {
            case CLEAN -> file.ifPresent(large::remove);
            case INFECTED -> throw new VirusFault(Plain.line(answer.said()), false, UploadTexts.text("media.virus.found", Plain.line(name), Plain.line(answer.said())));
            case TOO_LARGE -> {
                file.ifPresent(path -> large.put(path, clock.instant().plus(LARGE)));
                throw tooLarge(name);
            }
            case AWAY -> {
                away = clock.instant();
                throw isAway(name);
            }
        }
    }

    private static VirusFault isAway(String name) {
        return new VirusFault("", false, UploadTexts.text("media.virus.away", Plain.line(name)));
    }

    private static VirusFault tooLarge(String name) {
        return new VirusFault("", true, UploadTexts.text("media.virus.large", Plain.line(name)));
    }
}
