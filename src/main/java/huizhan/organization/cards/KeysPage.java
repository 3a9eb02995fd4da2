package huizhan.organization.cards;

import huizhan.kernel.Plain;
import huizhan.keys.PublicKeys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The page of key cards, {@code templates/organization/keys.html}.
 *
 * @param reader     organizer, department or unit: the end of the keys of its words
 * @param own        the reader's own; for a unit its department's
 * @param earlier    those that are not in force any more, the newest first; none for a unit
 * @param seen       how many were put
 * @param organizers the organizer's, for a department
 * @param pasted     as pasted, after a refusal
 * @param why        why something was refused, or empty
 */
record KeysPage(String reader, Newest own, List<Earlier> earlier, int seen, Optional<Newest> organizers, String pasted, String why) {

    /**
     * @param card      the one in force
     * @param withdrawn whether there was one, and whoever still has it is not to use it
     */
    record Newest(Optional<Card> card, boolean withdrawn) {}

    /**
     * @param place where its file is
     * @param by    who put it; empty where that is no business of the reader's
     */
    record Card(String holder, String id, String hex, String fingerprint, Instant created, Instant at, String by, String place) {

        static Card of(KeyCard card, String by, String place) {
            return new Card(named(card.keys()), card.keys().id(), card.fingerprint(), card.keys().fingerprint().grouped(), card.keys().created(), card.at(), by, place);
        }
    }

    /**
     * @param by        who put it
     * @param ended     when it was withdrawn or replaced
     * @param withdrawn whether it was withdrawn
     * @param endedBy   who did that
     */
    record Earlier(String holder, String id, String fingerprint, Instant at, String by, Instant ended, boolean withdrawn, String endedBy) {}

    /** Comes from whoever made the card. */
    static String named(PublicKeys keys) {
        return Plain.line(keys.holder());
    }

    /** What is said where there is no card: the middle of its key. */
    public String missing() {
        return own.withdrawn() ? "gone" : "none";
    }

    public boolean keeps() {
        return !reader.equals("unit");
    }
}
