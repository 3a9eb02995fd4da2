package huizhan.opening.exceptions;

import huizhan.kernel.Lang;
import huizhan.rules.Finding;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asking for an exception, {@code templates/opening/exception.html}; shown by the module in which the finding stands.
 *
 * @param action  where the form goes
 * @param back    where the person came from
 * @param remedy  how the finding could be mended instead
 * @param reason  as typed, after a refusal
 * @param refused why it was not sent, or empty
 */
public record AskPage(String action, String back, Asked what, String finding, String remedy, String reason, String refused) {

    public static AskPage of(String action, String back, Asked what, Finding finding, Lang lang) {
        return new AskPage(action, back, what, finding.message(lang), finding.remedy(lang), "", "");
    }

    public ModelAndView shown() {
        return new ModelAndView("opening/exception", Map.of("page", this));
    }

    /** The same page with what was typed, and above it why it was not sent. */
    public ModelAndView refused(String why, String typed) {
        var page = new AskPage(action, back, what, finding, remedy, typed, why);
        return new ModelAndView("opening/exception", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
