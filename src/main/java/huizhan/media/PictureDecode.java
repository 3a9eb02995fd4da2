package huizhan.media;

import huizhan.material.PictureFacts;
import huizhan.material.PictureFacts.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/**
 * A picture decoded to its last line. The decoders call a cut JPEG a success and only warn, so their warnings are listened to.
 *
 * @param luma  empty where nothing could be decoded
 * @param spare bytes within the coded picture that the decoder had no use for
 */
record PictureDecode(Optional<PictureLuma> luma, Optional<Fault> fault, long spare) {

    /** At most two pictures are decoded at a time, so that several large ones can't fill the heap. */
    static final Semaphore TWO_AT_A_TIME = new Semaphore(2, true);

    /** Pixels kept of one picture, 8 million: the memory of a decode stays below 50 MB. */
    private static final long KEPT = 8_000_000;

    static PictureDecode of(Path path, PictureFacts facts, PictureLuma.Reading reading) throws IOException {
        TWO_AT_A_TIME.acquireUninterruptibly();
        try {
            return decode(path, facts, reading);
        } finally {
            TWO_AT_A_TIME.release();
        }
    }

    /** Readers for a format, the most faithful first: the JDK's for JPEG, TwelveMonkeys' for TIFF. */
    static ImageReader reader(String format) {
        var readers = new ArrayList<ImageReader>();
        for (Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName(format); all.hasNext();) {
            readers.add(all.next());
        }
        boolean jdk = !format.equals("tiff");
        return readers.stream().filter(reader -> reader.getClass().getName().startsWith("com.sun.") == jdk).findFirst()
                .orElseGet(() -> readers.get(0));
    }

    private static PictureDecode decode(Path path, PictureFacts facts, PictureLuma.Reading reading) throws IOException {
        var warnings = new ArrayList<String>();
        var reader = reader(facts.format());
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(String.valueOf(warning)));
        try (var in = new FileImageInputStream(path.toFile())) {
            reader.setInput(in, true, true);
            var luma = luma(reader, facts, reading);
            return new PictureDecode(Optional.of(luma), fault(warnings), spare(warnings));
        } catch (EOFException e) {
            return failed(Fault.TRUNCATED);
        } catch (IOException | RuntimeException e) {
            return failed(ended(e) ? Fault.TRUNCATED : Fault.CORRUPT);
        } finally {
            reader.dispose();
        }
    }

    private static PictureLuma luma(ImageReader reader, PictureFacts facts, PictureLuma.Reading reading) throws IOException {
        int step = (int) Math.max(1, ((long) facts.width() * facts.height() + KEPT - 1) / KEPT);
        var every = reader.getDefaultReadParam();
        every.setSourceSubsampling(1, step, 0, 0);
        if (reader.canReadRaster() && !facts.colour().equals("palette")) {
            return PictureLuma.of(reader.readRaster(0, every), reading, step);
        }
        return PictureLuma.of(reader.read(0, every), step);
    }

    private static PictureDecode failed(Fault fault) {
        return new PictureDecode(Optional.empty(), Optional.of(fault), 0);
    }

    private static boolean ended(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var said = String.valueOf(cause.getMessage());
            if (cause instanceof EOFException || said.contains("Premature end") || said.contains("Unexpected end")) {
                return true;
            }
        }
        return false;
    }

    /** libjpeg's words (jerror.h): everything it calls corrupt is missing picture, but for spare bytes before a marker. */
    private static Optional<Fault> fault(List<String> warnings) {
        for (var warning : warnings) {
            if (warning.contains("premature end") || warning.contains("Premature end")) {
                return Optional.of(Fault.TRUNCATED);
            }
            if (warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes")) {
                return Optional.of(Fault.CORRUPT);
            }
        }
        return Optional.empty();
    }

    private static long spare(List<String> warnings) {
        return warnings.stream().filter(warning -> warning.contains("extraneous bytes"))
                .mapToLong(warning -> Long.parseLong(warning.replaceAll("^\\D*(\\d+).*$", "$1"))).sum();
    }
}
