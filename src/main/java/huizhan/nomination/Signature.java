package huizhan.nomination;

import huizhan.kernel.Sha256;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sign-off: from that moment the revision's content stands under its digest.
 *
 * @param signer     the person's name as it stood then
 * @param trail      head of the audit trail at that moment
 * @param withdrawal when and why it was withdrawn; a withdrawn one is kept
 */
record Signature(UUID revision, int number, ReceiptNumber receipt, Sha256 digest, String trail, Instant at, String signer,
                 Optional<Withdrawal> withdrawal) {

    record Withdrawal(String reason, Instant at) {}

    public boolean holds() {
        return withdrawal.isEmpty();
    }
}
