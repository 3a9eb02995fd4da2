package huizhan.nomination;

import huizhan.achievement.Achievements;
import huizhan.achievement.Whereabouts;
import huizhan.documents.PaperCode;
import huizhan.documents.PaperProof;
import huizhan.folder.PaperCheck;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.material.Material;
import huizhan.web.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds a paper against everything that is kept of its document (B17). It asks for no department: whoever holds the paper may check it. */
@Service
public class Records {
    private static final String RECEIPT = "receipt";
    private static final Text DRAFT = new Text("尚未签发的现有内容", "the content as it stands, not signed off");
    private final NominationSql sql;
    private final Contents contents;
    private final Nominations nominations;
    private final Achievements achievements;

    Records(NominationSql sql, Contents contents, Nominations nominations, Achievements achievements) {
        this.sql = sql;
        this.contents = contents;
        this.nominations = nominations;
        this.achievements = achievements;
    }

    /** What a record is that a paper was held against. */
    public enum Standing {
        SIGNED,
        /** Nothing is signed off now; it is the content as it stands. */
        UNSIGNED,
        /** A sign-off that was withdrawn, and a later one holds. */
        EARLIER,
        /** The same, and none holds. */
        WITHDRAWN
    }

    /** @param about the receipt's number, or an achievement's rank and name, as the record has them; empty where it has none */
    public record Found(PaperCheck.Verdict verdict, Standing standing, String about) {}

    /** Of the content that counts now; a paper that is the same as an older one is not the same as this. */
    private record Kept(Text name, boolean counts, Material material, Optional<Signature> signature) {}

    /**
     * Against the sign-off that holds, or without one against the content as it stands, where the paper is not a receipt. Where the paper
     * is the same as another sign-off instead, the verdict tells which.
     *
     * @return empty where nothing of that document is kept
     */
    @Transactional(readOnly = true)
    public Optional<PaperCheck.Verdict> check(PaperProof paper) {
        return find(paper).map(Found::verdict);
    }

    /** The same, with what the record is. A sign-off that agrees goes before a draft that does: the paper was printed from it. */
    @Transactional(readOnly = true)
    public Optional<Found> find(PaperProof paper) {
        var kept = kept(paper.code());
        boolean signed = kept.stream().anyMatch(each -> each.signature().filter(Signature::holds).isPresent());
        var found = kept.stream().map(each -> new Found(
            PaperCheck.of(paper, each.material(), each.signature().map(Signature::digest), nominations.call()).against(each.name(), each.counts()),
            standing(each, signed), about(paper.code(), each))).filter(each -> each.verdict().known()).toList();
        var agreeing = found.stream().filter(each -> each.verdict().linesAgree()).toList();
        return agreeing.stream().filter(each -> each.standing() != Standing.UNSIGNED).findFirst().or(() -> agreeing.stream().findFirst())
            .or(() -> found.stream().findFirst());
    }

    /**
     * Whose document it is, for modules that work for the organizer alone: of a sign-off, of a list, or of an achievement.
     *
     * @param document an achievement's or a nomination's id
     */
    @Transactional(readOnly = true)
    public Optional<UUID> owner(UUID document) {
        return sql.telling(nominations.call().id(), document).stream().findFirst().map(NominationSql.Telling::department)
            .or(() -> sql.owner(nominations.call().id(), document))
            .or(() -> achievements.everywhere().stream().filter(each -> each.id().equals(document)).findFirst().map(Whereabouts::department));
    }

    private static Standing standing(Kept kept, boolean signed) {
        if (kept.signature().isEmpty()) return Standing.UNSIGNED;
        return kept.counts() ? Standing.SIGNED : signed ? Standing.EARLIER : Standing.WITHDRAWN;
    }

    private static String about(PaperCode code, Kept kept) {
        var achievement = kept.material().achievements().stream().filter(each -> each.id().filter(code.document()::equals).isPresent()).findFirst();
        if (achievement.isEmpty()) return kept.signature().map(signature -> signature.receipt().text()).orElse("");
        return achievement.get().rank().map(rank -> rank + ". ").orElse("") + achievement.get().name();
    }

    /** What counts comes first. A receipt is of a sign-off: content that isn't signed says nothing about it. */
    private List<Kept> kept(PaperCode code) {
        var document = code.document();
        var standing = new ArrayList<Kept>();
        var gone = new ArrayList<Kept>();
        for (var each : sql.telling(nominations.call().id(), document)) {
            var signature = sql.signatures(each.nomination()).stream().filter(one -> one.revision().equals(each.revision())).findFirst().orElseThrow();
            var material = contents.frozen(each.department(), each.revision()).material();
            (signature.holds() ? standing : gone).add(new Kept(name(signature), signature.holds(), material, Optional.of(signature)));
        }
        if (standing.isEmpty() && !code.form().equals(RECEIPT)) {
            now(document).ifPresent(material -> standing.add(new Kept(DRAFT, true, material, Optional.empty())));
        }
        standing.addAll(gone);
        return standing;
    }

    private Optional<Material> now(UUID document) {
        var list = sql.owner(nominations.call().id(), document).map(department -> contents.of(nominations.of(department)).material());
        return list.isPresent() ? list : achievements.recorded(document).map(filled -> filled.part(nominations.call().id()));
    }

    private static Text name(Signature signature) {
        return new Text("签发 " + signature.receipt() + "（" + Dates.moment(Lang.ZH, signature.at()) + (signature.holds() ? "" : "，已撤回") + "）",
            "sign-off " + signature.receipt() + " (" + Dates.moment(Lang.EN, signature.at()) + (signature.holds() ? "" : ", withdrawn") + ")");
    }
}
