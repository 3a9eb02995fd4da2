/**
 * Pictures, films and the bytes of everything that is handed in (A6, A9, A10, B5, C6): the two-stage verdict
 * ({@link huizhan.media.Examiner}), previews and posters made from the untouched master, resumable upload, and the
 * content-addressed store. It knows no feature: what a verdict means is said by the rules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "material", "audit", "web", "database", "organization"})
package huizhan.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
