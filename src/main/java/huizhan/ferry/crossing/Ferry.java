package huizhan.ferry.crossing;

import huizhan.disc.Capacity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One ferry.
 *
 * @param number  from 1, without a gap, so that the other side sees one missing
 * @param started dates everything on its discs: written again they are the same to the last bit
 * @param ended   when its last disc was complete; empty while some are missing
 */
public record Ferry(UUID id, int number, Capacity capacity, Instant started, Optional<Instant> ended) {}
