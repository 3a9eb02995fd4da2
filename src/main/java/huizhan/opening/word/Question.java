package huizhan.opening.word;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A question to the organizer.
 *
 * @param department absent for one that the organizer publishes unasked
 * @param unit       absent where a department's people ask
 * @param about      the passage or form of the call that it is about, or empty
 * @param at         by the business clock
 * @param answers    the newest last; the newest counts
 */
record Question(UUID id, Optional<UUID> department, Optional<UUID> unit, String about, String text, Instant at, UUID by, List<Answer> answers) {

    enum Kind {
        /** For the asker alone. */
        PRIVATE,
        /** For everybody; the asker isn't named. */
        PUBLIC,
        WITHDRAWN;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param wording the question as it is published */
    record Answer(long number, Kind kind, String wording, String text, Instant at) {

        public boolean isPublic() {
            return kind == Kind.PUBLIC;
        }
    }

    public Optional<Answer> last() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.get(answers.size() - 1));
    }

    /** What counts now; absent while nobody has answered, and where the answer was withdrawn. */
    public Optional<Answer> answer() {
        return last().filter(each -> each.kind() != Kind.WITHDRAWN);
    }

    /** Whether the organizer has still to say something. */
    public boolean waits() {
        return answers.isEmpty();
    }

    public boolean withdrawn() {
        return last().filter(each -> each.kind() == Kind.WITHDRAWN).isPresent();
    }

    /** Whether it was said otherwise before. */
    public boolean corrected() {
        return answers.size() > 1;
    }

    long number() {
        return last().map(Answer::number).orElse(0L);
    }

    /** Which answer of which question, as one word. */
    String version() {
        return id + "/" + number();
    }

    Question with(List<Answer> others) {
        return new Question(id, department, unit, about, text, at, by, others);
    }
}
