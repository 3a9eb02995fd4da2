package huizhan.material;

import huizhan.kernel.Sha256;
import java.util.Optional;

/**
 * What is known of one file: its name as the material names it, its size in bytes, and the verdicts of its examination.
 * A file that is neither picture nor film has neither verdict.
 */
public record FileFacts(String path, long size, Optional<Sha256> sha256, Optional<PictureFacts> picture, Optional<FilmFacts> film) {

    public FileFacts(String path, long size) {
        this(path, size, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public FileFacts as(String otherPath) {
        return new FileFacts(otherPath, size, sha256, picture, film);
    }
}
