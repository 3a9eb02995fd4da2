package huizhan.folder;

import huizhan.call.Call;
import huizhan.documents.PaperCode;
import huizhan.documents.PaperProof;
import huizhan.documents.PaperProof.Claim;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.material.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Holds a paper against a material, digest by digest (B17). */
public final class PaperCheck {
    private static final Set<String> OF_THE_NOMINATION = Set.of(FormsIn.SUMMARY, "receipt", "parcel", "disc");

    private PaperCheck() {}

    /** What became of one digest. */
    public enum Answer {
        SAME,
        DIFFERENT,
        ONLY_ON_PAPER,
        ONLY_IN_RECORD
    }

    /** One digest: on the paper, in the record, or both. */
    public record Line(Answer answer, Text name, Optional<Sha256> paper, Optional<Sha256> record) {}

    /**
     * @param known  whether the record has that document at all; if not, there are no lines
     * @param record which record it was held against; empty where there was one alone
     * @param counts whether that record is the one that counts now
     * @param lines  in the order of the paper, then what only the record has
     */
    public record Verdict(boolean known, Optional<Text> record, boolean counts, List<Line> lines) {

        /** Every digest agrees, and the record is the one that counts. */
        public boolean same() {
            return counts && linesAgree();
        }

        public boolean linesAgree() {
            return known && lines.stream().allMatch(line -> line.answer() == Answer.SAME);
        }

        /** The same, of a record among several. */
        public Verdict against(Text name, boolean itCounts) {
            return new Verdict(known, Optional.of(name), itCounts, lines);
        }
    }

    /**
     * @param signed the nomination's digest as it was signed, where it was: content that was erased since can't be added up again
     */
    public static Verdict of(PaperProof paper, Material material, Optional<Sha256> signed, Call call) {
        var record = Identified.of(material);
        var evidence = Evidence.of(record, signed, call);
        var own = own(paper.code(), record, evidence);
        if (own.isEmpty()) {
            return new Verdict(false, Optional.empty(), true, List.of());
        }
        var lines = new ArrayList<Line>();
        lines.add(line(new Text("二维码", "QR code"), paper.code().digest(), own.get().digest()));
        if (!paper.claims().isEmpty()) {
            lines.addAll(claims(paper.claims(), evidence));
        }
        return new Verdict(true, Optional.empty(), true, List.copyOf(lines));
    }

    private static Optional<Evidence> own(PaperCode code, Material record, List<Evidence> evidence) {
        if (OF_THE_NOMINATION.contains(code.form())) {
            return record.id().filter(code.document()::equals).flatMap(id -> evidence.stream().filter(each -> each.document().isEmpty()).findFirst());
        }
        return record.achievements().stream().filter(each -> each.id().filter(code.document()::equals).isPresent()).findFirst()
                .flatMap(found -> evidence.stream().filter(each -> each.of(found, code.form())).findFirst());
    }

    /** First what is the same in the same place, then files that moved within their document, then what stands in one place and differs. */
    private static List<Line> claims(List<Claim> claims, List<Evidence> evidence) {
        var answered = new Line[claims.size()];
        var rest = new ArrayList<>(evidence);
        pair(claims, rest, answered, (claim, each) -> each.named(claim) && each.digest().equals(claim.digest()));
        pair(claims, rest, answered, (claim, each) -> each.file() && each.within(claim) && each.digest().equals(claim.digest()));
        pair(claims, rest, answered, (claim, each) -> each.named(claim));
        var lines = new ArrayList<Line>();
        for (int i = 0; i < answered.length; i++) {
            var claim = claims.get(i);
            lines.add(answered[i] != null ? answered[i] : new Line(Answer.ONLY_ON_PAPER, Text.same(printed(claim)), Optional.of(claim.digest()), Optional.empty()));
        }
        rest.forEach(each -> lines.add(new Line(Answer.ONLY_IN_RECORD, each.name(), Optional.empty(), Optional.of(each.digest()))));
        return lines;
    }

    private static void pair(List<Claim> claims, List<Evidence> rest, Line[] answered, BiPredicate<Claim, Evidence> fits) {
        for (int i = 0; i < answered.length; i++) {
            var claim = claims.get(i);
            var found = answered[i] != null ? Optional.<Evidence>empty() : rest.stream().filter(each -> fits.test(claim, each)).findFirst();
            if (found.isPresent()) {
                answered[i] = line(found.get().name(), claim.digest(), found.get().digest());
                rest.remove(found.get());
            }
        }
    }

    private static String printed(Claim claim) {
        return claim.label().isEmpty() ? claim.document() : claim.document() + " · " + claim.label();
    }

    private static Line line(Text name, Sha256 paper, Sha256 record) {
        return new Line(paper.equals(record) ? Answer.SAME : Answer.DIFFERENT, name, Optional.of(paper), Optional.of(record));
    }
}
