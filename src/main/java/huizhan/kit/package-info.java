/**
 * The call kit (征集包, C1, C2, C4): one signed file from the organizer that a desk starts from: the call's own folder, the department's
 * name, deadline and exceptions, and the organizer's public key; for a unit the department adds the unit's name and its own public key
 * under its own signature. No Spring, no database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "call", "keys", "material", "documents"})
package huizhan.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
