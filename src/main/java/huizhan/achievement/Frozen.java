package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The seam by which the nomination speaks of achievements: signed off or not, picked or not; and hears of those that are erased. */
public interface Frozen {

    /** Why the achievement can't be changed and what to do; empty while it can. */
    Optional<Text> frozen(UUID department, UUID achievement);

    /** After a sign-off, of each achievement whether it was picked (A3); empty before one. */
    default Map<UUID, Boolean> picked(UUID department, java.util.Collection<UUID> achievements) {
        return Map.of();
    }

    /** An achievement is being erased; whatever else holds its words lets go of them in the same transaction. */
    default void erased(Actor me, UUID achievement) {}

    /** Its content leaves this place because it isn't for the public; only that it is there may be kept (A4). */
    default void turned(Actor me, UUID achievement) {
        erased(me, achievement);
    }
}
