package huizhan.stamped;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Told by the module that opens parcels: which originals of a department lie with the organizer, and since when (B16). */
@FunctionalInterface
public interface OriginalsArrived {

    /** By the paper's name within a page: summary, letter, or the achievement's id for its board form. */
    Map<String, LocalDate> of(UUID department);
}
