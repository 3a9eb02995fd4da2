/**
 * The organizer's side while the call is open: how far each department has come, step by step (B10); reminders by state, by mail and as a
 * list for the telephone (B21). It counts and dates; what a department has written stays its own affair until its sign-off (C7).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "database", "call", "rules", "organization", "opening", "achievement", "nomination", "mail"})
package huizhan.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
