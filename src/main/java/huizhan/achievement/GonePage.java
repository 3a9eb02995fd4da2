package huizhan.achievement;

import huizhan.kernel.Lang;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A colleague or the unit was faster: nothing is left to ask about, but what was typed is not lost. {@code templates/achievement/gone.html} shows
 * nothing of the achievement itself, for the reader may see it no more (B7, B16).
 *
 * @param title what was to be done, as a message's key
 * @param label of what was typed, as a message's key
 */
record GonePage(String title, String label) {
    static final GonePage PASSED = new GonePage("achievement.pass", "achievement.pass.opinion");
    static final GonePage TAKEN_OVER = new GonePage("achievement.take-over", "achievement.take-over.word");
    static final GonePage RETURNED = new GonePage("achievement.give-back", "achievement.give-back.reason");

    ModelAndView answer(String typed, Outcome.Refused no, Lang lang) {
        return new ModelAndView("achievement/gone", Map.of("page", this, "typed", typed, "why", no.why().in(lang)), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
