/**
 * The few words that every module speaks: who acts ({@link huizhan.kernel.Actor}), where the program runs ({@link huizhan.kernel.Zone}),
 * in which language it answers ({@link huizhan.kernel.Lang}), a digest ({@link huizhan.kernel.Sha256}), the two clocks
 * ({@link huizhan.kernel.Clocks}). A leaf: it imports no other module, and it is nobody's junk drawer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package huizhan.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
