/**
 * The call's clauses as one list ({@link huizhan.rules.Rules#ALL}), each under its id, and the counting of 字 (A5, A8, B3). A rule looks
 * at a {@link huizhan.material.Material} and a {@link huizhan.call.Call} and answers with findings, so the same rules hold on the server,
 * at a desk, on the command line and at the counter (C3). No Spring, no database, no clock: the deadline is not a rule.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "call", "material"})
package huizhan.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
