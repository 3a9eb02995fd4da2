package huizhan.likeness;

import java.time.Instant;
import java.util.UUID;

/**
 * What the organizer said about a pair.
 *
 * @param number    counted from 1
 * @param dismissed true where it is none, false where that was taken back
 * @param at        by the business clock
 */
record Step(long number, boolean dismissed, String reason, Instant at, UUID by) {}
