package huizhan.achievement;

import huizhan.kernel.Text;
import huizhan.media.UploadVerdict;
import java.util.Locale;

/** One line under a file: what it is and whether it will do. */
record Verdict(UploadVerdict.Level level, Text text) {

    UploadVerdict upload() {
        return new UploadVerdict(level, text);
    }

    /** good, warn or bad, as the style sheet calls it. */
    public String getKind() {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
