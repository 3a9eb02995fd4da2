package huizhan.achievement;

import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.call.Section;
import huizhan.kernel.Text;
import huizhan.material.Values;
import java.util.Optional;
import java.util.Set;

/** What a field is called, also one that the present kind no longer has or whose file was taken away. */
final class FieldLabels {
    private static final Set<String> SLOTS = Set.of("pictures", "video", "objects", "attachments");
    private final Call call;
    private final Words words;

    FieldLabels(Call call, Words words) {
        this.call = call;
        this.words = words;
    }

    Text of(String field) {
        if (field.startsWith(Values.STATEMENT)) return section(field.substring(Values.STATEMENT.length())).orElse(Text.same(field));
        if (field.startsWith("file.")) return words.say("history.caption");
        if (field.startsWith("object.")) return words.say("history.object", words.say("object." + field.substring(field.lastIndexOf('.') + 1)));
        return call.field(field).map(Field::label).orElse(Text.same(field));
    }

    /** A field, or a slot by its section's title. */
    Text ofPlace(String place) {
        return SLOTS.contains(place) ? words.say("s." + place) : of(place);
    }

    private Optional<Text> section(String code) {
        return call.kinds().stream().flatMap(kind -> kind.section(code).stream()).findFirst().map(Section::label);
    }
}
