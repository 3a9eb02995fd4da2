/**
 * Reception (收件): parcels with the dates that decide lateness (A13), what was found in them held against what was signed off (A12, B8,
 * B16), item by item, by hand or by the code on the paper; discs with their place on the shelf (B25); what is wrong goes back for
 * correction, what came gets a receipt. Open parcels are noted on the open server; on the restricted one the clerk and the confidentiality
 * officer each see their own part (B27).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "database", "call", "material", "rules", "documents", "folder", "organization",
    "opening", "achievement", "nomination", "stamped", "mail"})
package huizhan.reception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
