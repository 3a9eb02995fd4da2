package huizhan.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A film's container, told by its first bytes. The decoder is given the demuxer's name and never guesses one: a play list that names
 * other files can't pass as a film. */
enum FilmFormat {
    MP4("mp4", "mov"), MOV("mov", "mov"), WMV("wmv", "asf"), AVI("avi", "avi"), MPG("mpg", "mpeg"), MPG_TS("mpg", "mpegts"),
    MPG_RAW("mpg", "mpegvideo"), MKV("mkv", "matroska"), NONE("", "");

    private static final Set<String> NAMES = Set.of("mp4", "m4v", "mov", "qt", "3gp", "wmv", "asf", "avi", "mpg", "mpeg", "vob", "m2v", "ts",
            "mts", "m2ts", "m2t", "mkv", "webm", "flv", "f4v", "rm", "rmvb");
    private static final Set<String> FIRST_BOXES = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");
    private static final byte[] ASF = {0x30, 0x26, (byte) 0xb2, 0x75, (byte) 0x8e, 0x66, (byte) 0xcf, 0x11};

    private final String word;
    private final String demuxer;

    FilmFormat(String word, String demuxer) {
        this.word = word;
        this.demuxer = demuxer;
    }

    String word() {
        return word;
    }

    /** ffmpeg's name of the only reader that may open the file. */
    String demuxer() {
        return demuxer;
    }

    static boolean claimedBy(String name) {
        return NAMES.contains(PictureFormat.extension(name));
    }

    static FilmFormat of(FileView file) throws IOException {
        var head = file.upTo(0, 16);
        if (head.length < 12) {
            return NONE;
        }
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("ftyp", 4)) {
            return PictureFormat.of(file) != PictureFormat.NONE ? NONE : text.startsWith("qt  ", 8) ? MOV : MP4;
        }
        if (FIRST_BOXES.contains(text.substring(4, 8)) && plausible(file)) {
            return MOV;
        }
        if (text.startsWith("RIFF") && text.startsWith("AVI", 8)) {
            return AVI;
        }
        if (java.util.Arrays.equals(head, 0, 8, ASF, 0, 8)) {
            return WMV;
        }
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return MKV;
        }
        return mpeg(file, text);
    }

    /** A box without a file type box before it, as old cameras write: its size must be one that a box can have. */
    private static boolean plausible(FileView file) throws IOException {
        long size = file.u32(0);
        return size <= 1 || size >= 8;
    }

    private static FilmFormat mpeg(FileView file, String head) throws IOException {
        if (head.startsWith("\0\0\1\u00ba")) {
            return MPG;
        }
        if (head.startsWith("\0\0\1\u00b3")) {
            return MPG_RAW;
        }
        return synced(file, 0, 188) || synced(file, 4, 192) ? MPG_TS : NONE;
    }

    private static boolean synced(FileView file, int from, int packet) throws IOException {
        for (int i = 0; i < 5; i++) {
            long at = from + (long) i * packet;
            if (at >= file.size() || file.u8(at) != 0x47) {
                return false;
            }
        }
        return true;
    }
}
