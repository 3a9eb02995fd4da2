package huizhan.achievement;

import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.material.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Which fields an achievement has (C4): those of the call, the sections of its kind's statement, a caption for each picture and figure,
 * and the note of each object. Any other name is refused.
 */
final class Catalogue {
    private static final Map<String, Known.Type> OBJECT = Map.of("name", Known.Type.LINE, "kind", Known.Type.ONE,
        "lengthCm", Known.Type.NUMBER, "widthCm", Known.Type.NUMBER, "heightCm", Known.Type.NUMBER, "size", Known.Type.LINE,
        "weightKg", Known.Type.NUMBER, "note", Known.Type.LINES);

    /** The parts of an object's note in the order in which they are asked. */
    static final List<String> OBJECT_PARTS = List.of("name", "kind", "lengthCm", "widthCm", "heightCm", "size", "weightKg", "note");

    private Catalogue() {}

    /**
     * A field that there is.
     *
     * @param list the call's choice list that its values come from, empty for free text
     */
    record Known(String id, Type type, String list, Field.By by) {
        enum Type { LINE, LINES, ONE, MANY, COUNTRIES, MONTH, NUMBER }
    }

    /** One of {@link #OBJECT_PARTS}. */
    static Known part(String part) {
        return new Known(part, java.util.Objects.requireNonNull(OBJECT.get(part), part), part.equals("kind") ? "object-kinds" : "", Field.By.UNIT);
    }

    static String object(UUID id, String part) {
        return "object." + id + "." + part;
    }

    static Optional<Known> find(String id, Draft draft, Call call) {
        return find(id, () -> draft, call);
    }

    /** @param draft asked only for what hangs on the achievement: sections, captions, notes */
    static Optional<Known> find(String id, Supplier<Draft> draft, Call call) {
        if (id.startsWith(Values.STATEMENT)) return section(id, draft.get(), call);
        if (id.startsWith("file.")) return caption(id, draft.get());
        if (id.startsWith("object.")) return note(id, draft.get());
        return call.field(id).map(field -> new Known(id, type(field), field.list(), field.by()));
    }

    private static Known.Type type(Field field) {
        return switch (field.type()) {
            case LINES -> Known.Type.LINES;
            case ONE -> Known.Type.ONE;
            case MANY -> Known.Type.MANY;
            case COUNTRIES -> Known.Type.COUNTRIES;
            case MONTH -> Known.Type.MONTH;
            case LINE, TELEPHONE, EMAIL -> Known.Type.LINE;
        };
    }

    private static Optional<Known> section(String id, Draft draft, Call call) {
        return call.kind(draft.text("kind")).flatMap(kind -> kind.section(id.substring(Values.STATEMENT.length())))
            .map(section -> new Known(id, Known.Type.LINES, "", Field.By.UNIT));
    }

    private static Optional<Known> caption(String id, Draft draft) {
        return draft.files().stream().filter(each -> each.captionField().equals(id))
            .filter(each -> each.slot() == Slot.PICTURE || each.slot() == Slot.FIGURE).findFirst()
            .map(each -> new Known(id, Known.Type.LINE, "", Field.By.UNIT));
    }

    private static Optional<Known> note(String id, Draft draft) {
        return draft.objects().stream().flatMap(object -> OBJECT_PARTS.stream().filter(part -> object(object, part).equals(id))).findFirst()
            .map(part -> new Known(id, part(part).type(), part(part).list(), Field.By.UNIT));
    }
}
