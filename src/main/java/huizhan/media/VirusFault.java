package huizhan.media;

import huizhan.kernel.Text;
import java.io.IOException;

/** Something that came in doesn't pass the virus check: it is infected, or it couldn't be looked at now. */
public final class VirusFault extends IOException {
    private static final long serialVersionUID = 1L;
    private final String virus;
    private final boolean large;
    private final transient Text text;

    /**
     * What it says of itself where it is logged has no name in it (A4).
     *
     * @param virus its name; empty where the file only waits
     * @param large whether it waits because it is larger than is looked at
     */
    VirusFault(String virus, boolean large, Text text) {
        super(virus.isEmpty() ? "held: the virus check has not looked at it" : "refused by the virus check");
        this.virus = virus;
        this.large = large;
        this.text = text;
    }

    /** Whether no waiting helps: it is larger than the check takes. */
    public boolean tooLarge() {
        return large;
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
