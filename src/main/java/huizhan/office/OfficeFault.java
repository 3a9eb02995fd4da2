package huizhan.office;

import huizhan.kernel.Text;

/** A Word or Excel file that isn't read: what about it, and what to do, in a few words that follow its name in {@code form.read}. */
final class OfficeFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    OfficeFault(String zh, String en) {
        super(en);
        this.reason = new Text("整个文件（" + zh + "）", "the whole file (" + en + ")");
    }

    Text reason() {
        return reason;
    }
}
