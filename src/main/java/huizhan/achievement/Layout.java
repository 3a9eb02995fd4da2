package huizhan.achievement;

import huizhan.call.Call;
import huizhan.call.CellKind;
import huizhan.call.Field;
import huizhan.call.Form;
import huizhan.kernel.Lang;
import huizhan.material.Picture;
import huizhan.material.Values;
import huizhan.rules.Finding;
import huizhan.web.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which field stands in which section of the page: the annexes' own grids first, then what they leave over. */
final class Layout {
    private static final List<String> BASICS = List.of("kind", "directions", "highlights");
    /** Where a return names slots. */
    static final String FILES = "files";
    private static final String BOARD = "board.";
    private static final Pattern SPACE = Pattern.compile("[\\s　]+");
    private final Call call;
    private final List<Form> grids;
    private final List<Form> papers;
    private final List<Field> basics;
    private final List<Field> list;
    private final List<Field> extras;
    private final Set<String> printed;
    private final Map<Kept, GridPlan> plans = new ConcurrentHashMap<>();

    /** Says once what hangs on the call alone; a page asks for it again and again. */
    Layout(Call call) {
        this.call = call;
        this.grids = call.forms().keySet().stream().sorted().map(call::form).filter(Layout::isGrid).toList();
        this.papers = papers(call).toList();
        this.basics = call.fields().stream().filter(field -> BASICS.contains(field.id())).toList();
        var rest = call.fields().stream().filter(field -> !BASICS.contains(field.id()))
            .filter(field -> grids.stream().noneMatch(form -> form.fields().contains(field.id()) && sameName(form, field))).toList();
        this.list = rest.stream().filter(field -> !field.id().startsWith(BOARD)).toList();
        this.extras = rest.stream().filter(field -> field.id().startsWith(BOARD)).toList();
        this.printed = call.forms().values().stream().flatMap(form -> form.fields().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Annexes about one achievement that are filled in cell by cell: not the list of all, not the statement. */
    Stream<Form> grids() {
        return grids.stream();
    }

    private record Kept(String form, Lang lang, int pictures) {}

    /** The same, filled in. */
    Stream<Grid> grids(Controls controls, List<Picture> pictures, Lang lang) {
        return grids().map(form -> plans.computeIfAbsent(new Kept(form.id(), lang, pictures.size()), kept -> GridPlan.of(form, call, pictures.size(), lang))
            .grid(controls, pictures));
    }

    private static boolean isGrid(Form form) {
        return form.rows().stream()
            .noneMatch(row -> row.repeat().equals("achievements") || row.cells().stream().anyMatch(cell -> cell.kind() == CellKind.SECTIONS));
    }

    /** Fields that stand on a form, under its own Chinese word. */
    Set<String> printed() {
        return printed;
    }

    Stream<Form> papers() {
        return papers.stream();
    }

    /** The papers about one achievement: everything but the list of all. */
    static Stream<Form> papers(Call call) {
        return call.forms().keySet().stream().sorted().map(call::form)
            .filter(form -> form.rows().stream().noneMatch(row -> row.repeat().equals("achievements")));
    }

    Stream<Field> basics() {
        return basics.stream();
    }

    /** The columns of the list that aren't a board form's. */
    Stream<Field> list() {
        return list.stream();
    }

    /** What we ask beside the board form. */
    Stream<Field> extras() {
        return extras.stream();
    }

    /** A line of text whose printed name in a grid is another than the list's stands in both. */
    private boolean sameName(Form form, Field field) {
        if (field.type() != Field.Type.LINE) return true;
        var printed = form.label(field.id(), call).map(label -> SPACE.matcher(label.zh()).replaceAll("")).orElse("");
        return field.id().startsWith(BOARD) || printed.startsWith(field.label().zh());
    }

    Map<String, String> titles(Texts texts, Lang lang) {
        var titles = new LinkedHashMap<String, String>();
        titles.put("s-basics", texts.in(lang, "achievement.s.basics"));
        titles.put("s-list", texts.in(lang, "achievement.s.list"));
        titles.put("s-statement", texts.in(lang, "achievement.s.statement"));
        grids().forEach(form -> titles.put("s-" + form.id(), form.title().in(lang)));
        slots().forEach(each -> titles.put("s-" + each, texts.in(lang, "achievement.s." + each)));
        return titles;
    }

    /** What a return may name, by section, the slots in one at the end: fields that the unit fills in, and the slots (B19). */
    Map<String, List<String>> places(Draft draft) {
        var places = new LinkedHashMap<String, List<String>>();
        places.put("s-basics", unitFields(basics()));
        places.put("s-list", unitFields(list()));
        places.put("s-statement", call.kind(draft.text("kind")).stream().flatMap(kind -> kind.sections().stream()).map(each -> Values.STATEMENT + each.code()).toList());
        grids().forEach(form -> places.put("s-" + form.id(), Stream.concat(unitFields(form.fields().stream().flatMap(id -> call.field(id).stream())).stream(),
            unitFields(extras()).stream()).distinct().filter(id -> places.values().stream().noneMatch(each -> each.contains(id))).toList()));
        places.put(FILES, slots().toList());
        return places;
    }

    private static List<String> unitFields(Stream<Field> fields) {
        return fields.filter(field -> field.by() == Field.By.UNIT).map(Field::id).toList();
    }

    /** Where on the page a named place is. */
    String anchor(String place) {
        return slots().anyMatch(place::equals) ? "s-" + place : "f-" + place;
    }

    /** The sections with files that the call has a use for. */
    private Stream<String> slots() {
        return Stream.of("pictures", "video", "objects", "attachments").filter(each -> switch (each) {
            case "video" -> call.choice("exhibit-forms", "video").isPresent();
            case "objects" -> !call.choices("object-kinds").isEmpty();
            case "attachments" -> !call.choices("attachments").isEmpty();
            default -> true;
        });
    }

    /** Where a finding is mended. */
    Checklist.Place place(Finding finding, Draft draft) {
        var slot = finding.place().slot();
        int index = finding.place().index();
        return switch (slot) {
            case "pictures" -> new Checklist.Place("s-pictures", index < 0 ? "s-pictures" : "picture-" + (index + 1));
            case "objects" -> new Checklist.Place("s-objects", index < 0 ? "s-objects" : "object-" + (index + 1));
            case "video", "attachments" -> new Checklist.Place("s-" + slot, "s-" + slot);
            case "statement" -> new Checklist.Place("s-statement", call.kind(draft.text("kind")).stream().flatMap(kind -> kind.sections().stream())
                .findFirst().map(section -> "f-" + Values.STATEMENT + section.code()).orElse("s-statement"));
            case "disclosure" -> new Checklist.Place("s-basics", "s-basics");
            default -> new Checklist.Place(section(slot), "f-" + slot);
        };
    }

    private String section(String field) {
        if (BASICS.contains(field)) return "s-basics";
        if (field.startsWith(Values.STATEMENT)) return "s-statement";
        if (list().anyMatch(each -> each.id().equals(field))) return "s-list";
        return grids().filter(form -> form.fields().contains(field) || field.startsWith(BOARD)).findFirst().map(form -> "s-" + form.id())
            .orElse("s-basics");
    }
}
