package huizhan.documents;

import huizhan.call.Call;
import huizhan.call.Cell;
import huizhan.call.Countries;
import huizhan.call.Field;
import huizhan.call.Kind;
import huizhan.call.Row;
import huizhan.call.Section;
import huizhan.documents.Block.Align;
import huizhan.documents.Block.Para;
import huizhan.documents.Block.Run;
import huizhan.kernel.Lang;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What stands in each cell of a filled form. The official forms are Chinese (B1). */
final class Words {
    static final double SIZE = 10.5;
    static final double PROSE = 12;
    private static final double SMALL = 9;
    private static final int LONG_LABEL = 8;
    private static final double FIGURE_MM = 90;
    private static final String TICKED = "☑";
    private static final String OPEN = "☐";

    private final FormValues values;
    private final Call call;

    Words(FormValues values, Call call) {
        this.values = values;
        this.call = call;
    }

    List<Block> of(Cell cell, Row row) {
        var entry = row.repeated() ? values.entry(row.repeat(), row.index()) : values.top();
        return switch (cell.kind()) {
            case LABEL -> List.of(para(cell, parted(label(cell))));
            case TEXT -> List.of(new Para(List.of(new Run(cell.text(call).zh(), false)), SMALL, align(cell), false, false));
            case NUMBER -> List.of(para(cell, entry.texts().getOrDefault("rank", String.valueOf(row.index() + 1))));
            case BOXES -> List.of(para(cell, boxes(cell, entry)));
            case STAMP -> List.of(para(cell, cell.text(call).zh()), para(cell, cell.date().zh()));
            case SECTIONS -> sections(cell.field());
            case FIGURES -> figures();
            case FIELD -> field(cell, entry);
        };
    }

    private List<Block> field(Cell cell, FormValues.Entry entry) {
        var text = text(cell, entry);
        if (cell.inline()) {
            return List.of(para(cell, label(cell) + text));
        }
        var blocks = new ArrayList<Block>();
        if (cell.label().isPresent()) {
            blocks.add(para(cell, label(cell)));
            if (!cell.text(call).zh().isEmpty()) {
                blocks.add(new Para(List.of(new Run(cell.text(call).zh(), false)), SMALL, align(cell), false, false));
            }
        }
        if (!text.isEmpty() || blocks.isEmpty()) {
            blocks.add(para(cell, text));
        }
        if (values.sheets().contains(cell.field())) {
            blocks.add(para(cell, "另附纸。"));
        }
        return blocks;
    }

    private String text(Cell cell, FormValues.Entry entry) {
        var text = value(cell.field(), entry);
        var more = cell.with().isEmpty() ? "" : value(cell.with(), entry);
        return more.isEmpty() || more.equals(text) ? text : text + "（" + more + "）";
    }

    private String value(String id, FormValues.Entry entry) {
        var text = entry.texts().getOrDefault(id, "");
        if (!text.isEmpty()) {
            return text.strip();
        }
        var codes = entry.codes().getOrDefault(id, List.of());
        return codes.stream().map(code -> shown(id, code)).collect(Collectors.joining("、"));
    }

    private String shown(String id, String code) {
        var field = call.field(id);
        if (field.filter(each -> each.type() == Field.Type.COUNTRIES).isPresent()) {
            return Countries.shown(code, call, Lang.ZH);
        }
        return field.flatMap(each -> call.choice(each.list(), code)).map(choice -> choice.label().zh()).orElse(code);
    }

    /** A box stays with its word: the line breaks at the plain blanks between them only. */
    private String boxes(Cell cell, FormValues.Entry entry) {
        var chosen = entry.codes().getOrDefault(cell.field(), List.of());
        var text = new StringBuilder();
        var boxes = cell.boxes(call);
        for (int i = 0; i < boxes.size(); i++) {
            var choice = boxes.get(i);
            text.append(i == 0 ? "" : cell.perLine() > 0 && i % cell.perLine() == 0 ? "\n" : " ");
            text.append(chosen.contains(choice.code()) ? TICKED : OPEN).append('\u00A0').append(choice.label().zh());
            if (choice.code().equals("other") && !cell.with().isEmpty()) {
                text.append('：').append(value(cell.with(), entry));
            }
        }
        return text.toString();
    }

    /** A long label goes on below with its bracket, rather than breaking inside it. */
    private static String parted(String label) {
        int bracket = label.indexOf('（');
        return bracket > 0 && label.length() > LONG_LABEL ? label.substring(0, bracket) + "\n" + label.substring(bracket) : label;
    }

    private List<Block> sections(String root) {
        var blocks = new ArrayList<Block>();
        prose(values.texts().getOrDefault(root, ""), blocks);
        var chosen = values.codes().getOrDefault("kind", List.of());
        var kind = chosen.isEmpty() ? null : call.kind(chosen.get(0)).orElse(null);
        if (kind != null) {
            kind.sections().forEach(section -> section(root, section, blocks));
        } else if (blocks.isEmpty()) {
            call.kinds().forEach(each -> outline(each, blocks));
        }
        return blocks;
    }

    private void section(String root, Section section, List<Block> blocks) {
        var text = values.texts().getOrDefault(root + "." + section.code(), "");
        if (!text.isBlank()) {
            blocks.add(heading(section.label().zh()));
            prose(text, blocks);
        }
    }

    /** A blank statement shows what each kind has to say. */
    private static void outline(Kind kind, List<Block> blocks) {
        blocks.add(heading(OPEN + "\u00A0" + kind.label().zh()));
        for (var section : kind.sections()) {
            var hint = section.hint().zh().isEmpty() ? "" : "（" + section.hint().zh() + "）";
            blocks.add(new Para(List.of(new Run(section.label().zh() + hint + "：", false)), SIZE, Align.LEFT, true, false));
        }
    }

    private static Block heading(String words) {
        return new Para(List.of(new Run(words, true)), PROSE, Align.LEFT, false, true);
    }

    private static void prose(String text, List<Block> blocks) {
        for (var paragraph : text.split("\\R")) {
            if (!paragraph.isBlank()) {
                blocks.add(new Para(List.of(new Run(paragraph.strip(), false)), PROSE, Align.LEFT, true, false));
            }
        }
    }

    private List<Block> figures() {
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < values.figures().size(); i++) {
            var figure = values.figures().get(i);
            var caption = "图" + (i + 1) + (figure.caption().isBlank() ? "" : "　" + figure.caption().strip());
            Jpeg.of(figure).ifPresentOrElse(jpeg -> blocks.add(new Block.Image(jpeg, FIGURE_MM)),
                    () -> blocks.add(centred("［图片无法读取：" + figure.name() + "］")));
            blocks.add(centred(caption));
        }
        return blocks;
    }

    private static Para centred(String text) {
        return new Para(List.of(new Run(text, false)), SIZE, Align.CENTER, false, false);
    }

    private String label(Cell cell) {
        return cell.label(call).map(label -> label.zh()).orElse("");
    }

    private static Para para(Cell cell, String text) {
        return new Para(List.of(new Run(text, false)), SIZE, align(cell), false, false);
    }

    private static Align align(Cell cell) {
        return Align.valueOf(cell.align().name());
    }
}
