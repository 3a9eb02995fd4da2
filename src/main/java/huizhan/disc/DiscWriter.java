package huizhan.disc;

import huizhan.disc.Plan.Written;
import huizhan.kernel.Sha256;
import huizhan.keys.Chunks;
import huizhan.keys.PrivateKeys;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /**
     * How a disc is closed.
     *
     * @param seal   to whom; empty for a disc that everybody can read
     * @param signer who answers for the tag manifest; empty for nobody
     */
    public record Closing(Optional<Seal> seal, Optional<PrivateKeys> signer) {
        public static final Closing OPEN = new Closing(Optional.empty(), Optional.empty());
    }

    private DiscWriter() {}

    /** As {@link #write(Plan, Closing, Path, Capacity, Clock)}, neither sealed nor signed. */
    public static Outcome write(Plan plan, Path image, Capacity capacity, Clock clock) throws IOException {
        return write(plan, Closing.OPEN, image, capacity, clock);
    }

    /**
     * @param image the file to make, replaced if it is there; its folder must exist. Of a sealed disc not a byte is on the disk before it
     *              is encrypted
     * @param clock dates the bag and every directory record
     * @throws IOException if the target can't be written for another reason than a full disk
     */
    public static Outcome write(Plan plan, Closing closing, Path image, Capacity capacity, Clock clock) throws IOException {
        var check = new PlanCheck();
        var defects = new ArrayList<>(check.plan(plan, closing.seal().map(seal -> Seal.room(capacity)).orElse(capacity)));
        var folder = image.toAbsolutePath().getParent();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (defects.isEmpty() && free < plan.leastBytes()) {
            defects.add(DefectKind.DISK_FULL.at(folder.toString(), plan.leastBytes(), free));
        }
        var bagging = new Bagging(image.toAbsolutePath(), closing, clock);
        return defects.isEmpty() ? written(plan, bagging, capacity, check) : new Refused(defects);
    }

    private static Outcome written(Plan plan, Bagging bagging, Capacity capacity, PlanCheck check) throws IOException {
        var image = bagging.image;
        var part = image.resolveSibling("." + image.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            var outcome = bagging.into(part, plan, capacity, check);
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

    /** The order of a bag: payload, papers, tag files, manifest, tag manifest, signature, frame. A sealed one is a bag in a bag. */
    private record Bagging(Path image, Closing closing, Clock clock) {
        private static final SecureRandom RANDOM = new SecureRandom();

        Outcome into(Path part, Plan plan, Capacity capacity, PlanCheck check) throws IOException {
            try (var out = new ImageOutput(Sink.file(part))) {
                return closing.seal().isPresent() ? sealed(out, closing.seal().get(), plan, capacity, check) : bag(out, plan, List.of(), capacity, check);
            }
        }

        private Outcome sealed(ImageOutput out, Seal seal, Plan plan, Capacity capacity, PlanCheck check) throws IOException {
            var secret = new byte[Chunks.KEY_BYTES];
            RANDOM.nextBytes(secret);
            var head = seal.head(secret).block();
            var sink = new SealedSink(out, head, SealedHead.chunks(secret, head), SealedSink.BLOCKS_A_PART);
            Arrays.fill(secret, (byte) 0);
            try (var inner = new ImageOutput(sink)) {
                var outcome = bag(inner, plan, List.of(), Seal.room(capacity), check);
                return outcome instanceof Refused ? outcome : bag(out, seal.plan(), sink.files(), capacity, new PlanCheck());
            }
        }

        /** @param first payload that is in the image already */
        private Outcome bag(ImageOutput out, Plan plan, List<Written> first, Capacity capacity, PlanCheck check) throws IOException {
            var payload = new ArrayList<>(first);
            payload.addAll(out.append(plan.payload()));
            var papers = plan.papers().make(List.copyOf(payload));
            var defects = new ArrayList<>(check.items(papers, true));
            if (!defects.isEmpty()) {
                return new Refused(defects);
            }
            payload.addAll(out.append(papers));
            var tags = plan.tagFiles().make(List.copyOf(payload));
            defects.addAll(check.items(tags, false));
            return defects.isEmpty() ? closed(out, plan, payload, tags, capacity) : new Refused(defects);
        }

        private Outcome closed(ImageOutput out, Plan plan, List<Written> payload, List<Plan.Item> more, Capacity capacity) throws IOException {
            var tags = new ArrayList<>(List.of(BagTags.declaration(), BagTags.info(plan, payload, clock)));
            tags.addAll(more);
            tags.add(BagTags.manifest(BagTags.MANIFEST, payload));
            var written = out.append(tags);
            var manifest = BagTags.manifest(BagTags.TAG_MANIFEST, written);
            var last = out.append(closing.signer().map(signer -> List.of(manifest, BagSignature.of(manifest, signer))).orElse(List.of(manifest)));
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
