package huizhan.media;

import java.io.IOException;
import java.util.Optional;

/**
 * One track of a film.
 *
 * @param kind     {@code vide}, {@code soun} or another handler
 * @param seconds  running time with its edit list applied; 0 where the index doesn't say (a film in fragments)
 * @param timescale units a second of its own clock
 * @param width    pixels as shown, the turn of its matrix applied
 * @param lastByte where the last chunk that the index names begins
 */
record Mp4Track(long id, String kind, boolean enabled, double seconds, double timescale, int width, int height, String codec,
                long lastByte) {

    private static final long MOST_EDITS = 10_000;
    private static final long MOST_TIMES = 500_000;

    static Optional<Mp4Track> of(FileView file, Mp4Box trak, double movieTimescale) throws IOException {
        var tkhd = trak.child(file, "tkhd");
        var mdhd = trak.descendant(file, "mdia", "mdhd");
        var hdlr = trak.descendant(file, "mdia", "hdlr");
        var stbl = trak.descendant(file, "mdia", "minf", "stbl");
        if (tkhd.isEmpty() || mdhd.isEmpty() || hdlr.isEmpty() || stbl.isEmpty()) {
            return Optional.empty();
        }
        var kind = file.fourcc(hdlr.get().body() + 8);
        var size = kind.equals("vide") ? size(file, tkhd.get(), stbl.get()) : new int[2];
        double timescale = timescale(file, mdhd.get());
        double seconds = edited(file, trak, movieTimescale);
        if (seconds == 0 && timescale > 0) {
            seconds = media(file, mdhd.get(), stbl.get()) / timescale;
        }
        long flags = file.u32(tkhd.get().body()) & 0xffffff;
        long id = file.u32(tkhd.get().body() + (tkhd.get().version(file) == 1 ? 20 : 12));
        return Optional.of(new Mp4Track(id, kind, (flags & 1) == 1, seconds, timescale, size[0], size[1], codec(file, stbl.get()),
                lastChunk(file, stbl.get())));
    }

    /** Units a second of an {@code mvhd} or {@code mdhd}. */
    static double timescale(FileView file, Mp4Box head) throws IOException {
        return file.u32(head.body() + (head.version(file) == 1 ? 20 : 12));
    }

    /** Duration of an {@code mvhd} or {@code mdhd} in its units; 0 where it says that it doesn't know. */
    static double duration(FileView file, Mp4Box head) throws IOException {
        if (head.version(file) == 1) {
            return Math.max(0, file.i64(head.body() + 24));
        }
        long units = file.u32(head.body() + 16);
        return units == 0xffffffffL ? 0 : units;
    }

    private static double edited(FileView file, Mp4Box trak, double movieTimescale) throws IOException {
        var elst = trak.descendant(file, "edts", "elst");
        if (elst.isEmpty() || movieTimescale <= 0) {
            return 0;
        }
        var list = elst.get();
        boolean wide = list.version(file) == 1;
        int entry = wide ? 20 : 12;
        long count = Math.min(Math.min(file.u32(list.body() + 4), MOST_EDITS), (list.length() - 8) / entry);
        double units = 0;
        for (long i = 0; i < count; i++) {
            long at = list.body() + 8 + i * entry;
            units += wide ? Math.max(0, file.i64(at)) : file.u32(at);
        }
        return units / movieTimescale;
    }

    private static double media(FileView file, Mp4Box mdhd, Mp4Box stbl) throws IOException {
        double said = duration(file, mdhd);
        var stts = stbl.child(file, "stts");
        if (said > 0 || stts.isEmpty()) {
            return said;
        }
        long count = Math.min(Math.min(file.u32(stts.get().body() + 4), MOST_TIMES), (stts.get().length() - 8) / 8);
        double sum = 0;
        for (long i = 0; i < count; i++) {
            long at = stts.get().body() + 8 + 8 * i;
            sum += (double) file.u32(at) * file.u32(at + 4);
        }
        return sum;
    }

    /** Stored size from the first sample entry; on its side where the matrix turns it by a quarter. */
    private static int[] size(FileView file, Mp4Box tkhd, Mp4Box stbl) throws IOException {
        var stsd = stbl.child(file, "stsd");
        if (stsd.isEmpty() || stsd.get().length() < 8 + 36) {
            return new int[2];
        }
        long entry = stsd.get().body() + 8;
        int width = file.u16(entry + 32);
        int height = file.u16(entry + 34);
        long matrix = tkhd.body() + 4 + (tkhd.version(file) == 1 ? 32 : 20) + 16;
        int straight = Math.abs((int) file.u32(matrix));
        int across = Math.abs((int) file.u32(matrix + 4));
        return across > straight ? new int[] {height, width} : new int[] {width, height};
    }

    private static String codec(FileView file, Mp4Box stbl) throws IOException {
        var stsd = stbl.child(file, "stsd");
        boolean entry = stsd.isPresent() && stsd.get().length() >= 16;
        return entry ? file.fourcc(stsd.get().body() + 12).replaceAll("[^ -~]", "?").strip() : "";
    }

    private static long lastChunk(FileView file, Mp4Box stbl) throws IOException {
        for (var table : stbl.children(file)) {
            int entry = table.type().equals("stco") ? 4 : table.type().equals("co64") ? 8 : 0;
            if (entry > 0 && table.length() >= 8 + entry) {
                long count = Math.min(file.u32(table.body() + 4), (table.length() - 8) / entry);
                long at = table.body() + 8 + (count - 1) * entry;
                return count == 0 ? 0 : entry == 4 ? file.u32(at) : file.i64(at);
            }
        }
        return 0;
    }
}
