package huizhan.media;

import huizhan.kernel.Text;
import java.io.IOException;

/** Something that came in doesn't pass the virus check: it is infected, or it couldn't be looked at now. */
public final class VirusFault extends IOException {
    private static final long serialVersionUID = 1L;
    private final String virus;
    private final transient Text text;

    /** @param virus its name; empty where the file only waits */
    VirusFault(String virus, Text text) {
        super(text.en());
        this.virus = virus;
        this.text = text;
    }

    public boolean infected() {
        return !virus.isEmpty();
    }

    /** As clamd calls it. */
    public String virus() {
        return virus;
    }

    /** What is wrong and what happens next. */
    public Text text() {
        return text;
    }
}
