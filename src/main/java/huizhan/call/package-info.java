/**
 * The notice as data (C4): limits, kinds with their statement sections, directions, fields, choices, forms and texts, read from
 * {@code calls/<id>/}. Reading is strict: an unknown key, a limit that makes no sense or a form cell without a field is a
 * {@link huizhan.call.CallFault} that names file, line and remedy, and the program does not start.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package huizhan.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
