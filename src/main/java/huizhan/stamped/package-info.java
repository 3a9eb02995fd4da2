/**
 * The papers of a nomination that bear a stamp (B16): the summary table, the letter of recommendation, and the board form of each public
 * achievement. Of each a scan and the original travel, tracked apart, with exceptions that give a reason. Stamping comes after the
 * sign-off, so nothing here is part of what is signed. A scan's QR code tells of which content it is; that is a hint and refuses nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "database", "call", "material", "rules", "media", "documents", "folder",
    "organization", "opening", "achievement", "nomination"})
package huizhan.stamped;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
