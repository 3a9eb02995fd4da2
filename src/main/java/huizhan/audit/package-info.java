/**
 * The trail of everything anyone did to a record, refused attempts too (B15): written in the transaction of the change, sealed into a
 * chain of SHA-256 links within a second, checked by {@code audit verify}, read by the audit administrator. Personal values stand in
 * it as HMAC under a key of their record that is destroyed when the record is erased.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web"})
package huizhan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
