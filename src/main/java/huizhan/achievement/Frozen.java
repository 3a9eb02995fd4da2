package huizhan.achievement;

import huizhan.kernel.Text;
import java.util.Optional;
import java.util.UUID;

/** The seam by which the nomination says that an achievement is signed off and may not change; a bean of that module. */
@FunctionalInterface
public interface Frozen {

    /** Why the achievement can't be changed and what to do; empty while it can. */
    Optional<Text> frozen(UUID department, UUID achievement);
}
