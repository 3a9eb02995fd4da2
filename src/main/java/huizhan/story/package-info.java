/**
 * The story that the demo tells: three invented departments, one ready, one over a limit, one late, with their units, people, pictures
 * and films. It acts through the same doors as people do; nothing imports it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "call", "material", "media", "keys", "organization", "organization :: cards", "achievement", "nomination", "stamped", "reception"})
package huizhan.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
