package huizhan.media;

import huizhan.material.PictureFacts;
import huizhan.material.PictureFacts.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/** The header verdict over a picture (C6, first stage): a few reads at both ends of the file, whatever its size. */
final class PictureHeader {

    /** A picture of more pixels is never decoded: 200 megapixels are a board of 3 m at 120 pixels to the inch. */
    static final long MOST_PIXELS = 200_000_000;

    private PictureHeader() {}

    static PictureFacts read(FileView file, PictureFormat format) throws IOException {
        try {
            return capped(facts(file, format));
        } catch (EOFException e) {
            return broken(format, Fault.TRUNCATED);
        }
    }

    static PictureFacts broken(PictureFormat format, Fault fault) {
        return new PictureFacts(format.word(), 0, 0, 1, "", 0, Optional.of(fault), Optional.empty());
    }

    private static PictureFacts facts(FileView file, PictureFormat format) throws IOException {
        switch (format) {
            case JPEG -> {
                var jpeg = JpegHeader.read(file);
                return new PictureFacts(format.word(), jpeg.width(), jpeg.height(), jpeg.orientation(), jpeg.colour(), jpeg.bits(),
                        jpeg.fault(), Optional.empty());
            }
            case PNG -> {
                var png = PngHeader.read(file);
                return new PictureFacts(format.word(), png.width(), png.height(), png.orientation(), png.colour(), png.bits(),
                        png.fault(), Optional.empty());
            }
            case TIFF -> {
                var tiff = TiffHeader.read(file);
                return new PictureFacts(format.word(), tiff.width(), tiff.height(), tiff.orientation(), tiff.colour(), tiff.bits(),
                        tiff.fault(), Optional.empty());
            }
            case BMP -> {
                var bmp = BmpHeader.read(file);
                return new PictureFacts(format.word(), bmp.width(), bmp.height(), 1, bmp.colour(), bmp.bits(), bmp.fault(),
                        Optional.empty());
            }
            default -> {
                return broken(format, format == PictureFormat.NONE ? Fault.NOT_A_PICTURE : Fault.UNSUPPORTED);
            }
        }
    }

    private static PictureFacts capped(PictureFacts facts) {
        if ((long) facts.width() * facts.height() <= MOST_PIXELS) {
            return facts;
        }
        return new PictureFacts(facts.format(), facts.width(), facts.height(), facts.orientation(), facts.colour(), facts.bits(),
                Optional.of(Fault.TOO_LARGE), Optional.empty());
    }
}
