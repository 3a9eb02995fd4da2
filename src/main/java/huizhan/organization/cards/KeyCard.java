package huizhan.organization.cards;

import huizhan.keys.PublicKeys;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A card that somebody put in force.
 *
 * @param number     1 for its owner's first; the highest alone can be in force
 * @param at         when it was put, by the business clock
 * @param withdrawal when and by whom it was withdrawn; such a card is kept, and nothing is sealed to it
 */
record KeyCard(Owner owner, int number, PublicKeys keys, Instant at, UUID by, Optional<Withdrawal> withdrawal) {

    record Withdrawal(Instant at, UUID by) {}

    String fingerprint() {
        return keys.fingerprint().hex();
    }

    boolean stands() {
        return withdrawal.isEmpty();
    }
}
