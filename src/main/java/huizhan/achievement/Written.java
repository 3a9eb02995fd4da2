package huizhan.achievement;

import java.time.Instant;
import java.util.UUID;

/** A field as it stands: its text, how often it was written, when and by whom. */
record Written(String value, long version, Instant at, UUID by) {

    /** A field that nobody has touched. */
    static final Written NEVER = new Written("", 0, Instant.EPOCH, new UUID(0, 0));
}
