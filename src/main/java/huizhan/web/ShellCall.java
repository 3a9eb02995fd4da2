package huizhan.web;

import huizhan.kernel.Lang;
import java.time.Instant;

/** The call that is open, as far as the top bar shows it. */
public interface ShellCall {

    /** The call's short title. */
    String title(Lang lang);

    /** The last moment that still counts, so that its day in Asia/Shanghai is the day of the deadline. */
    Instant deadline();
}
