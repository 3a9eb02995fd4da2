package huizhan.web;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import java.time.Instant;

/** The call that is open, as far as the top bar shows it. */
public interface ShellCall {

    /** The call's short title. */
    String title(Lang lang);

    /** The last moment that still counts, so that its day in Asia/Shanghai is the day of the deadline. */
    Instant deadline();

    /** The same for one person, whose department may hand in later. Asked once for each page. */
    default Instant deadline(Actor reader) {
        return deadline();
    }
}
