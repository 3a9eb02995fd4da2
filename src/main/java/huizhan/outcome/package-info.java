/**
 * What became of achievements (B29). It is decided on the restricted server, and nothing goes back from there over a wire: results of
 * public ones are printed as signed codes, ids and verdicts and no more, {@link huizhan.outcome.SheetCode}, looked through and signed by a
 * second person, carried over on paper, and scanned on the open server.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "call", "material", "documents", "keys", "opening", "organization", "organization :: cards",
    "achievement", "nomination"})
package huizhan.outcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
