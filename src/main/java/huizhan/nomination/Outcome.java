package huizhan.nomination;

import huizhan.kernel.Text;
import huizhan.rules.Finding;
import java.util.List;
import java.util.UUID;

/** What became of a step in the nomination. */
public sealed interface Outcome {

    record Done(long version) implements Outcome {}

    record Signed(UUID revision) implements Outcome {}

    /** Why not, and what to do. */
    record Refused(Text why) implements Outcome {}

    /** There are still errors; all findings, in the order of the list. */
    record Unfinished(List<Finding> findings) implements Outcome {}
}
