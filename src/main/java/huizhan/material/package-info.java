/**
 * The snapshot that everything is checked, digested and packed from (C3), and its JSON, {@code nomination.json}: a nomination or a
 * part of one, its achievements, and the facts about its files. No Spring, no database, no file system.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "call"})
package huizhan.material;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
