/**
 * An achievement that turns out not to be for the public leaves the open network (A4, C2): sealed discs of it for the next addressee are
 * handed out, then every word of it is erased here, and a stub keeps its rank.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "database", "call", "material", "rules", "media", "documents", "folder", "disc", "keys",
    "organization", "organization :: cards", "opening", "achievement", "nomination"})
package huizhan.turning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
