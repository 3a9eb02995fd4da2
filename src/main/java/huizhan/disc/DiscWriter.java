package huizhan.disc;

import huizhan.disc.Plan.Written;
import huizhan.kernel.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes a plan as a BagIt 1.0 bag (RFC 8493) in an ISO 9660 image with Joliet names (ECMA-119 interchange level 3), in one pass: every
 * payload byte is read once and hashed on its way into the image. The image appears under its name only when it is whole and on the disk.
 */
public final class DiscWriter {

    /** What became of it. */
    public sealed interface Outcome permits Image, Refused {}

    /**
     * @param bytes       size of the image
     * @param payload     all files below {@code data/} with their digests, papers too
     * @param tagManifest digest of {@code tagmanifest-sha256.txt}: it stands for the whole disc
     */
    public record Image(Path path, long bytes, List<Written> payload, Sha256 tagManifest) implements Outcome {}

    /** Nothing was left under the image's name; each defect says what to do. */
    public record Refused(List<Defect> defects) implements Outcome {}

    private DiscWriter() {}

    /**
     * @param image the file to make, replaced if it is there; its folder must exist
     * @param clock dates the bag and every directory record
     * @throws IOException if the target can't be written for another reason than a full disk
     */
    public static Outcome write(Plan plan, Path image, Capacity capacity, Clock clock) throws IOException {
        var check = new PlanCheck();
        var defects = new ArrayList<>(check.plan(plan, capacity));
        var folder = image.toAbsolutePath().getParent();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (defects.isEmpty() && free < plan.leastBytes()) {
            defects.add(DefectKind.DISK_FULL.at(folder.toString(), plan.leastBytes(), free));
        }
        return defects.isEmpty() ? written(plan, image.toAbsolutePath(), capacity, clock, check) : new Refused(defects);
    }

    private static Outcome written(Plan plan, Path image, Capacity capacity, Clock clock, PlanCheck check) throws IOException {
        var part = image.resolveSibling("." + image.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            var outcome = new Bagging(plan, capacity, clock, check).into(part, image);
            if (outcome instanceof Image) {
                Files.move(part, image, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                forceFolder(image.getParent());
            }
            return outcome;
        } catch (ImageOutput.SourceFault e) {
            return new Refused(List.of(e.defect()));
        } catch (IOException e) {
            return fullDisk(e, image.getParent(), plan, part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A full disk is told by its own words on each system, or by what is left of it. */
    private static Refused fullDisk(IOException fault, Path folder, Plan plan, Path part) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        var words = String.valueOf(fault.getMessage());
        boolean full = words.contains("No space left") || words.contains("not enough space") || words.contains("quota");
        if (!full && free > 1_000_000) {
            throw fault;
        }
        long had = Files.exists(part) ? Files.size(part) : 0;
        return new Refused(List.of(DefectKind.DISK_FULL.at(folder.toString(), Math.max(plan.leastBytes() - had, 1), free)));
    }

    /** The new name is safe only when the folder itself is on the disk; Windows can't open folders and doesn't need it. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The order of a bag: payload, papers, tag files, manifest, tag manifest, frame. */
    private record Bagging(Plan plan, Capacity capacity, Clock clock, PlanCheck check) {

        Outcome into(Path part, Path image) throws IOException {
            try (var out = new ImageOutput(part)) {
                var payload = new ArrayList<>(out.append(plan.payload()));
                var papers = plan.papers().make(List.copyOf(payload));
                var defects = new ArrayList<>(check.items(papers, true));
                if (!defects.isEmpty()) {
                    return new Refused(defects);
                }
                payload.addAll(out.append(papers));
                var tags = plan.tagFiles().make(List.copyOf(payload));
                defects.addAll(check.items(tags, false));
                return defects.isEmpty() ? closed(out, payload, tags, image) : new Refused(defects);
            }
        }

        private Outcome closed(ImageOutput out, List<Written> payload, List<Plan.Item> more, Path image) throws IOException {
            var tags = new ArrayList<>(List.of(BagTags.declaration(), BagTags.info(plan, payload, clock)));
            tags.addAll(more);
            tags.add(BagTags.manifest(BagTags.MANIFEST, payload));
            var written = out.append(tags);
            var last = out.append(List.of(BagTags.manifest(BagTags.TAG_MANIFEST, written)));
            var layout = new IsoLayout(plan.label(), clock.instant(), out.files());
            long bytes = layout.sectors() * IsoLayout.SECTOR;
            if (bytes > capacity.bytes()) {
                return new Refused(List.of(PlanCheck.tooSmall(plan.label(), bytes, capacity)));
            }
            out.finish(layout);
            return new Image(image, bytes, List.copyOf(payload), last.get(0).digest());
        }
    }
}
