package huizhan.achievement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a file of an achievement belongs, and how a name for it may end. */
enum Slot {
    PICTURE("pictures", Extensions.PICTURES),
    VIDEO("video", List.of("mp4", "m4v", "mov", "wmv", "avi", "mpg", "mpeg", "mkv")),
    FIGURE("figures", Extensions.PICTURES),
    ATTACHMENT("attachments", List.of("pdf", "ofd", "jpg", "jpeg", "jpe", "png", "tif", "tiff", "bmp", "doc", "docx")),
    PHOTO("objects", Extensions.PICTURES);

    private final String folder;
    private final List<String> extensions;

    Slot(String folder, List<String> extensions) {
        this.folder = folder;
        this.extensions = extensions;
    }

    /** Its folder on the disc. */
    String folder() {
        return folder;
    }

    List<String> extensions() {
        return extensions;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A name without an extension is let through: what the file is, its bytes say. */
    boolean takes(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot < 0 || extensions.contains(filename.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    static Optional<Slot> of(String code) {
        for (var each : values()) {
            if (each.code().equals(code)) return Optional.of(each);
        }
        return Optional.empty();
    }

    private static final class Extensions {
        static final List<String> PICTURES = List.of("jpg", "jpeg", "jpe", "png", "tif", "tiff", "bmp");
    }
}
