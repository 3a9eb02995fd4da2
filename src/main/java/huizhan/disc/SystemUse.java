package huizhan.disc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Rock Ridge as far as a reader of foreign images needs it: the true name, and whether it is a link (IEEE P1282 over SUSP). */
final class SystemUse {
    static final SystemUse NONE = new SystemUse(-1);
    private static final int MOST_AREAS = 8;
    private static final int SIGNATURE_SP = 'S' << 8 | 'P';

    /** @param special a symbolic link, device or relocated directory */
    record Found(Optional<String> name, boolean special) {}

    private final int skip;

    private SystemUse(int skip) {
        this.skip = skip;
    }

    /** Whether the root's own record announces system use, and how many bytes to skip in each. */
    static SystemUse announced(ByteBuffer rootRecord) {
        for (int at = 34; at + 7 <= rootRecord.limit(); at++) {
            if (rootRecord.getShort(at) == SIGNATURE_SP && rootRecord.get(at + 2) == 7 && Byte.toUnsignedInt(rootRecord.get(at + 4)) == 0xBE) {
                return new SystemUse(Byte.toUnsignedInt(rootRecord.get(at + 6)));
            }
        }
        return NONE;
    }

    Found of(ByteBuffer record, int from, ImageFile file) throws IOException {
        if (skip < 0 || from + skip > record.limit()) {
            return new Found(Optional.empty(), false);
        }
        var scan = new Scan();
        var area = record.slice(from + skip, record.limit() - from - skip);
        for (int i = 0; i < MOST_AREAS && area != null; i++) {
            area = scan.area(area, file);
        }
        return new Found(scan.name.length() == 0 ? Optional.empty() : Optional.of(scan.name.toString()), scan.special);
    }

    private static final class Scan {
        private final StringBuilder name = new StringBuilder();
        private boolean special;

        /** Reads the entries of one area; answers the area in which they go on, if any. */
        ByteBuffer area(ByteBuffer area, ImageFile file) throws IOException {
            ByteBuffer next = null;
            for (int at = 0; at + 4 <= area.limit();) {
                int length = Byte.toUnsignedInt(area.get(at + 2));
                if (length < 4 || at + length > area.limit()) {
                    break;
                }
                var kind = "" + (char) area.get(at) + (char) area.get(at + 1);
                if (kind.equals("NM") && length > 5 && (area.get(at + 4) & 6) == 0) {
                    var raw = new byte[length - 5];
                    area.get(at + 5, raw);
                    name.append(new String(raw, StandardCharsets.UTF_8));
                }
                special |= kind.equals("SL") || kind.equals("PN") || kind.equals("CL") || kind.equals("ZF");
                next = kind.equals("CE") && length >= 28 ? continuation(area, at, file) : next;
                at += length;
            }
            return next;
        }

        private static ByteBuffer continuation(ByteBuffer area, int at, ImageFile file) throws IOException {
            long sector = Integer.toUnsignedLong(area.getInt(at + 8));
            long offset = Integer.toUnsignedLong(area.getInt(at + 16));
            long length = Integer.toUnsignedLong(area.getInt(at + 24));
            boolean sound = offset < IsoLayout.SECTOR && length <= IsoLayout.SECTOR && sector * IsoLayout.SECTOR + offset + length <= file.size();
            return sound ? file.read(sector * IsoLayout.SECTOR + offset, (int) length) : null;
        }
    }
}
