/**
 * Over the gap on discs (C1, C3, A4): what lies on them is read without trust, {@link huizhan.ferry.Deliveries}; taken in all or not at
 * all, once, {@link huizhan.ferry.Imports}; and what came of one department, an open list and sealed discs, is merged into one ranked
 * list with its gaps and contradictions, {@link huizhan.ferry.Merge}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "database", "call", "material", "rules", "media", "folder", "keys", "disc",
    "documents",
    "opening", "organization", "organization :: cards", "achievement", "nomination", "reception"})
package huizhan.ferry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
