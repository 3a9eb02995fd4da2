package huizhan.folder;

import huizhan.disc.Capacity;
import huizhan.disc.Defect;
import huizhan.disc.DiscWriter;
import huizhan.disc.DiscWriter.Closing;
import huizhan.disc.Seal;
import huizhan.folder.DiscPlan.Volumes;
import huizhan.kernel.Sha256;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes the discs of a plan as images, all or none. */
public final class DiscImages {
    private DiscImages() {}

    /**
     * @param label  the volume's name
     * @param digest SHA-256 of the tag manifest, which stands for everything on the disc
     */
    public record Image(Path path, String label, int number, int count, long bytes, Sha256 digest) {}

    /**
     * How discs are handed on (C2).
     *
     * @param to         the next addressee, to whom they are sealed; empty for discs that everybody can read
     * @param department its code, the only name that stands on a sealed disc; empty if it isn't known
     * @param set        of the discs that are written together; random
     * @param signer     who answers for them; empty for nobody
     */
    public record Handing(Optional<PublicKeys> to, String department, UUID set, Optional<PrivateKeys> signer) {

        /** For everybody to read. */
        public static Handing plain() {
            return new Handing(Optional.empty(), "", UUID.randomUUID(), Optional.empty());
        }

        /** What a plain image may take of a disc. */
        public Capacity room(Capacity disc) {
            return to.isPresent() ? Seal.room(disc) : disc;
        }

        private Closing closing(int number, int count, int items) {
            return new Closing(to.map(card -> new Seal(card, set, number, count, department, items)), signer);
        }
    }

    /** Either the images by number, or the reasons why there are none. */
    public record Result(List<Image> images, List<Defect> defects) {}

    /** As {@link #write(Volumes, Handing, Path, Capacity, Clock)}, for everybody to read. */
    public static Result write(Volumes volumes, Path out, Capacity capacity, Clock clock) throws IOException {
        return write(volumes, Handing.plain(), out, capacity, clock);
    }

    /**
     * Images of an earlier run under the same names are replaced, but only when every new one is whole: until then all are written under
     * hidden names in the same folder. Sealed ones bear a new random name each time.
     *
     * @throws IOException if the folder can't be written; the earlier images are then as they were
     */
    public static Result write(Volumes volumes, Handing handing, Path out, Capacity capacity, Clock clock) throws IOException {
        Files.createDirectories(out);
        var name = handing.to().isPresent() ? "huizhan-sealed-" + handing.set().toString().substring(0, 8) : volumes.name();
        var fresh = new LinkedHashMap<Path, Path>();
        try {
            var images = new ArrayList<Image>();
            for (var plan : volumes.plans()) {
                int count = volumes.plans().size();
                int number = plan.group().map(group -> group.number()).orElse(1);
                var target = out.resolve(name + (count > 1 ? "-" + number : "") + ".iso");
                fresh.put(target, hidden(out));
                var closing = handing.closing(number, count, volumes.items());
                var outcome = DiscWriter.write(plan, closing, fresh.get(target), capacity, clock);
                if (outcome instanceof DiscWriter.Refused refused) {
                    return new Result(List.of(), refused.defects());
                }
                var written = (DiscWriter.Image) outcome;
                images.add(new Image(target, closing.seal().map(Seal::label).orElse(plan.label()), number, count, written.bytes(), written.tagManifest()));
            }
            replace(fresh);
            images.sort(Comparator.comparingInt(Image::number));
            return new Result(List.copyOf(images), List.of());
        } finally {
            for (var path : fresh.values()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Short and of its own, so that a long name of a department leaves room for it. */
    private static Path hidden(Path out) {
        return out.resolve("." + UUID.randomUUID() + ".iso");
    }

    /** Moves each new image to its place; where one can't, those before it give way to the earlier ones again. */
    private static void replace(Map<Path, Path> fresh) throws IOException {
        var earlier = new LinkedHashMap<Path, Path>();
        var placed = new ArrayList<Path>();
        try {
            for (var each : fresh.entrySet()) {
                var target = each.getKey();
                if (Files.isRegularFile(target)) {
                    var aside = hidden(target.getParent());
                    Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
                    earlier.put(target, aside);
                }
                Files.move(each.getValue(), target, StandardCopyOption.ATOMIC_MOVE);
                placed.add(target);
            }
        } catch (IOException e) {
            restore(earlier, placed, e);
            throw e;
        }
        for (var aside : earlier.values()) {
            Files.deleteIfExists(aside);
        }
    }

    /** What can't be put back is told beside the fault; it still lies under its hidden name. */
    private static void restore(Map<Path, Path> earlier, List<Path> placed, IOException fault) {
        try {
            for (var path : placed) {
                Files.deleteIfExists(path);
            }
            for (var each : earlier.entrySet()) {
                Files.move(each.getValue(), each.getKey(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            fault.addSuppressed(e);
        }
    }
}
