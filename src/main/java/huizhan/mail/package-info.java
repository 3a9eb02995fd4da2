/**
 * Letters to people by e-mail (B1, B7, B17, B19, B21): a module puts one into the outbox in the transaction of the fact it tells of, and a
 * job hands it to the mail server once. Each attempt is a dated row; what can't be known is said and left to a person. Only the open zone
 * sends mail (decisions, Web). A secret never lies in a letter: it holds a reference, which is resolved at the moment of sending.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "audit", "web"})
package huizhan.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
