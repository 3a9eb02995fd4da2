package huizhan.material;

import java.time.Duration;
import java.util.Optional;

/**
 * The verdict over one film (A10).
 *
 * @param container  mp4, mov, wmv, avi, mpg, mkv, or the empty string where the bytes are no film we know
 * @param examinable whether this program can read the container's header itself (mp4, mov)
 * @param duration   running time from the header
 * @param width      pixels as shown, rotation flag applied; 0 where unknown
 * @param height     pixels as shown
 * @param codec      four-character code of the picture track, e.g. {@code avc1}
 * @param sound      four-character code of the sound track, empty where it has none
 * @param fault      why it can't be played
 * @param depth      the second stage: what a real decoder said
 */
public record FilmFacts(String container, boolean examinable, Optional<Duration> duration, int width, int height, String codec,
                        Optional<String> sound, Optional<Fault> fault, Optional<Depth> depth) {

    public enum Fault { NOT_A_FILM, NO_INDEX, TRUNCATED, NO_PICTURE_TRACK, CORRUPT }

    /** What a decoder found; {@code decoded} false where no decoder is at hand. */
    public record Depth(boolean decoded, Optional<Fault> fault) {}

    public boolean broken() {
        return fault.isPresent() || depth.flatMap(Depth::fault).isPresent();
    }
}
