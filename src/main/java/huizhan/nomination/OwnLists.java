package huizhan.nomination;

import huizhan.material.Achievement;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A department's own list with its content, for modules that work beside it for the department alone. */
@Service
public class OwnLists {
    private final Nominations nominations;
    private final Contents contents;
    private final Heads heads;
    private final SignOffPapers printing;

    OwnLists(Nominations nominations, Contents contents, Heads heads, SignOffPapers printing) {
        this.nominations = nominations;
        this.contents = contents;
        this.heads = heads;
        this.printing = printing;
    }

    /**
     * A list as it counts now.
     *
     * @param content as it was signed off; of a draft as it stands
     * @param signed  the sign-off, where one holds
     */
    public record Own(Content content, Optional<SignOffs.Standing> signed) {}

    @Transactional(readOnly = true)
    public Own of(UUID department) {
        var list = nominations.of(department);
        var signed = list.signature().map(each -> new SignOffs.Standing(list.id(), department, each.revision(), each.receipt().text(), each.digest(), each.at()));
        return new Own(signed.map(each -> contents.frozen(department, each.revision())).orElseGet(() -> contents.of(list)), signed);
    }

    /** For the department's other papers. */
    @Transactional(readOnly = true)
    public Outline outline(UUID department) {
        var list = nominations.of(department);
        return list.signature().map(each -> signed(department, each)).orElseGet(() -> draft(list));
    }

    private Outline signed(UUID department, Signature signature) {
        var material = contents.frozen(department, signature.revision()).material();
        var head = new LinkedHashMap<String, String>();
        nominations.call().head().forEach(field -> head.put(field.id(), material.department().text(field.id())));
        return new Outline(material.achievements().size(), (int) material.achievements().stream().filter(Achievement::stub).count(), head, Optional.of(signature.at()));
    }

    private Outline draft(RankedList list) {
        var head = new LinkedHashMap<String, String>();
        heads.of(list).forEach((field, written) -> head.put(field, written.value()));
        return new Outline(list.lines().size(), (int) list.lines().stream().filter(Line::stub).count(), head, Optional.empty());
    }

    /** Annex 1 of the list as it stands, as PDF; its foot says that it is a draft. */
    @Transactional(readOnly = true)
    public byte[] summary(UUID department) {
        return printing.draft(contents.of(nominations.of(department))).named("summary.pdf").orElseThrow().bytes();
    }
}
