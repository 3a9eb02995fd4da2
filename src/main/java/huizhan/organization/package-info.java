/**
 * Who takes part: departments (A12 and standards §7.1), their units, accounts and roles, invitations by single-use links, and the
 * first start with its three administrators (B16, B26, B27; ASVS 6 to 8). How a person signs in and what a request may do lies in
 * {@code huizhan.organization.access}; together they produce the {@link huizhan.kernel.Actor}. To whose card
 * discs are sealed lies in {@code huizhan.organization.cards} (C2).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "audit", "web", "mail", "rules", "keys"})
package huizhan.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
