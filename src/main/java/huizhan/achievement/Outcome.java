package huizhan.achievement;

import huizhan.kernel.Text;
import huizhan.rules.Finding;
import java.util.List;
import java.util.UUID;

/** What became of a step on the way of an achievement. */
public sealed interface Outcome {

    record Done(UUID achievement) implements Outcome {}

    /** Why not, and what to do. */
    record Refused(Text why) implements Outcome {}

    /** The unit's part still has errors; all findings, errors first as the rules gave them. */
    record Unfinished(List<Finding> findings) implements Outcome {}
}
