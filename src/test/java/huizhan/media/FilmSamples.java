package huizhan.media;

import static huizhan.media.PictureSamples.concat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Films: indexes laid out by hand, box by box, and real ones encoded by ffmpeg. */
final class FilmSamples {

    static final int[] STRAIGHT = {0x10000, 0, 0, 0x10000};
    static final int[] QUARTER = {0, 0x10000, -0x10000, 0};

    private FilmSamples() {}

    static byte[] box(String type, byte[]... content) {
        var body = concat(content);
        return concat(ByteBuffer.allocate(8).putInt(body.length + 8).put(type.getBytes(StandardCharsets.ISO_8859_1)).array(), body);
    }

    static byte[] wideBox(String type, byte[] body) {
        return concat(ByteBuffer.allocate(16).putInt(1).put(type.getBytes(StandardCharsets.ISO_8859_1)).putLong(body.length + 16).array(), body);
    }

    static byte[] ftyp(String brand) {
        return box("ftyp", brand.getBytes(StandardCharsets.ISO_8859_1), new byte[] {0, 0, 2, 0}, "isomavc1".getBytes());
    }

    static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(values.length * 4);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    static byte[] mvhd(int timescale, long duration, boolean wide) {
        return wide ? box("mvhd", ints(1 << 24), new byte[16], ints(timescale), ByteBuffer.allocate(8).putLong(duration).array(), new byte[80])
                : box("mvhd", ints(0, 0, 0, timescale, (int) duration), new byte[80]);
    }

    static byte[] track(String kind, String codec, int width, int height, int[] matrix, int timescale, long duration, byte[] edits, int chunk) {
        var tkhd = box("tkhd", ints(3, 0, 0, kind.equals("vide") ? 1 : 2, 0, (int) duration), new byte[16],
                ints(matrix[0], matrix[1], 0, matrix[2], matrix[3], 0, 0, 0, 0x40000000), ints(width << 16, height << 16));
        var entry = ByteBuffer.allocate(86).putInt(86).put(codec.getBytes()).put(new byte[24]).putShort((short) width).putShort((short) height).array();
        var stbl = box("stbl", box("stsd", ints(0, 1), entry), box("stco", ints(0, 1, chunk)));
        var mdia = box("mdia", box("mdhd", ints(0, 0, 0, timescale, (int) duration, 0)), box("hdlr", ints(0, 0), kind.getBytes(), new byte[13]),
                box("minf", stbl));
        return box("trak", tkhd, edits, mdia);
    }

    static byte[] picture(int width, int height, int[] matrix, int timescale, long duration) {
        return track("vide", "avc1", width, height, matrix, timescale, duration, new byte[0], 40);
    }

    static byte[] edits(int... entries) {
        return box("edts", box("elst", ints(0, entries.length / 3), ints(entries)));
    }

    static byte[] film(byte[]... moov) {
        return concat(ftyp("isom"), box("moov", moov), box("mdat", new byte[64]));
    }

    /** A film by ffmpeg out of its own test sources. */
    static Path encoded(Tools tools, Path target, String size, double seconds, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("-hide_banner", "-loglevel", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=" + size + ":r=25:d=" + seconds));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-bitexact", "file:" + target));
        var run = ToolRun.of(tools, java.time.Duration.ofMinutes(2), tools.ffmpeg().orElseThrow(), arguments);
        if (!run.well()) {
            throw new IOException(run.complaints());
        }
        return target;
    }

}
