/**
 * The ferry from the open server to the restricted one (C1): which sign-offs have not gone yet, and the signed discs that carry them,
 * written in steps that a stop in the middle doesn't undo. What arrives is read in {@link huizhan.ferry}.
 */
@NullMarked
@NamedInterface("crossing")
package huizhan.ferry.crossing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
