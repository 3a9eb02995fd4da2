package huizhan.folder;

import huizhan.call.Call;
import huizhan.documents.PaperProof.Claim;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.Digests;
import huizhan.material.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One digest that a record has, and where a receipt prints it.
 *
 * @param document how the receipt's heading ends, after the rank: {@code 1.文字说明}; {@code summary}; empty for the nomination as a whole
 * @param label    the field's label or the file's path; empty for the document itself
 */
record Evidence(String document, Text title, String label, boolean file, Sha256 digest) {
    private static final Text NOMINATION = new Text("推荐内容", "The nomination");
    private static final Text SUMMARY = new Text("成果推荐汇总表", "Summary table");
    private static final Text STATEMENT = new Text("文字说明", "Statement");
    private static final Text BOARD = new Text("展板信息登记表", "Board form");

    /** As a receipt of this material has them, in its order. In a sign-off an achievement without a name is one that was erased. */
    static List<Evidence> of(Material material, Optional<Sha256> signed, Call call) {
        var all = new ArrayList<Evidence>();
        var whole = signed.orElseGet(() -> Digests.nomination(material, call));
        all.add(new Evidence("", NOMINATION, "", false, whole));
        all.add(new Evidence("summary", SUMMARY, "", false, whole));
        material.overview().ifPresent(film -> files("summary", SUMMARY, List.of(film.file()), material, all));
        material.achievements().stream().filter(each -> !each.stub() && (signed.isEmpty() || !each.name().isBlank())).forEach(each -> achievement(each, material, call, all));
        return all;
    }

    private static void achievement(Achievement achievement, Material material, Call call, List<Evidence> all) {
        var statement = titled(achievement, STATEMENT);
        var board = titled(achievement, BOARD);
        all.add(new Evidence(place(achievement, "statement"), statement, "", false, Digests.statement(achievement, material)));
        var place = place(achievement, FormsIn.BOARD);
        all.add(new Evidence(place, board, "", false, Digests.boardForm(achievement, material, call)));
        achievement.values().all().keySet().stream().filter(id -> !achievement.values().blank(id)).forEach(id ->
                all.add(new Evidence(place, board, label(id, achievement, call), false, Sha256.of(achievement.values().text(id)))));
        files(place, board, achievement.files().stream().distinct().toList(), material, all);
    }

    private static void files(String place, Text title, List<String> paths, Material material, List<Evidence> all) {
        for (var path : paths) {
            material.file(path).flatMap(facts -> facts.sha256()).ifPresent(digest -> all.add(new Evidence(place, title, path, true, digest)));
        }
    }

    /** The label that a receipt prints: of a field, or of a section of the achievement's kind. */
    private static String label(String id, Achievement achievement, Call call) {
        return call.field(id).map(field -> field.label().zh()).or(() -> call.kind(achievement.values().text("kind"))
                .flatMap(kind -> kind.section(id.substring(id.indexOf('.') + 1))).map(section -> section.label().zh())).orElse(id);
    }

    private static Text titled(Achievement achievement, Text paper) {
        var head = achievement.rank().map(rank -> rank + ". ").orElse("") + achievement.name() + " · ";
        return new Text(head + paper.zh(), head + paper.en());
    }

    private static String place(Achievement achievement, String paper) {
        return achievement.rank().map(String::valueOf).orElse("") + "." + paper;
    }

    boolean of(Achievement achievement, String form) {
        return label.isEmpty() && document.equals(place(achievement, form));
    }

    Text name() {
        return label.isEmpty() ? title : new Text(title.zh() + " · " + label, title.en() + " · " + label);
    }

    boolean within(Claim claim) {
        return document.equals(place(claim.document()));
    }

    boolean named(Claim claim) {
        var printed = flat(claim.label());
        return within(claim) && (file ? printed.startsWith(flat(label) + "（") : printed.equals(flat(label)));
    }

    /** A heading in either language as a place; a heading of another kind is one by itself. */
    private static String place(String heading) {
        var flat = flat(heading);
        if (flat.equals(flat(SUMMARY.zh())) || flat.equals(flat(SUMMARY.en()))) {
            return "summary";
        }
        var rank = flat.replaceFirst("\\..*", "");
        if (flat.endsWith("·" + flat(STATEMENT.zh())) || flat.endsWith("·" + flat(STATEMENT.en()))) {
            return rank + ".statement";
        }
        return flat.endsWith("·" + flat(BOARD.zh())) || flat.endsWith("·" + flat(BOARD.en())) ? rank + "." + FormsIn.BOARD : flat;
    }

    /** Lines of a cell are broken where they are full, with or without a blank. */
    private static String flat(String text) {
        return text.replaceAll("[\\s\u00A0\u3000]", "");
    }
}
