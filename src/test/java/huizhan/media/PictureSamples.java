package huizhan.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of every kind that a unit may hand in, made by the JDK's and TwelveMonkeys' writers or by hand. */
final class PictureSamples {

    private PictureSamples() {}

    static BufferedImage photo(int width, int height) {
        return PictureStudio.paint(PictureStudio.Scene.LAKE, 7, width, height);
    }

    static BufferedImage as(BufferedImage image, int type) {
        var other = new BufferedImage(image.getWidth(), image.getHeight(), type);
        other.getGraphics().drawImage(image, 0, 0, null);
        return other;
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        return PictureStudio.jpeg(image, 0.9f);
    }

    static byte[] progressive(BufferedImage image) throws IOException {
        return write("jpeg", new IIOImage(image, null, null), settings -> {
            settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            return settings;
        }, ByteOrder.BIG_ENDIAN);
    }

    /** Four bands as they are given; the Adobe segment says what they mean: -1 none, 0 CMYK, 2 YCCK. */
    static byte[] fourBands(WritableRaster raster, int adobeTransform) throws IOException {
        var plain = write("jpeg", new IIOImage(raster, null, null), settings -> settings, ByteOrder.BIG_ENDIAN);
        if (adobeTransform < 0) {
            return plain;
        }
        var adobe = new byte[] {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) adobeTransform};
        return insert(plain, 2, adobe);
    }

    /** Adobe's way: 255 is no ink. */
    static WritableRaster inks(BufferedImage image) {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 4, null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                raster.setPixel(x, y, new int[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 255});
            }
        }
        return raster;
    }

    static byte[] exif(byte[] jpeg, int orientation, ByteOrder order) {
        var body = ByteBuffer.allocate(32).order(order);
        body.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes()).putShort((short) 42).putInt(8);
        body.putShort((short) 1).putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        return insert(jpeg, 2, segment(0xe1, concat("Exif\0\0".getBytes(), body.array())));
    }

    static byte[] segment(int marker, byte[] content) {
        return concat(new byte[] {(byte) 0xff, (byte) marker, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)}, content);
    }

    static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    static byte[] bmp(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(as(image, BufferedImage.TYPE_3BYTE_BGR), "bmp", bytes);
        return bytes.toByteArray();
    }

    static byte[] tiff(BufferedImage image, String compression, ByteOrder order) throws IOException {
        return write("tiff", new IIOImage(image, null, null), settings -> {
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionType(compression);
            return settings;
        }, order);
    }

    static byte[] chunk(String type, byte[] content) {
        var crc = new CRC32();
        crc.update(type.getBytes());
        crc.update(content);
        return ByteBuffer.allocate(content.length + 12).putInt(content.length).put(type.getBytes()).put(content).putInt((int) crc.getValue()).array();
    }

    /** A PNG that claims a size and holds nothing: signature, header, an empty picture, end. */
    static byte[] hollowPng(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).array();
        return concat(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, chunk("IHDR", header), chunk("IDAT", new byte[0]),
                chunk("IEND", new byte[0]));
    }

    static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] insert(byte[] into, int at, byte[] what) {
        return concat(Arrays.copyOf(into, at), what, Arrays.copyOfRange(into, at, into.length));
    }

    private interface Settings {
        ImageWriteParam of(ImageWriteParam settings);
    }

    private static byte[] write(String format, IIOImage image, Settings settings, ByteOrder order) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writers = ImageIO.getImageWritersByFormatName(format);
        var writer = writers.next();
        while (format.equals("jpeg") && !writer.getClass().getName().startsWith("com.sun.") && writers.hasNext()) {
            writer = writers.next();
        }
        while (format.equals("tiff") && writer.getClass().getName().startsWith("com.sun.") && writers.hasNext()) {
            writer = writers.next();
        }
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            out.setByteOrder(order);
            writer.setOutput(out);
            writer.write(null, image, settings.of(writer.getDefaultWriteParam()));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
