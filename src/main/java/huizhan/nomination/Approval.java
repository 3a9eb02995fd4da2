package huizhan.nomination;

import huizhan.kernel.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a list stands between whoever drafts and whoever approves (经办, 审签; B16).
 *
 * @param last      the last step; absent where it was never put before anyone
 * @param twoPeople whether the department wants that one person drafts and another approves
 */
record Approval(Optional<Step> last, boolean twoPeople) {

    /**
     * One step.
     *
     * @param digest of the content as it stood then
     * @param note   a word to the other side, possibly empty
     * @param name   the person's as it stood then
     */
    record Step(long number, Kind kind, String digest, String note, Instant at, UUID by, String name) {}

    enum Kind {
        SUBMITTED, TAKEN_BACK, SENT_BACK, SIGNED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    private Optional<Step> last(Kind kind) {
        return last.filter(step -> step.kind() == kind);
    }

    /** What waits for the approver, if anything does. */
    public Optional<Step> waiting() {
        return last(Kind.SUBMITTED);
    }

    public Optional<Step> sentBack() {
        return last(Kind.SENT_BACK);
    }

    /** Whether the content has changed since it was put before the approver. */
    public boolean changedSince(String digest) {
        return waiting().filter(step -> !step.digest().equals(digest)).isPresent();
    }

    /** Whether exactly this content waits for the approver. */
    public boolean waitsFor(String digest) {
        return waiting().filter(step -> step.digest().equals(digest)).isPresent();
    }

    /** Whether exactly this content waits, put up by somebody else. */
    boolean putUpByAnother(Actor me, String digest) {
        return waitsFor(digest) && waiting().filter(step -> step.by().equals(me.account())).isEmpty();
    }

    long next() {
        return last.map(Step::number).orElse(0L) + 1;
    }
}
