package huizhan.progress;

import java.time.Instant;
import java.util.UUID;

/**
 * A telephone call to a department, noted by whoever made it (B21).
 *
 * @param name what that person was called then
 * @param note what was said, possibly empty
 */
record PhoneCall(UUID id, UUID department, Instant at, UUID by, String name, String note) {}
