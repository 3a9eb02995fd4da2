package huizhan.media;

import huizhan.kernel.Sha256;
import huizhan.material.FileFacts;
import huizhan.material.FilmFacts;
import huizhan.material.PictureFacts;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says what a file is (A6, A10, C6, B5). The content decides, never the name: the name only decides whether a file that is neither
 * picture nor film was meant to be one, and then the verdict says so.
 */
public final class Examiner {

    private static final int BLOCK = 1 << 20;

    private final FilmDecoder decoder;

    /** @param tools the programs that the second stage may use; without a decoder a film's depth says {@code decoded} false */
    public Examiner(Tools tools) {
        this.decoder = new FilmDecoder(tools);
    }

    /**
     * Stage one: from the head and the tail of the file, in some milliseconds whatever its size.
     *
     * @param name the name that its owner gave it, for the facts and for what it claims to be
     * @throws IOException where the file can't be read at all; a damaged one is a verdict
     */
    public FileFacts header(String name, Path file) throws IOException {
        try (var view = FileView.of(file)) {
            return header(name, view);
        }
    }

    /** The same of what lies inside something else, a disc's image for one; the channel is closed. */
    public FileFacts header(String name, SeekableByteChannel bytes) throws IOException {
        try (var view = FileView.over(bytes)) {
            return header(name, view);
        }
    }

    private static FileFacts header(String name, FileView view) throws IOException {
        return new FileFacts(name, view.size(), Optional.empty(), picture(name, view), film(name, view));
    }

    /** Stage two: the whole file, decoded to its last line or frame; it holds stage one. Seconds for a picture, minutes for a film. */
    public FileFacts deep(String name, Path file) throws IOException {
        var facts = header(name, file);
        var picture = facts.picture();
        var film = facts.film();
        if (picture.isPresent() && picture.get().fault().isEmpty()) {
            picture = Optional.of(PictureDepth.of(file, picture.get()));
        }
        if (film.isPresent() && film.get().fault().isEmpty()) {
            film = Optional.of(decoder.examine(file, film.get()));
        }
        return new FileFacts(name, facts.size(), Optional.empty(), picture, film);
    }

    /** {@link #deep(String, Path)} and the SHA-256 of the file's bytes. */
    public FileFacts deepWithDigest(String name, Path file) throws IOException {
        var facts = deep(name, file);
        var digest = Sha256.digest();
        var block = new byte[BLOCK];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return new FileFacts(name, facts.size(), Optional.of(Sha256.of(digest)), facts.picture(), facts.film());
    }

    private static Optional<PictureFacts> picture(String name, FileView view) throws IOException {
        var format = PictureFormat.of(view);
        if (format == PictureFormat.NONE && !PictureFormat.claimedBy(name)) {
            return Optional.empty();
        }
        return Optional.of(PictureHeader.read(view, format));
    }

    private static Optional<FilmFacts> film(String name, FileView view) throws IOException {
        var format = FilmFormat.of(view);
        if (format == FilmFormat.NONE && !FilmFormat.claimedBy(name)) {
            return Optional.empty();
        }
        return Optional.of(FilmHeader.read(view, format));
    }
}
