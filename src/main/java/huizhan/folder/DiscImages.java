package huizhan.folder;

import huizhan.disc.Capacity;
import huizhan.disc.Defect;
import huizhan.disc.DiscWriter;
import huizhan.folder.DiscPlan.Volumes;
import huizhan.kernel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the discs of a plan as images, all or none. */
public final class DiscImages {
    private DiscImages() {}

    /** @param digest SHA-256 of the tag manifest, which stands for everything on the disc */
    public record Image(Path path, int number, int count, long bytes, Sha256 digest) {}

    /** Either the images by number, or the reasons why there are none. */
    public record Result(List<Image> images, List<Defect> defects) {}

    /** Images of an earlier run under the same names are replaced. */
    public static Result write(Volumes volumes, Path out, Capacity capacity, Clock clock) throws IOException {
        Files.createDirectories(out);
        var images = new ArrayList<Image>();
        for (var plan : volumes.plans()) {
            int count = volumes.plans().size();
            int number = plan.group().map(group -> group.number()).orElse(1);
            var target = out.resolve(volumes.name() + (count > 1 ? "-" + number : "") + ".iso");
            var outcome = DiscWriter.write(plan, target, capacity, clock);
            if (outcome instanceof DiscWriter.Refused refused) {
                for (var image : images) {
                    Files.deleteIfExists(image.path());
                }
                return new Result(List.of(), refused.defects());
            }
            var written = (DiscWriter.Image) outcome;
            images.add(new Image(target, number, count, written.bytes(), written.tagManifest()));
        }
        images.sort(Comparator.comparingInt(Image::number));
        return new Result(List.copyOf(images), List.of());
    }
}
