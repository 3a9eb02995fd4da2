package huizhan.documents;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;

/** A figure as it is put on paper: sRGB, upright, at most 1600 pixels on the longer side, without a full decode of a large original. */
record Jpeg(byte[] bytes, int width, int height) {
    private static final int LONGEST = 1600;
    private static final float QUALITY = 0.88f;
    private static final long MOST_PIXELS = 400_000_000L;

    /** Empty if the file can't be read; the paper then says so in the figure's place. */
    static Optional<Jpeg> of(Figure figure) {
        try (var head = figure.source().open(); var in = ImageIO.createImageInputStream(new BufferedInputStream(figure.source().open()))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(encoded(scaled(read(reader), Turn.of(head))));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new IOException("too many pixels");
        }
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * LONGEST));
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage scaled(BufferedImage read, Turn turn) {
        double by = Math.min(1, (double) LONGEST / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round((turn.sideways() ? read.getHeight() : read.getWidth()) * by));
        int height = Math.max(1, (int) Math.round((turn.sideways() ? read.getWidth() : read.getHeight()) * by));
        var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var place = AffineTransform.getScaleInstance(width, height);
        place.concatenate(turn.upright());
        place.scale(1.0 / read.getWidth(), 1.0 / read.getHeight());
        var pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(read, place, null);
        pen.dispose();
        return page;
    }

    private static Jpeg encoded(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return new Jpeg(bytes.toByteArray(), image.getWidth(), image.getHeight());
    }
}
