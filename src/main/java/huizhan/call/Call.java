package huizhan.call;

import huizhan.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call (征集) as data (C4). Everything that the product knows of a notice is here; nothing of it is in the code.
 *
 * @param id            its folder's name and its name in {@code nomination.json}
 * @param choices       the closed lists by name: kinds, directions, highlights, fields, natures, exhibit-forms, attachments, object-kinds …
 * @param fields        what an achievement is asked for, in the order of the annexes
 * @param head          what the head of the summary table is asked for
 * @param forms         the annexes as grids, by id
 */
public record Call(String id, Text title, Text shortTitle, String reference, Text period, Deadline deadline, Limits limits, Board board,
                   Contact contact, List<Kind> kinds, Map<String, List<Choice>> choices, List<Field> fields, List<Field> head,
                   List<Choice> organizations, List<Passage> passages, Map<String, Form> forms) {

    public Call {
        fields = FieldList.of(fields);
        head = FieldList.of(head);
    }

    public Optional<Kind> kind(String code) {
        return kinds.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** A closed list; a name that the call doesn't have is an empty list. */
    public List<Choice> choices(String list) {
        return choices.getOrDefault(list, List.of());
    }

    public Optional<Choice> choice(String list, String code) {
        return choices(list).stream().filter(each -> each.code().equals(code)).findFirst();
    }

    public Optional<Field> field(String id) {
        return FieldList.of(fields).find(id);
    }

    public Optional<Field> headField(String id) {
        return FieldList.of(head).find(id);
    }

    /** A form that must be there; asking for another is a fault of the caller. */
    public Form form(String id) {
        return Optional.ofNullable(forms.get(id)).orElseThrow(() -> new IllegalArgumentException("the call has no form " + id));
    }
}
