package huizhan.audit;

import huizhan.kernel.Sha256;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the trail.
 *
 * @param seq its number once it is sealed
 * @param at by the system clock
 * @param businessAt by the business clock, which decides deadlines
 * @param details canonical JSON, without personal values
 * @param address the network address it was asked from; empty for the program's own doings
 * @param previous the link it was sealed to
 * @param hash its own link
 */
record Entry(UUID id, Optional<Long> seq, Instant at, Instant businessAt, UUID actor, Optional<UUID> department, String what, String subject,
        boolean refused, String details, String address, Optional<String> previous, Optional<String> hash) {

    /** The link: SHA-256 over the previous link and every column of this entry. */
    Sha256 link(Head after) {
        return Sha256.of(after.hash().hex() + "\n" + CanonicalDetails.json(Arrays.asList(after.seq() + 1, id.toString(), at.toEpochMilli(),
            businessAt.toEpochMilli(), actor.toString(), department.map(UUID::toString).orElse(null), what, subject, outcome(), details, address)));
    }

    String outcome() {
        return refused ? "refused" : "done";
    }
}
