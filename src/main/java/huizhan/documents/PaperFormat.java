package huizhan.documents;

import java.util.Arrays;
import java.util.Optional;

/** What a form can be had as (B2). */
public enum PaperFormat {
    PDF("pdf", "PDF", "application/pdf"),
    WORD("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** GB/T 33190-2016. */
    OFD("ofd", "OFD", "application/ofd");

    private final String extension;
    private final String label;
    private final String mediaType;

    PaperFormat(String extension, String label, String mediaType) {
        this.extension = extension;
        this.label = label;
        this.mediaType = mediaType;
    }

    /** As names of files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** As people call it, in every language. */
    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    /** By its extension. */
    public static Optional<PaperFormat> of(String extension) {
        return Arrays.stream(values()).filter(each -> each.extension.equals(extension)).findFirst();
    }

    /** By the end of a file's name, {@code board-form.pdf}. */
    public static Optional<PaperFormat> ofFile(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : of(name.substring(dot + 1));
    }
}
