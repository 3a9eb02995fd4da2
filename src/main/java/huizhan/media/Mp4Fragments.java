package huizhan.media;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** How far the fragments of a film reach (ISO/IEC 14496-12 section 8.8): the index before them doesn't know. */
final class Mp4Fragments {

    private static final long MOST_SAMPLES = 4_000_000;

    private final FileView file;
    private final Map<Long, Long> defaults = new HashMap<>();
    private final Map<Long, Double> reach = new HashMap<>();
    private long samples;

    /** @param mvex the box that announces fragments, with each track's usual sample duration */
    Mp4Fragments(FileView file, Mp4Box mvex) throws IOException {
        this.file = file;
        for (var trex : mvex.children(file)) {
            if (trex.type().equals("trex")) {
                defaults.put(file.u32(trex.body() + 4), file.u32(trex.body() + 12));
            }
        }
    }

    /** End of a track's last fragment in the track's own units. */
    double reach(long track) {
        return reach.getOrDefault(track, 0.0);
    }

    void add(Mp4Box moof) throws IOException {
        for (var traf : moof.children(file)) {
            var tfhd = traf.type().equals("traf") ? traf.child(file, "tfhd") : java.util.Optional.<Mp4Box>empty();
            if (tfhd.isPresent()) {
                add(traf, tfhd.get());
            }
        }
    }

    private void add(Mp4Box traf, Mp4Box tfhd) throws IOException {
        long flags = file.u32(tfhd.body()) & 0xffffff;
        long track = file.u32(tfhd.body() + 4);
        long at = tfhd.body() + 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
        long usual = (flags & 8) != 0 ? file.u32(at) : defaults.getOrDefault(track, 0L);
        double end = reach(track);
        for (var box : traf.children(file)) {
            if (box.type().equals("tfdt")) {
                end = box.version(file) == 1 ? Math.max(0, file.i64(box.body() + 4)) : file.u32(box.body() + 4);
            } else if (box.type().equals("trun")) {
                end += run(box, usual);
            }
        }
        reach.merge(track, end, Math::max);
    }

    private double run(Mp4Box trun, long usual) throws IOException {
        long flags = file.u32(trun.body()) & 0xffffff;
        long count = file.u32(trun.body() + 4);
        long at = trun.body() + 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
        if ((flags & 0x100) == 0) {
            return (double) count * usual;
        }
        int entry = 4 * Long.bitCount(flags & 0xf00);
        double sum = 0;
        for (long i = 0; i < count && at + entry <= trun.end() && samples++ < MOST_SAMPLES; i++, at += entry) {
            sum += file.u32(at);
        }
        return sum;
    }
}
