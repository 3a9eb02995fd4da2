package huizhan.ferry;

import huizhan.disc.Capacity;
import huizhan.documents.Papers;
import huizhan.folder.DiscImages;
import huizhan.folder.DiscImages.Handing;
import huizhan.folder.DiscPlan;
import huizhan.folder.FileSource;
import huizhan.kernel.Disclosure;
import huizhan.keys.PublicKeys;
import huizhan.material.Achievement;
import huizhan.material.Attachment;
import huizhan.material.Examples;
import huizhan.material.FileFacts;
import huizhan.material.Material;
import huizhan.material.OverviewVideo;
import huizhan.material.Picture;
import huizhan.material.Values;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;

/** What a department sends: a list with stubs, parts with what is not public, written as discs. */
public final class Freight {
    public static final UUID NOMINATION = new UUID(0x5a5aL << 48 | 0x4000L, 0x8000000000000000L | 53);
    private static final String HEAVY = "/attachments/heavy.bin";
    private static final String MARKED = "/attachments/marked/";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2015-07-12T01:00:00Z"), ZoneOffset.UTC);

    private Freight() {}

    /** An achievement with two pictures of its own, at a rank. */
    public static Achievement achievement(int rank, String name, Disclosure disclosure) {
        var folder = Achievement.folder(rank);
        var values = new LinkedHashMap<>(Examples.values().all());
        values.put("name", List.of(name));
        return new Achievement(Optional.of(id(name)), 1, folder, Optional.of(rank), disclosure.code(), new Values(values), "", "", List.of(), List.of(),
            List.of(new Picture(folder + "/pictures/1.jpg", name + "全景.jpg", "全景"), new Picture(folder + "/pictures/2.jpg", "", "细部")), "", List.of());
    }

    /** With a sheet of nine million bytes. */
    public static Achievement heavy(Achievement light) {
        return new Achievement(light.id(), light.revision(), light.folder(), light.rank(), light.disclosure(), light.values(), light.statementFile(), light.prose(), light.figures(),
            List.of(new Attachment("other", light.folder() + HEAVY)), light.pictures(), light.video(), light.objects());
    }

    /** With a sheet in which nothing stands but a mark of 8 to 40 letters. */
    public static Achievement marked(Achievement light, String mark) {
        return new Achievement(light.id(), light.revision(), light.folder(), light.rank(), light.disclosure(), light.values(), light.statementFile(), light.prose(), light.figures(),
            List.of(new Attachment("other", light.folder() + MARKED + mark + ".txt")), light.pictures(), light.video(), light.objects());
    }

    /** The id by which list and part mean the same. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static Material list(String department, int revision, Achievement... lines) {
        var head = new Values(Map.of("name", List.of(department), "contact", List.of("示例乙"), "telephone", List.of("000-00000001")));
        return with(new Material(Examples.CALL.id(), Material.Shape.WHOLE, Optional.of(NOMINATION), revision, List.of(), head, Optional.<OverviewVideo>empty(), List.of(lines), Map.of(), Set.of(), List.of(), List.of()));
    }

    public static Material part(Achievement... lines) {
        return with(new Material(Examples.CALL.id(), Material.Shape.PART, lines[0].id(), 1, List.of(), Values.NONE, Optional.empty(), List.of(lines), Map.of(), Set.of(), List.of(), List.of()));
    }

    private static Material with(Material material) {
        var facts = new LinkedHashMap<String, FileFacts>();
        material.achievements().stream().flatMap(each -> each.files().stream()).forEach(path -> facts.put(path, new FileFacts(path, bytes(material, path).length)));
        return material.with(facts);
    }

    /** Another picture for each achievement and path, always the same. */
    private static byte[] bytes(Material material, String path) {
        var owner = material.achievements().stream().filter(each -> each.files().contains(path)).findFirst().orElseThrow();
        var random = new Random((owner.name() + path.substring(3)).hashCode());
        if (path.contains(MARKED)) return path.substring(path.lastIndexOf('/') + 1).replace(".txt", "").getBytes(StandardCharsets.US_ASCII);
        if (path.endsWith(HEAVY)) {
            var sheet = new byte[9_000_000];
            random.nextBytes(sheet);
            return sheet;
        }
        var picture = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 160 * 120; i++) {
            picture.setRGB(i % 160, i / 160, new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)).getRGB());
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The images, the first volume first. */
    public static List<Path> discs(Material material, Path out) throws IOException {
        return discs(material, Handing.plain(), Capacity.DVD, out);
    }

    public static List<Path> sealed(Material material, PublicKeys to, String code, Path out) throws IOException {
        return discs(material, new Handing(Optional.of(to), code, UUID.randomUUID(), Optional.empty()), Capacity.DVD, out);
    }

    public static List<Path> discs(Material material, Handing handing, Capacity capacity, Path out) throws IOException {
        FileSource source = path -> Channels.newChannel(new ByteArrayInputStream(bytes(material, path)));
        var wish = new DiscPlan.Wish(handing.room(capacity), false, LocalDate.of(2015, 7, 12), handing.department());
        var volumes = (DiscPlan.Volumes) DiscPlan.of(material, Examples.CALL, source, wish, Papers.bundled());
        var result = DiscImages.write(volumes, handing, out, capacity, CLOCK);
        if (!result.defects().isEmpty()) throw new IOException(result.defects().toString());
        return result.images().stream().sorted(Comparator.comparing(DiscImages.Image::number)).map(DiscImages.Image::path).toList();
    }
}
