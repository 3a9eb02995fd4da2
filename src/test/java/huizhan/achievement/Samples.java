package huizhan.achievement;

import huizhan.kernel.Disclosure;
import huizhan.material.Examples;
import huizhan.material.ExhibitObject;
import huizhan.material.Picture;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Achievements that are whole, for tests of what comes after filling in. */
final class Samples {
    private static final Map<Integer, byte[]> PICTURES = new ConcurrentHashMap<>();

    private Samples() {}

    /** An achievement of the unit's without errors: every field, two pictures of over 5 MB, one object with its photo. */
    static UUID whole(TestServer server, Person unit) {
        var id = begun(server, unit);
        var values = Examples.values().without("board.departmentOpinion").with("exhibitForms", "graphic", "model");
        var object = new ExhibitObject("样机模型", "model", 40, 30, 55.5, "", 12.5, "按1:2制作", List.of("photo"));
        var told = new huizhan.material.Achievement(Optional.of(id), 1, "01", Optional.empty(), "public", values, "", "", List.of(), List.of(),
            List.of(new Picture("one", "", "样机"), new Picture("two", "", "试验")), "", List.of(object));
        var files = Map.of("one", stored(server, unit, 1, "全景.jpg"), "two", stored(server, unit, 2, "试验.jpg"), "photo", stored(server, unit, 1, "模型.jpg"));
        server.get(Intake.class).fill(unit.actor(), id, told, path -> Optional.ofNullable(files.get(path)));
        return id;
    }

    static UUID begun(TestServer server, Person unit) {
        return ((Outcome.Done) server.get(Achievements.class).begin(unit.actor(), Disclosure.PUBLIC, Optional.empty())).achievement();
    }

    static StoredFile stored(TestServer server, Person unit, int seed, String name) {
        try {
            return server.get(MediaFiles.class).take(unit.actor(), name, new ByteArrayInputStream(PICTURES.computeIfAbsent(seed, Samples::noise)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Noise is what JPEG can't make small: 2400 by 1700 pixels of it are over 5 MB. */
    private static byte[] noise(int seed) {
        var image = new BufferedImage(2400, 1700, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) pixels[i] = random.nextInt(0x1000000);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.97f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
            writer.dispose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
