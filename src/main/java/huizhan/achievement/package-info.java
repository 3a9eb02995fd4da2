/**
 * Filling in one achievement (A1 to A11): disclosure first, then fields that save themselves one by one with a version and a history
 * each (B4), statement and board form, pictures, film, figures, objects and separate sheets in their slots (A6, A9, A10, B5), the
 * checklist (B6), and the way from unit to department and back (B16). What is typed becomes a {@link huizhan.material.Material}, and
 * everything that is said of it is said by the rules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "web", "database", "call", "material", "rules", "media", "documents",
    "organization", "opening", "opening :: exceptions", "office", "folder", "mail"})
package huizhan.achievement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
