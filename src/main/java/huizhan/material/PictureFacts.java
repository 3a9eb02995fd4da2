package huizhan.material;

import java.util.Optional;

/**
 * The verdict over one picture (C6). The header part is known at once; {@code depth} only after the whole file was decoded.
 *
 * @param format     jpeg, png, tiff, bmp, or the empty string where the bytes are no picture we know
 * @param width      pixels as stored
 * @param height     pixels as stored
 * @param orientation EXIF orientation, 1 to 8
 * @param colour     gray, rgb, cmyk, ycck, palette
 * @param bits       bits a sample
 * @param fault      why it can't be a whole picture, as far as header and end mark tell; empty where they tell nothing
 */
public record PictureFacts(String format, int width, int height, int orientation, String colour, int bits,
                           Optional<Fault> fault, Optional<Depth> depth) {

    /** What can be wrong with a picture's bytes. */
    public enum Fault { NOT_A_PICTURE, UNSUPPORTED, TRUNCATED, CORRUPT, TOO_LARGE }

    /**
     * The second stage.
     *
     * @param fault       found by decoding to the last line
     * @param enlarged    the picture looks enlarged: it has no detail at the fineness of its pixels
     * @param idleBytes   bytes of the file that are not picture (after the end mark, oversized metadata, empty chunks)
     * @param fingerprint 256-bit perceptual hash, four longs in hexadecimal; two versions of the same picture differ in few bits
     */
    public record Depth(Optional<Fault> fault, boolean enlarged, long idleBytes, String fingerprint) {}

    /** Width as a person sees it, orientation applied. */
    public int seenWidth() {
        return orientation >= 5 ? height : width;
    }

    public int seenHeight() {
        return orientation >= 5 ? width : height;
    }

    public boolean broken() {
        return fault.isPresent() || depth.flatMap(Depth::fault).isPresent();
    }
}
