package huizhan.office;

import huizhan.call.Call;
import huizhan.call.CellKind;
import huizhan.call.Form;
import huizhan.call.Kind;
import huizhan.office.OfficeText.Paragraph;
import huizhan.office.OfficeText.Table;
import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes a statement back in (A5): its sections where the headings of a kind stand there, else running text. Words in tables count,
 * our own headings, the title and the head of our own form don't.
 */
final class StatementReader {
    private static final String NUMBERING = "^[\\s\\u3000]*(?:[（(]?[一二三四五六七八九十0-9]{1,2}[）)]?[、.．)）]|[（(][一二三四五六七八九十0-9]{1,2}[）)])?[\\s\\u3000]*";

    /**
     * @param head     what the head of our form says, by field id
     * @param kind     whose headings parted the text
     * @param sections by section code, empty where no heading was recognized
     * @param prose    all text but headings
     */
    record Statement(Map<String, Said> head, Optional<Kind> kind, Map<String, Said> sections, String prose) {}

    private record Line(String text, Text where) {}

    private final Call call;
    private final Form form;
    private final Set<String> fixed;

    StatementReader(Call call) {
        this.call = call;
        this.form = call.form("statement");
        this.fixed = Stream.concat(Stream.of(form.title().zh(), form.annex().zh(), "文字说明", "成果文字说明材料", "文字说明材料"),
                form.rows().stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.kind() == CellKind.TEXT).map(cell -> cell.text(call).zh()))
                .map(Fold::of).collect(Collectors.toSet());
    }

    /**
     * @param kind     the achievement's kind where it is known; else the kind that most headings fit
     * @param name     the achievement's name, which many type above their text
     * @param captions of figures that stand in the statement; they are values of their own
     */
    Statement read(OfficeText text, Optional<Kind> kind, String name, Set<String> captions) {
        var head = AnnexReader.read(text, form, call, false).texts();
        var lines = lines(text, head);
        if (!head.isEmpty()) {
            withoutFigures(lines);
        }
        var told = kind.or(() -> kind(head, lines));
        var folded = captions.stream().map(Fold::of).collect(Collectors.toSet());
        lines.removeIf(line -> caption(Fold.of(line.text()), folded) || !name.isBlank() && Fold.of(line.text()).equals(Fold.of(name)));
        var sections = told.map(each -> sections(lines, each)).orElse(Map.of());
        return new Statement(head, told, sections, prose(lines, told));
    }

    private Optional<Kind> kind(Map<String, Said> head, List<Line> lines) {
        var named = head.containsKey("kind") ? Understood.of(Map.of("kind", head.get("kind")), form, call).values().text("kind") : "";
        return call.kind(named).or(() -> {
            Kind best = null;
            long most = 1;
            for (var each : call.kinds()) {
                long headings = lines.stream().filter(line -> heading(line.text(), each).isPresent()).count();
                if (headings > most) {
                    best = each;
                    most = headings;
                }
            }
            return Optional.ofNullable(best);
        });
    }

    /** The document's lines in order, without what our form prints there itself. */
    private List<Line> lines(OfficeText text, Map<String, Said> head) {
        var own = form.rows().stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.kind() == CellKind.LABEL)
                .flatMap(cell -> cell.label(call).stream()).map(label -> Fold.of(label.zh())).collect(Collectors.toSet());
        var lines = new ArrayList<Line>();
        for (var block : text.blocks()) {
            if (block instanceof Paragraph paragraph) {
                paragraph.text().lines().forEach(line -> lines.add(new Line(line, paragraph.where())));
            } else if (block instanceof Table table) {
                table.rows().stream().filter(row -> row.isEmpty() || !own.contains(Fold.of(row.get(0).text())))
                        .forEach(row -> row.forEach(cell -> cell.text().lines().forEach(line -> lines.add(new Line(line, cell.where())))));
            }
        }
        var name = head.containsKey("name") ? Fold.of(head.get("name").text()) : "";
        lines.removeIf(line -> line.text().isBlank() || fixed.contains(Fold.of(line.text())) || !name.isEmpty() && Fold.of(line.text()).equals(name));
        return lines;
    }

    /** Our own form prints the figures with their captions behind the text. */
    private static void withoutFigures(List<Line> lines) {
        while (!lines.isEmpty() && lines.get(lines.size() - 1).text().matches("图[0-9]{1,2}(\\u3000.*)?|［图片无法读取：.*")) {
            lines.remove(lines.size() - 1);
        }
    }

    private static boolean caption(String folded, Set<String> captions) {
        return captions.contains(folded) || folded.startsWith("图片无法读取")
                || folded.startsWith("图") && captions.contains(folded.replaceFirst("^图[0-9]*", ""));
    }

    /** A heading alone on its line, or with its text behind a colon: the section's code and that text. */
    static Optional<String[]> heading(String line, Kind kind) {
        var bare = line.replaceFirst(NUMBERING, "");
        for (var section : kind.sections()) {
            int end = Fold.after(bare, Fold.of(section.label().zh()));
            int text = end < 0 ? -1 : Fold.afterColon(bare, end);
            if (text >= 0) {
                return Optional.of(new String[] {section.code(), bare.substring(text).strip()});
            }
        }
        return Optional.empty();
    }

    private static Map<String, Said> sections(List<Line> lines, Kind kind) {
        var sections = new LinkedHashMap<String, List<String>>();
        var heads = new LinkedHashMap<String, Line>();
        var before = new ArrayList<String>();
        List<String> open = before;
        for (var line : lines) {
            var heading = heading(line.text(), kind).filter(found -> !sections.containsKey(found[0]));
            if (heading.isPresent()) {
                heads.put(heading.get()[0], line);
                open = sections.computeIfAbsent(heading.get()[0], code -> new ArrayList<>());
                if (!heading.get()[1].isEmpty()) {
                    open.add(heading.get()[1]);
                }
            } else {
                open.add(line.text());
            }
        }
        if (sections.isEmpty()) {
            return Map.of();
        }
        sections.values().iterator().next().addAll(0, before);
        var texts = new LinkedHashMap<String, Said>();
        sections.forEach((code, text) -> texts.put(code, new Said(Fold.bare(heads.get(code).text()), String.join("\n", text).strip(), heads.get(code).where())));
        return texts;
    }

    private static String prose(List<Line> lines, Optional<Kind> kind) {
        var kept = new ArrayList<String>();
        for (var line : lines) {
            kept.add(kind.flatMap(each -> heading(line.text(), each)).map(found -> found[1]).orElse(line.text()));
        }
        kept.removeIf(String::isBlank);
        return String.join("\n", kept);
    }
}
