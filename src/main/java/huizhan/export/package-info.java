/**
 * The organizer takes out what came in (B10): the sign-offs that hold as a list for a spreadsheet, and as an archive with papers and
 * originals that is made while it is sent. Of a stub there is a rank and a word, as everywhere (A4, C7). The list tells too how it stands with
 * the stamped papers (B16); they themselves travel on their own ways.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "call", "material", "rules", "media", "documents", "folder", "organization",
    "opening", "nomination", "stamped"})
package huizhan.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
