package huizhan.folder;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;

/** A folder, or something that it was to be used for, can't be read or done at all; says what is wrong and what to do, in one line. */
public final class FolderFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    public FolderFault(String zh, String en) {
        super(en);
        this.reason = new Text(zh, en);
    }

    public String reason(Lang lang) {
        return reason.in(lang);
    }
}
