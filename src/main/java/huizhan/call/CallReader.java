package huizhan.call;

import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.time.LocalDate;
import java.time.ZoneId;

/** Reads {@code call.yaml} strictly. */
final class CallReader {
    private static final String REMEDY = "Name another field of this list after 'or:'.";

    private CallReader() {}

    static Call read(Yaml yaml, Yaml texts, Map<String, Form> forms) {
        var kinds = yaml.maps("kinds").stream().map(CallReader::kind).toList();
        var choices = new LinkedHashMap<String, List<Choice>>();
        choices.put("kinds", kinds.stream().map(each -> new Choice(each.code(), each.label(), each.hint())).toList());
        var lists = yaml.map("choices");
        lists.keys().forEach(name -> choices.put(name, lists.maps(name).stream().map(CallReader::choice).toList()));
        lists.done();
        var fields = fields(yaml, "fields", choices);
        var call = new Call(yaml.text("id"), yaml.both("title"), yaml.both("short"), yaml.text("reference", ""), yaml.both("period"),
                deadline(yaml.map("deadline")), Limits.read(yaml.map("limits")), Board.read(yaml.map("board")),
                contact(yaml.map("contact")), kinds, choices, fields, fields(yaml, "head", choices),
                yaml.maps("organizations").stream().map(CallReader::choice).toList(), passages(texts), forms);
        partnersExist(yaml, fields);
        yaml.done();
        return call;
    }

    private static Deadline deadline(Yaml yaml) {
        var deadline = new Deadline(yaml.parsed("day", "a date such as 2015-07-20", LocalDate::parse),
                yaml.parsed("zone", "a time zone such as Asia/Shanghai", ZoneId::of),
                yaml.parsed("counts", "'dispatch' or 'arrival'", value -> switch (value) {
                    case "dispatch" -> true;
                    case "arrival" -> false;
                    default -> throw new IllegalArgumentException();
                }));
        yaml.done();
        return deadline;
    }

    private static Contact contact(Yaml yaml) {
        var contact = new Contact(yaml.text("name"), yaml.text("telephone"), yaml.both("office"), yaml.both("address"), yaml.text("postcode"));
        yaml.done();
        return contact;
    }

    private static Kind kind(Yaml yaml) {
        var sections = yaml.maps("sections").stream().map(each -> {
            var section = new Section(each.text("code"), each.both("label"), each.flag("duty"), each.both("hint", Text.same("")));
            each.done();
            return section;
        }).toList();
        var kind = new Kind(yaml.text("code"), yaml.both("label"), yaml.both("hint", Text.same("")), sections);
        yaml.done();
        return kind;
    }

    private static Choice choice(Yaml yaml) {
        var choice = new Choice(yaml.text("code"), yaml.both("label"), yaml.both("hint", Text.same("")));
        yaml.done();
        return choice;
    }

    private static List<Field> fields(Yaml yaml, String key, Map<String, List<Choice>> choices) {
        var seen = new HashSet<String>();
        var fields = new ArrayList<Field>();
        for (var each : yaml.maps(key)) {
            var field = field(each, choices);
            if (!seen.add(field.id())) {
                throw each.fault("id", "the field '" + field.id() + "' stands here twice", "Remove one of the two.");
            }
            fields.add(field);
        }
        return List.copyOf(fields);
    }

    private static Field field(Yaml yaml, Map<String, List<Choice>> choices) {
        var type = word(yaml, "type", Field.Type.LINE);
        var list = yaml.text("list", "");
        boolean choosing = type == Field.Type.ONE || type == Field.Type.MANY;
        if (choosing && !choices.containsKey(list)) {
            throw yaml.fault("list", "the choice list '" + list + "' does not exist", "Known lists: " + String.join(", ", choices.keySet()) + ".");
        }
        var field = new Field(yaml.text("id"), yaml.both("label"), yaml.both("hint", Text.same("")), type, list,
                word(yaml, "need", Field.Need.ERROR), yaml.text("rule"), maybe(yaml, "or"), maybe(yaml, "sheet"),
                limit(yaml), word(yaml, "by", Field.By.UNIT));
        yaml.done();
        return field;
    }

    private static Optional<Integer> limit(Yaml yaml) {
        var limit = (int) yaml.number("limit", 1, 100_000, 0);
        return limit == 0 ? Optional.empty() : Optional.of(limit);
    }

    private static Optional<String> maybe(Yaml yaml, String key) {
        var value = yaml.text(key, "");
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static <E extends Enum<E>> E word(Yaml yaml, String key, E otherwise) {
        if (!yaml.has(key)) {
            yaml.text(key, "");
            return otherwise;
        }
        var constants = otherwise.getDeclaringClass().getEnumConstants();
        var known = String.join(", ", List.of(constants).stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList());
        return yaml.parsed(key, "one of " + known, value -> Enum.valueOf(otherwise.getDeclaringClass(), value.toUpperCase(Locale.ROOT)));
    }

    private static List<Passage> passages(Yaml texts) {
        var passages = texts.maps("passages").stream().map(each -> {
            var passage = new Passage(each.text("id"), each.both("heading"), each.boths("paragraphs"), each.flag("list"));
            each.done();
            return passage;
        }).toList();
        texts.done();
        return passages;
    }

    private static void partnersExist(Yaml yaml, List<Field> fields) {
        for (var field : fields) {
            field.partner().ifPresent(partner -> {
                if (fields.stream().noneMatch(each -> each.id().equals(partner))) {
                    throw yaml.fault("fields", "'" + field.id() + "' names '" + partner + "', which is no field", REMEDY);
                }
            });
        }
    }
}
