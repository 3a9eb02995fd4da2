/**
 * The call while it is open (A13, A16, B1, B18, C4): which call this server answers, when it ends and for whom later, who asked for
 * that and what the organizer answered, and the page on which a signed-in person reads what is asked for. Whatever comes too late is
 * refused here, with a row in the trail (B15).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "call", "material", "rules", "documents", "organization", "mail"})
package huizhan.opening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
