package huizhan.achievement;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of one field, without its text.
 *
 * @param number counted from 1
 */
record Version(String field, long number, Instant at, UUID by) {}
