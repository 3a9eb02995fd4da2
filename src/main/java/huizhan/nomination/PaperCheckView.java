package huizhan.nomination;

import huizhan.documents.PaperProof;
import huizhan.folder.PaperCheck.Answer;
import huizhan.folder.PaperCheck.Line;
import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A paper held against the record, as a page tells it (B17).
 *
 * @param outcome  same, unsigned, withdrawn, old, different or unknown: the end of the key of its sentence
 * @param paper    the key of the paper's title; empty where it is none of ours
 * @param form     the paper as its code names it
 * @param about    which of these papers: a receipt's number, or an achievement's rank and name; or empty
 * @param record   which record it was held against, or empty
 * @param digests  how many digests were compared
 * @param other    how many of them differ
 * @param onlyCode the paper has only its code: its words are to be compared by eye
 */
record PaperCheckView(String outcome, String paper, String form, String about, String record, int digests, long other, boolean onlyCode, List<Row> rows) {

    private static final Map<String, String> TITLES = Map.of("receipt", "nomination.receipt", "summary", "nomination.paper.summary",
        "board-form", "nomination.receipt.board-form", "statement", "nomination.receipt.statement", "parcel", "nomination.paper.parcel",
        "disc", "nomination.paper.disc");

    /** @param kind good or bad */
    record Row(String kind, String word, String name, String paper, String record) {}

    /**
     * @param everything whether the reader may see what a record holds of a document whose paper he can't show: else a stranger who knows no
     *                   more than an id would learn names
     */
    static PaperCheckView of(PaperProof paper, Optional<Records.Found> checked, boolean everything, Lang lang) {
        var form = paper.code().form();
        var title = TITLES.getOrDefault(form, "");
        if (checked.isEmpty()) {
            return new PaperCheckView("unknown", title, form, "", "", 0, 0, false, List.of());
        }
        var found = checked.get().verdict();
        boolean held = found.lines().stream().findFirst().filter(line -> line.answer() == Answer.SAME).isPresent();
        boolean told = everything || held;
        var rows = told ? found.lines().stream().map(line -> row(line, lang)).toList() : List.<Row>of();
        return new PaperCheckView(outcome(checked.get()), title, form, held || checked.get().standing() == Records.Standing.SIGNED && everything ? checked.get().about() : "", told ? found.record().map(record -> record.in(lang)).orElse("") : "",
            found.lines().size(), found.lines().stream().filter(line -> line.answer() != Answer.SAME).count(), found.same() && paper.claims().isEmpty(), rows);
    }

    private static String outcome(Records.Found found) {
        if (!found.verdict().linesAgree()) return "different";
        return switch (found.standing()) {
            case SIGNED -> "same";
            case UNSIGNED -> "unsigned";
            case EARLIER -> "old";
            case WITHDRAWN -> "withdrawn";
        };
    }

    /** How the sentence is meant: a paper that agrees with what nobody stands by is no success. */
    public String tone() {
        return switch (outcome) {
            case "same" -> "good";
            case "different", "unknown" -> "bad";
            default -> "warn";
        };
    }

    private static Row row(Line line, Lang lang) {
        return new Row(line.answer() == Answer.SAME ? "good" : "bad", line.answer().name().toLowerCase(Locale.ROOT).replace('_', '-'), line.name().in(lang),
            line.paper().map(Sha256::grouped).orElse(""), line.record().map(Sha256::grouped).orElse(""));
    }
}
