/**
 * What came in twice (B20): the same achievement from two departments, told in other words perhaps, and the same picture in two places,
 * saved again perhaps. Only sign-offs that hold are compared, only the organizer is told, and it dismisses with a reason what is none.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "database", "call", "material", "media", "organization", "opening", "achievement", "nomination"})
package huizhan.likeness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
