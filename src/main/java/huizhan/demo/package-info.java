/**
 * The studio and the story: folders of material that show one thing each, and the invented departments that the demo, the tests and the
 * guide share (C3, C4, C6).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "call", "material", "media", "documents"})
package huizhan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
