package huizhan.stamped;

import huizhan.database.Jobs;
import huizhan.documents.PaperCode;
import huizhan.documents.PaperProof;
import huizhan.folder.PaperCheck;
import huizhan.kernel.Clocks;
import huizhan.kernel.Sha256;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.nomination.Records;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the QR code off a scan, in the background, and tells which content the paper was printed from (B17). */
@Component
class ScanCodes {
    private final StampedSql sql;
    private final MediaFiles media;
    private final Records records;
    private final OpenCall open;
    private final Desk desk;

    /** When, and who does it later. The jobs are looked up late: they know this one. */
    @Component
    record Desk(Clocks clocks, ObjectProvider<Jobs> jobs, TransactionTemplate transaction) {}

    ScanCodes(StampedSql sql, MediaFiles media, Records records, OpenCall open, Desk desk) {
        this.sql = sql;
        this.media = media;
        this.records = records;
        this.open = open;
        this.desk = desk;
    }

    void soon(UUID file) {
        desk.jobs().getObject().soon(StampedConfiguration.READ.instance(file.toString()).build());
    }

    /** The job. A file that is gone by now needs no code. */
    void read(UUID id) throws IOException {
        var file = media.find(id);
        if (file.isPresent()) {
            var code = code(file.get());
            desk.transaction().executeWithoutResult(status -> sql.keepCode(id, code, desk.clocks().system().instant()));
        }
    }

    private String code(StoredFile file) throws IOException {
        try {
            return PaperProof.read(media.path(file)).code().toString();
        } catch (PaperProof.Unreadable e) {
            return "";
        } catch (RuntimeException e) {
            // the file is a stranger's: one that trips the reader has no code that could be read
            return "";
        }
    }

    /** What the codes of these papers' scans tell, by file; of a unit's own sheet and of a letter nothing is asked. */
    Map<UUID, String> codes(Collection<Stack> stacks) {
        return sql.codes(stacks.stream().flatMap(stack -> stack.papers().stream()).filter(each -> each.due().paper().kind().coded() && each.scan().equals("there"))
            .flatMap(each -> each.file().stream()).toList());
    }

    /**
     * What a scan's code tells, as the end of a message's key.
     *
     * @param codes as {@link #codes(Collection)} gives them
     * @return reading, unreadable, other (the code of another paper), same, earlier (the same as a sign-off before), different; empty where
     *         nothing is asked
     */
    String verdict(Stack stack, Standing paper, Map<UUID, String> codes) {
        if (!paper.due().paper().kind().coded() || !paper.scan().equals("there")) {
            return "";
        }
        var text = codes.get(paper.file().orElseThrow());
        if (text == null) {
            return "reading";
        }
        return PaperCode.of(text).map(code -> told(stack, paper.due().paper(), code)).orElse("unreadable");
    }

    private String told(Stack stack, Paper paper, PaperCode code) {
        var document = paper.achievement().or(() -> stack.content().material().id());
        if (!code.form().equals(paper.kind().code()) || document.filter(code.document()::equals).isEmpty()) {
            return "other";
        }
        var proof = PaperProof.of(code);
        Optional<Sha256> signed = stack.signed().map(SignOffs.Standing::digest);
        if (PaperCheck.of(proof, stack.content().material(), signed, open.call()).same()) {
            return "same";
        }
        return records.check(proof).filter(PaperCheck.Verdict::linesAgree).isPresent() ? "earlier" : "different";
    }
}
