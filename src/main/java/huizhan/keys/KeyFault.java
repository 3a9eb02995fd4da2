package huizhan.keys;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;

/** A key file, a passphrase or an envelope can't be used; the reason says what to do and never holds a secret. */
public final class KeyFault extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Text reason;

    KeyFault(String zh, String en) {
        super(en);
        this.reason = new Text(zh, en);
    }

    public String reason(Lang lang) {
        return reason.in(lang);
    }

    public Text reason() {
        return reason;
    }
}
