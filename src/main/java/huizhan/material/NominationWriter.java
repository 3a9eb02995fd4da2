package huizhan.material;

import huizhan.call.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A material as the tree of {@code nomination.json}, format {@code huizhan-nomination/1}. */
public final class NominationWriter {
    public static final String FORMAT = "huizhan-nomination/1";

    private NominationWriter() {}

    /** The whole document, keys in the order in which a person would read them. */
    public static Map<String, Object> tree(Material material, Call call) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("format", FORMAT);
        tree.put("call", material.call());
        tree.put("part", material.part());
        material.id().ifPresent(id -> tree.put("id", id.toString()));
        tree.put("revision", material.revision());
        tree.put("exceptions", material.exceptions().stream().map(NominationWriter::exception).toList());
        tree.put("department", nested(material.department(), call, true));
        material.overview().ifPresent(film -> tree.put("overviewVideo", ordered("file", film.file(), "disclosure", film.disclosure())));
        tree.put("achievements", material.achievements().stream().map(each -> achievement(each, call)).toList());
        return tree;
    }

    public static Map<String, Object> achievement(Achievement achievement, Call call) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", achievement.id().map(UUID::toString).orElse(""));
        if (achievement.stub()) {
            achievement.rank().ifPresent(rank -> tree.put("rank", rank));
            tree.put("disclosure", achievement.disclosure());
            return tree;
        }
        tree.put("revision", achievement.revision());
        achievement.rank().ifPresent(rank -> tree.put("rank", rank));
        tree.put("disclosure", achievement.disclosure());
        tree.putAll(nested(achievement.values(), call, false));
        tree.put("statementFile", achievement.statementFile());
        tree.put("figures", achievement.figures().stream().map(each -> ordered("file", each.file(), "caption", each.caption())).toList());
        tree.put("attachments", achievement.attachments().stream().map(each -> ordered("kind", each.kind(), "file", each.file())).toList());
        tree.put("pictures", achievement.pictures().stream()
                .map(each -> ordered("file", each.file(), "originalName", each.originalName(), "caption", each.caption())).toList());
        tree.put("video", achievement.video());
        tree.put("objects", achievement.objects().stream().map(NominationWriter::object).toList());
        if (tree.get("id").equals("")) {
            tree.remove("id");
        }
        return tree;
    }

    private static Map<String, Object> object(ExhibitObject object) {
        return ordered("name", object.name(), "kind", object.kind(), "lengthCm", object.lengthCm(), "widthCm", object.widthCm(),
                "heightCm", object.heightCm(), "size", object.size(), "weightKg", object.weightKg(), "note", object.note(),
                "photos", object.photos());
    }

    private static Map<String, Object> exception(GrantedException granted) {
        return ordered("rule", granted.rule(), "item", granted.item(), "reason", granted.reason());
    }

    /** Field ids are paths; the call tells which fields hold a list. */
    private static Map<String, Object> nested(Values values, Call call, boolean head) {
        var root = new LinkedHashMap<String, Object>();
        var order = new ArrayList<String>();
        (head ? call.head() : call.fields()).forEach(field -> order.add(field.id()));
        values.all().keySet().stream().filter(id -> !order.contains(id)).forEach(order::add);
        for (var id : order) {
            if (values.all().containsKey(id)) {
                boolean several = !head && call.field(id).map(field -> field.several()).orElse(false);
                put(root, List.of(id.split("\\.")), several ? values.codes(id) : values.text(id));
            }
        }
        return root;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> at, List<String> path, Object value) {
        if (path.size() == 1) {
            at.put(path.get(0), value);
        } else {
            put((Map<String, Object>) at.computeIfAbsent(path.get(0), key -> new LinkedHashMap<String, Object>()), path.subList(1, path.size()), value);
        }
    }

    static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
