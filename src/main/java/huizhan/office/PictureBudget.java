package huizhan.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * How much one file's pictures may be unpacked to, what is taken and what is read in vain alike: a few packed kilobytes can stand for many
 * gigabytes (ASVS 5.2.3).
 */
final class PictureBudget {
    /** How often a file may show pictures; a form shows a few. */
    static final int MOST = 500;
    private static final int LARGEST = 96 << 20;
    private final int most;
    private int left;
    private int vain;
    private int shown;

    PictureBudget() {
        this(LARGEST, MOST);
    }

    /** @param bytes of all pictures together, and of all that is read in vain */
    PictureBudget(int bytes, int most) {
        this.left = bytes;
        this.vain = bytes;
        this.most = most;
    }

    /** Counts one more that is shown. */
    Room next() {
        shown++;
        return shown <= most ? Room.FREE : shown == most + 1 ? Room.JUST_FULL : Room.FULL;
    }

    /** Whether one more that a file shows is still looked at; that it isn't is to be said once. */
    enum Room { FREE, JUST_FULL, FULL }

    /** Whether so many bytes, as the file itself tells, can still come. */
    boolean holds(long bytes) {
        return bytes <= left && vain > 0;
    }

    /** Reads a picture to its end; empty where it is too large for what is left. */
    Optional<byte[]> read(InputStream in) throws IOException {
        if (vain <= 0) {
            return Optional.empty();
        }
        var bytes = in.readNBytes(left + 1);
        if (bytes.length > left) {
            vain -= bytes.length;
            return Optional.empty();
        }
        left -= bytes.length;
        return Optional.of(bytes);
    }
}
