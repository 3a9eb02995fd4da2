package huizhan.media;

import huizhan.material.FilmFacts;
import huizhan.material.FilmFacts.Fault;
import java.io.IOException;
import java.util.Optional;

/** The header verdict over a film (A10, first stage). MP4 and MOV are read here; others are only recognised. */
final class FilmHeader {

    private FilmHeader() {}

    static FilmFacts read(FileView file, FilmFormat format) throws IOException {
        return switch (format) {
            case MP4, MOV -> Mp4Header.read(file, format.word());
            case NONE -> new FilmFacts("", false, Optional.empty(), 0, 0, "", Optional.empty(), Optional.of(Fault.NOT_A_FILM),
                    Optional.empty());
            default -> new FilmFacts(format.word(), false, Optional.empty(), 0, 0, "", Optional.empty(), Optional.empty(),
                    Optional.empty());
        };
    }
}
