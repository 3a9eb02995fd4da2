/**
 * The letter of recommendation (推荐函, B26) with which a department sends its nomination: proposed from what is known, edited field by
 * field, written as a Word file after GB/T 9704-2012 with its document number. It may be finished after the sign-off.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "database", "call", "rules", "documents", "organization", "opening", "nomination"})
package huizhan.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
