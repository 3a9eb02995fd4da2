/**
 * A disc: a BagIt 1.0 bag in an ISO 9660 image with Joliet names, written in one pass, read without trust and checked to the last bit
 * (A12, B8, B9). {@link huizhan.disc.DiscWriter} turns a {@link huizhan.disc.Plan} into an image, {@link huizhan.disc.Tree} opens images
 * and folders alike, {@link huizhan.disc.DiscVerifier} names every defect, {@link huizhan.disc.Viewer} makes the page by which a disc
 * shows itself in any browser. The format stands in {@code docs/disc-format.md}. No Spring, no database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "keys", "material"})
package huizhan.disc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
