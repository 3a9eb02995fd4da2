package huizhan.web;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of one field, without its text.
 *
 * @param number counted from 1
 */
public record Version(String field, long number, Instant at, UUID by) {}
