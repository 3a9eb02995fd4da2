/**
 * A folder of material (A12, B2, B25, C3): read, checked, printed and planned as a disc. {@link huizhan.folder.FolderReader} makes the
 * one snapshot that the rules look at out of {@code nomination.json}, out of filled Word and Excel forms, or out of both;
 * {@link huizhan.folder.DiscPlan} turns a material and its files into discs;
 * {@link huizhan.folder.PaperCheck} holds a printed paper against a material (B17). The command line stands here too: {@code check},
 * {@code count}, {@code forms}, {@code disc write}. No Spring, no database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "call", "material", "rules", "media", "documents", "keys", "disc", "office"})
package huizhan.folder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
