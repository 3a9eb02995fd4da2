package huizhan.bench;

import huizhan.bench.BenchSupport.Timing;
import huizhan.media.Examiner;
import huizhan.media.FilmStudio;
import huizhan.media.PictureStudio;
import huizhan.media.Preview;
import huizhan.media.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Pictures and films: a preview of a 40-megapixel JPEG against vipsthumbnail, header verdicts against ffprobe, the deep verdict, and the
 * same with no program of others on the search path.
 */
public final class PicturesBench {

    private static final int WIDTH = 7728;
    private static final int HEIGHT = 5152;
    private static final int PREVIEW = 1600;
    private static final int CALLS = 20;
    private static final double MEGABYTE = 1e6;

    private final Path folder;
    private boolean met = true;

    private PicturesBench(Path folder) {
        this.folder = folder;
    }

    /** @return 0 where each figure keeps its limit, else 1 */
    public static int run(List<String> args) throws Exception {
        BenchSupport.need("vipsthumbnail", "libvips-tools");
        BenchSupport.need("ffprobe", "ffmpeg");
        var folder = Files.createTempDirectory("huizhan-pictures");
        try {
            var bench = new PicturesBench(folder);
            bench.previews();
            bench.verdicts();
            return bench.met ? 0 : 1;
        } finally {
            BenchSupport.removeTree(folder);
        }
    }

    private void previews() throws Exception {
        var picture = folder.resolve("large.jpg");
        Files.write(picture, PictureStudio.jpeg(PictureStudio.paint(PictureStudio.Scene.LAKE, 1, WIDTH, HEIGHT), 0.9f));
        System.gc();
        BenchSupport.heading(String.format(Locale.ROOT, "Preview of %d x %d pixels (%.1f MB) to %d", WIDTH, HEIGHT, Files.size(picture) / MEGABYTE, PREVIEW));
        var peer = BenchSupport.median(BenchSupport.ROUNDS, () -> BenchSupport.timed(List.of("vipsthumbnail", "--size", PREVIEW + "x" + PREVIEW + ">",
                "--eprofile", "srgb", "-o", folder.resolve("peer.jpg") + "[Q=85,strip]", picture.toString())));
        BenchSupport.line("vipsthumbnail", peer);
        var ours = preview(Tools.onPath(), picture, "ours, by vipsthumbnail");
        met &= BenchSupport.ratio("ours / vipsthumbnail, CPU", ours.cpu(), peer.cpu(), 1.3);
        var alone = preview(Tools.none(), picture, "ours, nothing on the search path (ImageIO)");
        BenchSupport.ratio("ImageIO / vipsthumbnail, CPU", alone.cpu(), peer.cpu(), 1.3);
    }

    private Timing preview(Tools tools, Path picture, String name) throws Exception {
        var target = folder.resolve("preview.jpg");
        for (int i = 0; i < 2; i++) {
            Preview.write(tools, picture, target, PREVIEW);
        }
        System.gc();
        var memory = Memory.now();
        var timing = BenchSupport.median(BenchSupport.ROUNDS, () -> {
            double before = childSeconds();
            var own = BenchSupport.timed(() -> Preview.write(tools, picture, target, PREVIEW).orElseThrow());
            return own.plus(new Timing(0, childSeconds() - before));
        });
        BenchSupport.line(name, timing);
        long peak = memory.peakAbove();
        System.out.printf(Locale.ROOT, "%-58s %10.0f   at most 150: %s%n", "  peak memory of this process above idle, MB", peak / MEGABYTE,
                peak <= 150 * MEGABYTE ? "met" : "NOT MET");
        met &= peak <= 150 * MEGABYTE;
        return timing;
    }

    private void verdicts() throws Exception {
        var picture = folder.resolve("picture.jpg");
        PictureStudio.write(PictureStudio.Scene.ALPS, 1, picture);
        var film = tenMinutes();
        System.out.printf(Locale.ROOT, "%nHeader verdicts, ms a file, median of %d rounds of %d%n", BenchSupport.ROUNDS, CALLS);
        header(picture, "picture, " + Files.size(picture) + " bytes");
        double ours = header(film, "film of ten minutes, " + Files.size(film) + " bytes");
        var peer = BenchSupport.median(BenchSupport.ROUNDS, () -> BenchSupport.timed(List.of("ffprobe", "-v", "error", "-show_format", "-show_streams",
                film.toString())));
        System.out.printf(Locale.ROOT, "%-58s %10.1f%n", "ffprobe, the same film", peer.wall() * 1000);
        met &= BenchSupport.ratio("ours / ffprobe", ours, peer.wall() * 1000, 1);
        BenchSupport.heading("Deep verdict of a picture, 13.5 megapixels");
        var examiner = new Examiner(Tools.none());
        examiner.deep("picture.jpg", picture);
        BenchSupport.line("ours, every line decoded",
                BenchSupport.median(BenchSupport.ROUNDS, () -> BenchSupport.timed(() -> examiner.deep("picture.jpg", picture))));
    }

    private double header(Path file, String name) throws Exception {
        var examiner = new Examiner(Tools.none());
        double first = BenchSupport.timed(() -> examiner.header(file.toString(), file)).wall() * 1000;
        double each = BenchSupport.median(BenchSupport.ROUNDS, () -> BenchSupport.timed(() -> {
            for (int i = 0; i < CALLS; i++) {
                examiner.header(file.toString(), file);
            }
        })).wall() * 1000 / CALLS;
        boolean quick = each <= 50;
        System.out.printf(Locale.ROOT, "%-58s %10.2f   at most 50: %s (first call %.1f)%n", name, each, quick ? "met" : "NOT MET", first);
        met &= quick;
        return each;
    }

    /** Eight seconds of studio film, repeated without encoding them again. */
    private Path tenMinutes() throws IOException, InterruptedException {
        var once = folder.resolve("once.mp4");
        var film = folder.resolve("film.mp4");
        if (!FilmStudio.write(Tools.onPath(), List.of(PictureStudio.Scene.ALPS), 1, 8, once)) {
            throw new IOException("this ffmpeg has no H.264 encoder");
        }
        BenchSupport.run(List.of("ffmpeg", "-v", "error", "-stream_loop", "74", "-i", once.toString(), "-c", "copy", "-movflags", "+faststart",
                film.toString()));
        return film;
    }

    /** CPU seconds of the processes that this one has started and seen end; 0 where the system doesn't tell. */
    private static double childSeconds() throws IOException {
        var stat = Path.of("/proc/self/stat");
        if (!Files.isReadable(stat)) {
            return 0;
        }
        var text = Files.readString(stat);
        var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    /** Resident memory: what it is now, and the peak from now on. */
    private record Memory(long before) {

        static Memory now() throws IOException {
            var marks = Path.of("/proc/self/clear_refs");
            if (Files.isWritable(marks)) {
                Files.writeString(marks, "5");
            }
            return new Memory(kilobytes("VmRSS").orElse(0L) * 1024);
        }

        long peakAbove() throws IOException {
            return Math.max(0, kilobytes("VmHWM").orElse(0L) * 1024 - before);
        }

        private static Optional<Long> kilobytes(String name) throws IOException {
            var status = Path.of("/proc/self/status");
            return Files.isReadable(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith(name + ":"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D+", ""))).findFirst() : Optional.empty();
        }
    }
}
