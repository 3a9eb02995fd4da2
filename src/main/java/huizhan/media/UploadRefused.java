package huizhan.media;

import huizhan.kernel.Text;

/** An upload's request got "no": what is wrong and what to do, in both languages. */
final class UploadRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final UploadFault fault;
    private final transient Text text;

    UploadRefused(UploadFault fault, Object... arguments) {
        this(fault, UploadTexts.text(fault.key(), arguments));
    }

    UploadRefused(UploadFault fault, Text text) {
        super(text.en(), null, false, false);
        this.fault = fault;
        this.text = text;
    }

    UploadFault fault() {
        return fault;
    }

    Text text() {
        return text;
    }
}
