/**
 * The organizer takes out what came in (B10): the sign-offs that hold as a list for a spreadsheet, and as an archive with papers and
 * originals that is made while it is sent. Of a stub there is a rank and a word, as everywhere (A4, C7).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "call", "material", "rules", "media", "documents", "folder", "organization",
    "opening", "nomination"})
package huizhan.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
