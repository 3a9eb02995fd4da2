package huizhan.nomination;

import huizhan.documents.PaperProof;
import huizhan.folder.PaperCheck.Answer;
import huizhan.folder.PaperCheck.Line;
import huizhan.folder.PaperCheck.Verdict;
import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A paper held against the record, as a page tells it (B17).
 *
 * @param outcome  same, old, different or unknown: the end of the key of its sentence
 * @param document which document the paper's code names
 * @param record   which record it was held against, or empty
 * @param digests  how many digests were compared
 * @param other    how many of them differ
 * @param onlyCode the paper has only its code: its words are to be compared by eye
 */
record PaperCheckView(String outcome, String document, String record, int digests, long other, boolean onlyCode, List<Row> rows) {

    /** @param kind good or bad */
    record Row(String kind, String word, String name, String paper, String record) {}

    /**
     * @param everything whether the reader may see what a record holds of a document whose paper he can't show: else a stranger who knows no
     *                   more than an id would learn names
     */
    static PaperCheckView of(PaperProof paper, Optional<Verdict> verdict, boolean everything, Lang lang) {
        var document = paper.code().form() + " · " + paper.code().document();
        if (verdict.isEmpty()) {
            return new PaperCheckView("unknown", document, "", 0, 0, false, List.of());
        }
        var found = verdict.get();
        boolean held = found.lines().stream().findFirst().filter(line -> line.answer() == Answer.SAME).isPresent();
        var outcome = found.same() ? "same" : found.linesAgree() ? "old" : "different";
        var rows = held || everything ? found.lines().stream().map(line -> row(line, lang)).toList() : List.<Row>of();
        return new PaperCheckView(outcome, document, held || everything ? found.record().map(record -> record.in(lang)).orElse("") : "", found.lines().size(),
            found.lines().stream().filter(line -> line.answer() != Answer.SAME).count(), found.same() && paper.claims().isEmpty(), rows);
    }

    private static Row row(Line line, Lang lang) {
        return new Row(line.answer() == Answer.SAME ? "good" : "bad", line.answer().name().toLowerCase(Locale.ROOT).replace('_', '-'), line.name().in(lang),
            line.paper().map(Sha256::grouped).orElse(""), line.record().map(Sha256::grouped).orElse(""));
    }
}
