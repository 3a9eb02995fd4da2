package huizhan.material;

import huizhan.call.Call;
import huizhan.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code nomination.json}. What has a meaning is taken, keys that have none, and numbers out of all range, are named in {@link Material#unread()}. */
public final class NominationReader {
    private static final Set<String> LISTS = Set.of("figures", "attachments", "pictures", "objects");
    private static final JsonMapper JSON = new JsonMapper(Json.factory()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).maxStringLength(2_000_000).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
    /** Centimetres and kilograms outside of these are slips, and the canonical JSON has no spelling for them. */
    private static final double LEAST = 1e-6;
    private static final double MOST = 1e9;

    private final Call call;
    private final Set<String> unread = new LinkedHashSet<>();

    private NominationReader(Call call) {
        this.call = call;
    }

    /** Says in one line why a document can't be read. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason);
        }
    }

    /** The material without its files. A document that is no JSON, has a key twice, or is of another format or call, is {@link Unreadable}. */
    public static Material read(byte[] json, Call call) throws Unreadable {
        try {
            var root = JSON.readTree(json);
            if (!root.path("format").asString("").equals(NominationWriter.FORMAT)) {
                throw new Unreadable("nomination.json: format is not " + NominationWriter.FORMAT);
            }
            if (!root.path("call").asString("").equals(call.id())) {
                throw new Unreadable("nomination.json: call is '" + root.path("call").asString("") + "', not " + call.id());
            }
            return new NominationReader(call).material(root);
        } catch (JacksonException e) {
            var where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw new Unreadable("nomination.json: " + where + e.getOriginalMessage());
        }
    }

    private Material material(JsonNode root) {
        known(root, "", Set.of("format", "call", "part", "id", "revision", "exceptions", "department", "overviewVideo", "achievements"));
        var achievements = new ArrayList<Achievement>();
        for (var each : root.path("achievements")) {
            achievements.add(achievement(each, achievements.size() + 1));
        }
        var exceptions = new ArrayList<GrantedException>();
        for (var each : root.path("exceptions")) {
            exceptions.add(new GrantedException(text(each, "rule"), text(each, "item"), text(each, "reason")));
        }
        var head = new LinkedHashMap<String, List<String>>();
        flat(root.path("department"), "", head);
        head.keySet().stream().filter(id -> call.headField(id).isEmpty()).forEach(id -> unread.add("department." + id));
        var film = root.path("overviewVideo");
        var overview = text(film, "file").isBlank() ? Optional.<OverviewVideo>empty()
                : Optional.of(new OverviewVideo(text(film, "file"), text(film, "disclosure")));
        return new Material(call.id(), root.path("part").asBoolean(false) ? Material.Shape.PART : Material.Shape.WHOLE, id(root),
                whole(root, "revision", "").orElse(1), exceptions, new Values(head), overview, achievements, Map.of(), Set.of(), List.of(),
                List.copyOf(unread));
    }

    private Achievement achievement(JsonNode node, int position) {
        var rank = whole(node, "rank", Achievement.folder(position) + "/");
        var folder = Achievement.folder(rank.orElse(position));
        var values = new LinkedHashMap<String, List<String>>();
        var own = new LinkedHashSet<>(Set.of("id", "revision", "rank", "disclosure", "statementFile", "video"));
        own.addAll(LISTS);
        for (var entry : node.properties()) {
            if (!own.contains(entry.getKey())) {
                flatten(entry.getKey(), entry.getValue(), values);
            }
        }
        values.keySet().stream().filter(id -> call.field(id).isEmpty() && !section(id)).forEach(id -> unread.add(folder + "/" + id));
        return new Achievement(id(node), whole(node, "revision", folder + "/").orElse(1), folder, rank, text(node, "disclosure"), new Values(values),
                text(node, "statementFile"), "", each(node, "figures", x -> new Figure(text(x, "file"), text(x, "caption"))),
                each(node, "attachments", x -> new Attachment(text(x, "kind"), text(x, "file"))),
                each(node, "pictures", x -> new Picture(text(x, "file"), text(x, "originalName"), text(x, "caption"))),
                text(node, "video"), each(node, "objects", x -> object(x, folder)));
    }

    private boolean section(String id) {
        return id.startsWith(Values.STATEMENT) && call.kinds().stream()
                .anyMatch(kind -> kind.section(id.substring(Values.STATEMENT.length())).isPresent());
    }

    private ExhibitObject object(JsonNode node, String folder) {
        return new ExhibitObject(text(node, "name"), text(node, "kind"), measure(node, "lengthCm", folder), measure(node, "widthCm", folder),
                measure(node, "heightCm", folder), text(node, "size"), measure(node, "weightKg", folder), text(node, "note"),
                strings(node.path("photos")));
    }

    /** A size or weight; 0 where there is none or none that can be meant. */
    private double measure(JsonNode node, String key, String folder) {
        var there = node.path(key);
        if (there.isMissingNode() || there.isNull() || there.isString() && there.asString().isBlank()) {
            return 0;
        }
        double number = there.asDouble(Double.NaN);
        if (number >= LEAST && number <= MOST) {
            return number;
        }
        if (number != 0) {
            unread.add(folder + "/objects." + key);
        }
        return 0;
    }

    private Optional<Integer> whole(JsonNode node, String key, String head) {
        var there = node.path(key);
        if (there.isMissingNode() || there.isNull()) {
            return Optional.empty();
        }
        double number = there.isNumber() ? there.asDouble(Double.NaN) : Double.NaN;
        if (number == Math.rint(number) && Math.abs(number) <= MOST) {
            return Optional.of((int) number);
        }
        unread.add(head + key);
        return Optional.empty();
    }

    private static void flat(JsonNode node, String head, Map<String, List<String>> values) {
        for (var entry : node.properties()) {
            flatten(head + entry.getKey(), entry.getValue(), values);
        }
    }

    private static void flatten(String id, JsonNode node, Map<String, List<String>> values) {
        if (node.isObject()) {
            flat(node, id + ".", values);
        } else if (node.isArray()) {
            values.put(id, strings(node));
        } else if (!node.isNull()) {
            values.put(id, List.of(node.asString().replace("\r\n", "\n").replace('\r', '\n')));
        }
    }

    private void known(JsonNode node, String head, Set<String> keys) {
        for (var entry : node.properties()) {
            if (!keys.contains(entry.getKey())) {
                unread.add(head + entry.getKey());
            }
        }
    }

    private static Optional<UUID> id(JsonNode node) {
        try {
            return Optional.of(UUID.fromString(text(node, "id")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(each -> strings.add(each.asString("")));
        return List.copyOf(strings);
    }

    private static <T> List<T> each(JsonNode node, String key, java.util.function.Function<JsonNode, T> make) {
        var list = new ArrayList<T>();
        node.path(key).forEach(x -> list.add(make.apply(x)));
        return List.copyOf(list);
    }
}
