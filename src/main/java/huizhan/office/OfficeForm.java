package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a form filled in Word or Excel back in (B2): annex 2, annex 1, statement, object note; .docx, .xlsx and, as far as it goes, .doc.
 * What can be wrong with a file is an answer, not an exception. Nothing outside the file is ever opened.
 */
public final class OfficeForm {
    private OfficeForm() {}

    /**
     * What is known before the file is opened.
     *
     * @param document which form it is to be; empty to find out by its content and its name
     * @param kind     the achievement's kind, whose headings part a statement; empty to find out
     * @param name     the achievement's name, which many type above their statement; empty if there is none
     * @param beside   what lies beside a statement or an object note
     */
    public record Asked(Optional<FormDocument> document, Optional<Kind> kind, String name, Beside beside) {
        public static final Asked NOTHING = new Asked(Optional.empty(), Optional.empty(), "", Beside.NOTHING);

        public static Asked as(FormDocument document) {
            return new Asked(Optional.of(document), Optional.empty(), "", Beside.NOTHING);
        }

        public static Asked statement(Optional<Kind> kind, String name, Set<String> captions) {
            return new Asked(Optional.of(FormDocument.STATEMENT), kind, name, new Beside(captions, Beside.NOTHING.objects(), List.of()));
        }

        public static Asked note(String objects, List<String> photos) {
            return new Asked(Optional.of(FormDocument.OBJECT_NOTE), Optional.empty(), "", new Beside(Set.of(), objects, photos));
        }
    }

    /**
     * What a folder tells about a form that lies in it.
     *
     * @param captions of figures that stand in the statement; they are values of their own
     * @param objects  what the objects are about which a note says nothing, {@code object} or {@code model}
     * @param photos   the names of the photos that a note may mean
     */
    public record Beside(Set<String> captions, String objects, List<String> photos) {
        public static final Beside NOTHING = new Beside(Set.of(), "object", List.of());
    }

    /** @param fileName what the file was called where it came from; the content decides what it is */
    public static Reading read(Path file, String fileName, Call call) {
        return read(file, fileName, call, Asked.NOTHING);
    }

    public static Reading read(Path file, String fileName, Call call, Asked asked) {
        try {
            return new FormReader(call).read(OfficeFile.text(file, fileName), fileName, asked);
        } catch (OfficeFault e) {
            return Reading.refused(asked.document().orElse(FormDocument.UNKNOWN), e);
        }
    }

    /**
     * The same from a stream, which passes through a temporary file that is deleted before this returns. The stream is not closed.
     *
     * @throws IOException if the stream can't be read or the temporary file can't be written
     */
    public static Reading read(InputStream in, String fileName, Call call, Asked asked) throws IOException {
        var file = Files.createTempFile("huizhan-form-", ".tmp");
        try {
            try (var out = Files.newOutputStream(file)) {
                long left = OfficeFile.LARGEST + 1;
                var buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read > 0 && left > 0; read = in.read(buffer)) {
                    out.write(buffer, 0, (int) Math.min(read, left));
                    left -= read;
                }
            }
            return read(file, fileName, call, asked);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
