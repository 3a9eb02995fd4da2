package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Sha256;
import huizhan.material.FileFacts;
import huizhan.material.FilmFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the same bytes are is found out once (C6). */
class VerdictsTest {
    private static final Sha256 ONE = Sha256.of("one");
    private final Verdicts verdicts = new Verdicts();
    private final List<String> examined = new ArrayList<>();

    private FileFacts of(Sha256 bytes, String name, Optional<FilmFacts> film) throws IOException {
        return verdicts.of(bytes, name, () -> {
            examined.add(name);
            return new FileFacts(name, 3, Optional.empty(), Optional.empty(), film);
        });
    }

    private static Optional<FilmFacts> film(boolean decoded) {
        return Optional.of(new FilmFacts("mp4", true, Optional.empty(), 1280, 720, "avc1", Optional.empty(), Optional.empty(), Optional.of(new FilmFacts.Depth(decoded, Optional.empty()))));
    }

    @Test void the_same_bytes_are_examined_once_and_keep_the_name_that_is_asked_for() throws IOException {
        assertThat(of(ONE, "a.jpg", Optional.empty()).path()).isEqualTo("a.jpg");
        assertThat(of(ONE, "b.JPG", Optional.empty())).isEqualTo(new FileFacts("b.JPG", 3));
        assertThat(examined).containsExactly("a.jpg");
    }

    @Test void other_bytes_and_another_ending_are_examined_themselves() throws IOException {
        of(ONE, "a.jpg", Optional.empty());
        of(Sha256.of("two"), "b.jpg", Optional.empty());
        of(ONE, "c.bin", Optional.empty());
        assertThat(examined).containsExactly("a.jpg", "b.jpg", "c.bin");
    }

    @Test void a_film_that_no_decoder_has_seen_is_examined_again() throws IOException {
        of(ONE, "a.mp4", film(false));
        of(ONE, "b.mp4", film(true));
        assertThat(of(ONE, "c.mp4", film(false)).film()).isEqualTo(film(true));
        assertThat(examined).containsExactly("a.mp4", "b.mp4");
    }
}
