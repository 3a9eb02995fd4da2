package huizhan.media;

import huizhan.material.PictureFacts;
import huizhan.material.PictureFacts.Depth;
import huizhan.material.PictureFacts.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The deep verdict over a picture whose header is in order (C6, second stage). */
final class PictureDepth {

    /** What a format tells beside its pixels. */
    private record Structure(Optional<Fault> fault, long idle, int fineStep, PictureLuma.Reading reading) {}

    private PictureDepth() {}

    static PictureFacts of(Path path, PictureFacts facts) throws IOException {
        var structure = structure(path, facts);
        if (structure.fault().isPresent()) {
            return with(facts, new Depth(structure.fault(), false, structure.idle(), ""));
        }
        var decode = PictureDecode.of(path, facts, structure.reading());
        long idle = structure.idle() + decode.spare();
        if (decode.luma().isEmpty() || decode.fault().isPresent()) {
            return with(facts, new Depth(decode.fault(), false, idle, ""));
        }
        var luma = decode.luma().get();
        return with(facts, new Depth(Optional.empty(), PictureDetail.enlarged(luma, structure.fineStep()), idle,
                PictureFingerprint.of(luma, facts.orientation())));
    }

    private static PictureFacts with(PictureFacts facts, Depth depth) {
        return new PictureFacts(facts.format(), facts.width(), facts.height(), facts.orientation(), facts.colour(), facts.bits(),
                facts.fault(), Optional.of(depth));
    }

    private static Structure structure(Path path, PictureFacts facts) throws IOException {
        try (var file = FileView.of(path)) {
            return switch (facts.format()) {
                case "jpeg" -> jpeg(path, JpegHeader.read(file));
                case "png" -> {
                    var chunks = PngHeader.Chunks.of(path);
                    yield new Structure(chunks.fault(), chunks.idle(), 1, PictureLuma.Reading.LIGHT_MEAN);
                }
                case "tiff" -> {
                    var tiff = TiffHeader.read(file);
                    yield new Structure(Optional.empty(), tiff.idle(file.size()), 1, reading(tiff));
                }
                default -> new Structure(Optional.empty(), BmpHeader.read(file).idle(), 1, PictureLuma.Reading.LIGHT_MEAN);
            };
        }
    }

    private static Structure jpeg(Path path, JpegHeader jpeg) throws IOException {
        var scan = JpegScan.of(path, jpeg.scanStart());
        var fault = scan.end().isPresent() ? Optional.<Fault>empty() : Optional.of(Fault.TRUNCATED);
        return new Structure(fault, jpeg.idle() + scan.idle(), jpeg.fineStep(), switch (jpeg.colour()) {
            case "ycck" -> PictureLuma.Reading.ADOBE_YCCK;
            case "cmyk" -> jpeg.adobeTransform() == JpegHeader.NO_ADOBE ? PictureLuma.Reading.INK : PictureLuma.Reading.ADOBE_INK;
            default -> jpeg.adobeTransform() == 0 ? PictureLuma.Reading.LIGHT_MEAN : PictureLuma.Reading.LIGHT_FIRST;
        });
    }

    private static PictureLuma.Reading reading(TiffHeader tiff) {
        if (tiff.colour().equals("cmyk")) {
            return PictureLuma.Reading.INK;
        }
        return tiff.inkIsHigh() ? PictureLuma.Reading.DARK_HIGH : PictureLuma.Reading.LIGHT_MEAN;
    }
}
