/**
 * Times in which nobody could work (B18): the program notes by itself when it was not there, the organizer enters what happened
 * elsewhere, and from one of them grants time to all or to some departments in one step.
 */
@NullMarked
package huizhan.opening.outage;

import org.jspecify.annotations.NullMarked;
