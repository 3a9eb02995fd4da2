/**
 * The desk of a unit or a department (C1, C2, A4): one person on one machine, without an account. It begins with a call kit, and
 * goes by its call, names, deadline, exceptions and keys; the same forms, rules and papers as on a server. And the kits themselves, as far as a
 * data folder knows what belongs into them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "database", "call", "kit", "keys", "disc", "material", "documents", "organization", "organization :: cards",
    "opening", "opening :: exceptions"})
package huizhan.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
