package huizhan.media;

import huizhan.kernel.Text;

/** One line about an uploaded file: how good it is for its place, and in words. */
public record UploadVerdict(Level level, Text text) {

    public enum Level { GOOD, WARN, BAD }
}
