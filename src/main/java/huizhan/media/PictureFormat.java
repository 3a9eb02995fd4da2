package huizhan.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a file's first bytes say it is; its name only says what its owner believes. */
enum PictureFormat {
    JPEG("jpeg", true), PNG("png", true), TIFF("tiff", true), BMP("bmp", true),
    GIF("gif", false), WEBP("webp", false), HEIF("heif", false), PSD("psd", false), NONE("", false);

    private static final Set<String> NAMES = Set.of("jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "bmp", "dib", "gif", "webp",
            "heic", "heif", "avif", "psd", "raw", "cr2", "nef", "arw", "dng", "jp2");
    private static final Set<String> HEIF_BRANDS = Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis");

    private final String word;
    private final boolean read;

    PictureFormat(String word, boolean read) {
        this.word = word;
        this.read = read;
    }

    String word() {
        return word;
    }

    /** Whether this program reads it; others are recognised, to say what to save them as. */
    boolean read() {
        return read;
    }

    static boolean claimedBy(String name) {
        return NAMES.contains(extension(name));
    }

    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).strip();
    }

    static PictureFormat of(FileView file) throws IOException {
        var head = file.upTo(0, 16);
        if (starts(head, 0, 0xff, 0xd8, 0xff)) {
            return JPEG;
        }
        if (starts(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return PNG;
        }
        if (starts(head, 0, 'I', 'I', 42, 0) || starts(head, 0, 'M', 'M', 0, 42)
                || starts(head, 0, 'I', 'I', 43, 0) || starts(head, 0, 'M', 'M', 0, 43)) {
            return TIFF;
        }
        if (starts(head, 0, 'B', 'M') && head.length >= 16 && starts(head, 6, 0, 0, 0, 0)) {
            return BMP;
        }
        return foreign(head);
    }

    private static PictureFormat foreign(byte[] head) {
        if (starts(head, 0, 'G', 'I', 'F', '8')) {
            return GIF;
        }
        if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
            return WEBP;
        }
        if (starts(head, 0, '8', 'B', 'P', 'S')) {
            return PSD;
        }
        boolean brand = head.length >= 12 && starts(head, 4, 'f', 't', 'y', 'p')
                && HEIF_BRANDS.contains(new String(Arrays.copyOfRange(head, 8, 12), StandardCharsets.ISO_8859_1));
        return brand ? HEIF : NONE;
    }

    private static boolean starts(byte[] head, int at, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= head.length || (head[at + i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
