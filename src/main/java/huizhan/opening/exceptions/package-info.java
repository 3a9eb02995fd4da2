/**
 * Exceptions (例外, B24): leave to pass one rule for one item, asked for where the finding stands, granted or refused by the organizer
 * with a reason, revoked for the time to come. What is granted goes into the material, and from there into checklist, hand-over,
 * sign-off, disc and receipt.
 */
@NullMarked
@NamedInterface("exceptions")
package huizhan.opening.exceptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
