package huizhan.opening.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Questions for those who answer, {@code templates/opening/answers.html}.
 *
 * @param waiting  without an answer, the oldest first
 * @param answered the newest first
 * @param abouts   what a question can be about, code and word
 * @param form     as typed, after a refusal
 * @param why      why it was refused, or empty
 */
record AnswersPage(List<Line> waiting, List<Line> answered, Map<String, String> abouts, QuestionsPage.Form form, String why) {

    /** @param department empty for one of the organizer's own */
    record Line(Question question, String department) {

        /** The question as it stands for publication before anything is typed. */
        String wording() {
            return question.answer().map(Question.Answer::wording).orElse(question.text());
        }

        String text() {
            return question.answer().map(Question.Answer::text).orElse("");
        }
    }

    public boolean touched(Line line) {
        return !why.isEmpty() && form.question().equals(line.question().id().toString());
    }

    public Optional<String> refusal(Line line) {
        return touched(line) ? Optional.of(why) : Optional.empty();
    }

    public String wording(Line line) {
        return touched(line) && !form.wording().isEmpty() ? form.wording() : line.wording();
    }

    public String text(Line line) {
        return touched(line) ? form.text() : line.text();
    }
}
