package huizhan.office;

import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.List;

/** The words of a Word file that stand beside its body: heads and feet of pages, notes, comments. */
final class WordBeside {
    private WordBeside() {}

    static List<Extra> of(OfficePackage office, String main) throws OfficeFault {
        var extras = new ArrayList<Extra>();
        part(office, main, "header", new Text("页眉", "page head"), Extra.Kind.MARGIN, extras);
        part(office, main, "footer", new Text("页脚", "page foot"), Extra.Kind.MARGIN, extras);
        part(office, main, "footnotes", new Text("脚注", "footnotes"), Extra.Kind.FOOTNOTE, extras);
        part(office, main, "endnotes", new Text("尾注", "endnotes"), Extra.Kind.FOOTNOTE, extras);
        part(office, main, "comments", new Text("批注", "comments"), Extra.Kind.COMMENT, extras);
        return extras;
    }

    private static void part(OfficePackage office, String main, String type, Text name, Extra.Kind kind, List<Extra> extras) throws OfficeFault {
        for (var each : office.partsOf(main, type)) {
            lines(WordText.lines(office, each), kind, name, extras);
        }
    }

    /** All but page numbers; the foot that our own papers carry is none of the writer's words. */
    static void lines(List<String> lines, Extra.Kind kind, Text name, List<Extra> extras) {
        if (kind == Extra.Kind.MARGIN && lines.stream().anyMatch(line -> line.contains("SHA-256"))) {
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!Fold.of(lines.get(i)).replaceAll("[0-9第页共of]|page", "").isEmpty()) {
                extras.add(new Extra(kind, Spot.part(name, i + 1), lines.get(i).strip()));
            }
        }
    }
}
