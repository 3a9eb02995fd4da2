package huizhan.nomination;

import huizhan.documents.FormValues;
import huizhan.documents.Papers;
import huizhan.folder.PaperSet;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.media.MediaFiles;
import huizhan.nomination.Receipts.Signed;
import huizhan.web.Dates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Prints what was signed off: the receipt, annex 1, the board forms and the statements (A12, B10, B17). */
@Component
public class SignOffPapers {
    private final Receipts receipts;
    private final Nominations nominations;
    private final MediaFiles media;
    private final Papers papers;

    SignOffPapers(Receipts receipts, Nominations nominations, MediaFiles media, Papers papers) {
        this.receipts = receipts;
        this.nominations = nominations;
        this.media = media;
        this.papers = papers;
    }

    /** The papers of one sign-off, each printed when it is asked for. */
    public final class Printed {
        private final Signed signed;
        private final PaperSet list;
        private final PaperSet forms;

        private Printed(Signed signed) {
            this.signed = signed;
            this.list = set(signed.content(), foot(signed), day(signed));
            this.forms = set(signed.content(), List.of(), day(signed));
        }

        /** As PDF, in the language of the official papers. */
        public byte[] receipt() {
            return papers.receipt(Sheet.of(receipts.receipt(signed), mark(signed), Lang.ZH), nominations.call(), Lang.ZH);
        }

        /** By its path, {@code summary.pdf} or {@code 01/board-form.docx}; empty where there is no such paper. The forms of an achievement bear no foot. */
        public Optional<byte[]> named(String path) {
            return (path.contains("/") ? forms : list).named(path).map(PaperSet.Paper::bytes);
        }
    }

    /** @throws Faults.NotThere for whom there is nothing to see */
    public Printed of(Actor me, UUID revision) {
        return new Printed(receipts.of(me, revision));
    }

    /** The papers of a list that is not signed off, as it stands. */
    PaperSet draft(Content content) {
        return set(content, List.of("草稿，未签发"), nominations.today());
    }

    PaperSet set(Content content, List<String> foot, LocalDate day) {
        return new PaperSet(content.material(), nominations.call(), file -> open(content, file), foot, day, papers);
    }

    private InputStream open(Content content, String path) throws IOException {
        var file = content.files().get(path);
        if (file == null) {
            throw new NoSuchFileException(path);
        }
        return Files.newInputStream(media.path(file));
    }

    /** The papers of a sign-off are of its day, whenever they are printed. */
    static LocalDate day(Signed signed) {
        return Dates.dayOf(signed.signature().at());
    }

    static List<String> foot(Signed signed) {
        var at = Dates.moment(Lang.ZH, signed.signature().at());
        return List.of("回执号 " + signed.signature().receipt(), signed.signature().holds() ? "签发 " + at : "签发 " + at + "，已撤回");
    }

    static FormValues.Mark mark(Signed signed) {
        return new FormValues.Mark(signed.content().material().id().map(UUID::toString).orElse(""), signed.signature().digest().hex(), foot(signed));
    }
}
