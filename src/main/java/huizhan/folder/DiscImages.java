package huizhan.folder;

import huizhan.disc.Capacity;
import huizhan.disc.Defect;
import huizhan.disc.DiscWriter;
import huizhan.folder.DiscPlan.Volumes;
import huizhan.kernel.Sha256;
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
import java.util.UUID;

/** Writes the discs of a plan as images, all or none. */
public final class DiscImages {
    private DiscImages() {}

    /** @param digest SHA-256 of the tag manifest, which stands for everything on the disc */
    public record Image(Path path, int number, int count, long bytes, Sha256 digest) {}

    /** Either the images by number, or the reasons why there are none. */
    public record Result(List<Image> images, List<Defect> defects) {}

    /**
     * Images of an earlier run under the same names are replaced, but only when every new one is whole: until then all are written under
     * hidden names in the same folder.
     *
     * @throws IOException if the folder can't be written; the earlier images are then as they were
     */
    public static Result write(Volumes volumes, Path out, Capacity capacity, Clock clock) throws IOException {
        Files.createDirectories(out);
        var fresh = new LinkedHashMap<Path, Path>();
        try {
            var images = new ArrayList<Image>();
            for (var plan : volumes.plans()) {
                int count = volumes.plans().size();
                int number = plan.group().map(group -> group.number()).orElse(1);
                var target = out.resolve(volumes.name() + (count > 1 ? "-" + number : "") + ".iso");
                fresh.put(target, hidden(out));
                var outcome = DiscWriter.write(plan, fresh.get(target), capacity, clock);
                if (outcome instanceof DiscWriter.Refused refused) {
                    return new Result(List.of(), refused.defects());
                }
                var written = (DiscWriter.Image) outcome;
                images.add(new Image(target, number, count, written.bytes(), written.tagManifest()));
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
