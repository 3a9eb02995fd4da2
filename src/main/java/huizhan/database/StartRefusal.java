package huizhan.database;

import huizhan.kernel.Text;

/** The program can't start, and the person at the console can mend it: the text says how, in both languages. */
public final class StartRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Text text;

    public StartRefusal(String zh, String en) {
        super(en);
        this.text = new Text(zh, en);
    }

    /** What is wrong and what to do. */
    public Text text() {
        return text;
    }
}
