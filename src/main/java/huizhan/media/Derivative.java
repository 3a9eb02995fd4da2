package huizhan.media;

import java.util.Optional;

/** A copy made from a master, for looking at. It can be thrown away and made again. */
public enum Derivative {
    /** Picture, at most 320 px; of a film, its poster made small. */
    THUMB("thumb", "image/jpeg", ".jpg"),
    /** Picture, at most 1600 px. */
    PREVIEW("preview", "image/jpeg", ".jpg"),
    /** One frame of a film. */
    POSTER("poster", "image/jpeg", ".jpg"),
    /** A film in 720 lines, which every browser plays. */
    FILM("film", "video/mp4", ".mp4");

    private final String code;
    private final String type;
    private final String extension;

    Derivative(String code, String type, String extension) {
        this.code = code;
        this.type = type;
        this.extension = extension;
    }

    /** The last part of its address. */
    public String code() {
        return code;
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    String extension() {
        return extension;
    }

    static Optional<Derivative> of(String code) {
        for (var each : values()) {
            if (each.code.equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
