package huizhan.media;

import huizhan.kernel.Sha256;
import huizhan.material.FileFacts;
import java.io.IOException;
import java.time.Duration;

/** Which copies a file gets for being looked at, and how they are made. What is there already is not made again. */
final class MediaCopies {
    private static final int SMALL = 320;
    private static final int LARGE = 1600;
    private static final Duration LONGEST_FILM = Duration.ofMinutes(15);
    private final MediaStore store;
    private final Tools tools;

    MediaCopies(MediaStore store, Tools tools) {
        this.store = store;
        this.tools = tools;
    }

    /** Small and large picture, or poster: seconds. */
    void pictures(Sha256 sha256, FileFacts facts) throws IOException {
        var master = store.masters().path(sha256);
        if (facts.picture().filter(each -> !each.broken()).isPresent()) {
            store.copies().need(sha256, Derivative.PREVIEW, to -> Preview.write(tools, master, to, LARGE).isPresent());
            store.copies().need(sha256, Derivative.THUMB, to -> Preview.write(tools, master, to, SMALL).isPresent());
        }
        if (plays(facts) && store.copies().need(sha256, Derivative.POSTER, to -> FilmPoster.write(tools, master, to, LARGE).isPresent())) {
            var poster = store.copies().find(sha256, Derivative.POSTER).orElseThrow();
            store.copies().need(sha256, Derivative.THUMB, to -> Preview.write(tools, poster, to, SMALL).isPresent());
        }
    }

    /** The film that every browser plays: minutes. */
    void film(Sha256 sha256) throws IOException {
        store.copies().need(sha256, Derivative.FILM,
            to -> FilmPreview.write(tools, store.masters().path(sha256), to, LONGEST_FILM));
    }

    /** Whether there is something to show: a broken film has no copies. */
    static boolean plays(FileFacts facts) {
        return facts.film().filter(each -> !each.broken()).isPresent();
    }
}
