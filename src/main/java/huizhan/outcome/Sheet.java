package huizhan.outcome;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A result sheet on the restricted server.
 *
 * @param number from 1, within the call
 * @param maker  the person's name as it stood then
 * @param lines  in the order of departments and ranks
 */
record Sheet(int number, Instant made, UUID by, String maker, Map<UUID, Verdict> lines, Optional<Signature> signature) {

    /** By whom it was looked through. */
    record Signature(Instant at, UUID by, String signer) {}

    public int parts() {
        return (lines.size() + SheetCode.MOST - 1) / SheetCode.MOST;
    }
}
