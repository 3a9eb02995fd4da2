package huizhan.outcome;

import huizhan.kernel.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A result sheet on the restricted server.
 *
 * @param number from 1, within the call; never used twice
 * @param maker  the person's name as it stood then
 * @param lines  in the order of departments and ranks
 * @param voided when it was put aside: what it says counts as told by none
 */
record Sheet(int number, Instant made, UUID by, String maker, Map<UUID, Verdict> lines, Optional<Signature> signature, Optional<Instant> voided) {

    /** By whom it was looked through. */
    record Signature(Instant at, UUID by, String signer) {}

    public int parts() {
        return (lines.size() + SheetCode.MOST - 1) / SheetCode.MOST;
    }

    public boolean waits() {
        return signature.isEmpty() && voided.isEmpty();
    }

    /** Signed and not put aside. */
    public boolean valid() {
        return signature.isPresent() && voided.isEmpty();
    }

    /** What a person has before him who signs it or puts it aside. */
    public String seen() {
        var said = new StringBuilder(number + " " + made + " " + signature.isPresent());
        lines.forEach((id, verdict) -> said.append(' ').append(id).append(' ').append(verdict.code()));
        return Sha256.of(said.toString()).hex();
    }
}
