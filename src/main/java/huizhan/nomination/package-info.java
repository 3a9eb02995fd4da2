/**
 * A department's nomination (推荐): out of any number of candidates it picks and ranks (A3), adds stubs for what may not be told here (A4),
 * its overview film (A10) and the head of the summary table (A11); signs off, which freezes the content under one digest and gives a
 * receipt (B8, B17, B26); withdraws before the deadline; prints the papers (A12) and makes the disc (B9).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "database", "call", "material", "rules", "media", "documents", "folder",
    "disc", "keys", "office", "organization", "organization :: cards", "opening", "opening :: exceptions", "achievement", "mail"})
package huizhan.nomination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
