package huizhan.call;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/** Fields in their order, each found by its id at once: a page asks for one some hundred times. */
final class FieldList extends AbstractList<Field> implements RandomAccess {
    private final List<Field> fields;
    private final Map<String, Field> byId = new HashMap<>();

    private FieldList(List<Field> fields) {
        this.fields = List.copyOf(fields);
        fields.forEach(each -> byId.putIfAbsent(each.id(), each));
    }

    static FieldList of(List<Field> fields) {
        return fields instanceof FieldList known ? known : new FieldList(fields);
    }

    Optional<Field> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override public Field get(int index) {
        return fields.get(index);
    }

    @Override public int size() {
        return fields.size();
    }
}
