package huizhan.kit;

import huizhan.kernel.Plain;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.keys.KeyFault;
import huizhan.keys.PublicKeys;
import huizhan.material.GrantedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code kit.json} and {@code unit.json} strictly; what can't be read is told in the list of defects, each by the name of its field. */
final class KitJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 2000;
    private static final int MOST_EXCEPTIONS = 500;
    private static final String FILE_NAME = "[a-z0-9][a-z0-9._-]{0,60}(/[a-z0-9][a-z0-9._-]{0,60}){0,2}";
    private final JsonNode root;
    private final String file;
    private final List<Text> defects;

    private KitJson(JsonNode root, String file, List<Text> defects) {
        this.root = root;
        this.file = file;
        this.defects = defects;
    }

    static KitJson of(byte[] bytes, String file, List<Text> defects) {
        try {
            return new KitJson(JSON.readTree(bytes), file, defects);
        } catch (JacksonException e) {
            return new KitJson(JSON.createObjectNode(), file, defects);
        }
    }

    /** Empty where a field is missing or no such value; each is told. */
    Optional<Kit> kit() {
        if (!format(Kit.FORMAT, Set.of("format", "call", "made", "department", "organizer", "deadline", "exceptions", "files"))) return Optional.empty();
        var call = field(root, "call", value -> value.matches("[a-z0-9-]{1,60}"), value -> value);
        var made = moment(root, "made");
        var department = department();
        var organizer = card("organizer");
        var permit = permit();
        var exceptions = exceptions();
        var files = files();
        if (call.isEmpty() || made.isEmpty() || department.isEmpty() || organizer.isEmpty()) return Optional.empty();
        return Optional.of(new Kit(call.get(), department.get(), organizer.get(), made.get(), permit, exceptions, files, Optional.empty()));
    }

    /** @param kit digest of the kit that it belongs to */
    Optional<Kit.ForUnit> unit(Sha256 kit) {
        if (!format(Kit.UNIT_FORMAT, Set.of("format", "kit", "unit", "made", "department"))) return Optional.empty();
        var name = line(root, "unit");
        var made = moment(root, "made");
        var card = card("department");
        if (!root.path("kit").asString("").equals(kit.hex())) {
            defects.add(new Text("unit.json 不属于这个征集包。", "unit.json belongs to another kit."));
        }
        if (name.isEmpty() || made.isEmpty() || card.isEmpty()) return Optional.empty();
        return Optional.of(new Kit.ForUnit(name.get(), card.get(), made.get()));
    }

    private boolean format(String wanted, Set<String> names) {
        var format = root.path("format").asString("");
        if (!format.equals(wanted)) {
            defects.add(format.startsWith(wanted.replaceAll("/.*", "/"))
                ? new Text("%s 的格式是 %s，本程序只认识 %s。请用新版程序打开。".formatted(file, Plain.line(format), wanted),
                    "%s has the format %s; this program knows %s. Open it with a newer version.".formatted(file, Plain.line(format), wanted))
                : new Text("%s 读不出来。".formatted(file), "%s can't be read.".formatted(file)));
            return false;
        }
        root.propertyNames().stream().filter(name -> !names.contains(name)).forEach(this::wrong);
        return true;
    }

    private void wrong(String field) {
        var shown = Plain.line(field.substring(0, Math.min(field.length(), 60)));
        defects.add(new Text("%s 中的 %s 缺失或不对。".formatted(file, shown), "In %s, %s is missing or wrong.".formatted(file, shown)));
    }

    private <T> Optional<T> field(JsonNode node, String name, java.util.function.Predicate<String> good, Function<String, T> value) {
        var typed = node.path(name);
        if (!typed.isString() || typed.stringValue().length() > LONGEST || !good.test(typed.stringValue())) {
            wrong(name);
            return Optional.empty();
        }
        try {
            return Optional.of(value.apply(typed.stringValue()));
        } catch (DateTimeException | IllegalArgumentException e) {
            wrong(name);
            return Optional.empty();
        }
    }

    /** One harmless line with something on it. */
    private Optional<String> line(JsonNode node, String name) {
        return field(node, name, value -> !value.isBlank() && value.equals(Plain.line(value)), value -> value);
    }

    private Optional<Instant> moment(JsonNode node, String name) {
        return field(node, name, value -> value.length() < 40, Instant::parse);
    }

    private Optional<Kit.Department> department() {
        var node = root.path("department");
        var code = field(node, "code", value -> value.matches("[A-Z0-9]{2,6}"), value -> value);
        var zh = line(node.path("name"), "zh");
        var en = line(node.path("name"), "en");
        return code.isEmpty() || zh.isEmpty() || en.isEmpty() ? Optional.empty() : Optional.of(new Kit.Department(code.get(), new Text(zh.get(), en.get())));
    }

    private Optional<PublicKeys> card(String name) {
        try {
            return Optional.of(PublicKeys.read(root.path(name).toString()));
        } catch (KeyFault e) {
            defects.add(new Text("%s 中的 %s：%s".formatted(file, name, e.reason().zh()), "In %s, %s: %s".formatted(file, name, e.reason().en())));
            return Optional.empty();
        }
    }

    private Optional<Kit.Permit> permit() {
        if (!root.has("deadline")) return Optional.empty();
        var until = moment(root.path("deadline"), "until");
        var reason = field(root.path("deadline"), "reason", value -> true, Plain::text);
        return until.isEmpty() || reason.isEmpty() ? Optional.empty() : Optional.of(new Kit.Permit(until.get(), reason.get()));
    }

    private List<GrantedException> exceptions() {
        var list = root.path("exceptions");
        var all = new ArrayList<GrantedException>();
        if (!list.isArray() || list.size() > MOST_EXCEPTIONS) {
            wrong("exceptions");
            return all;
        }
        for (var each : list) {
            var rule = field(each, "rule", value -> value.matches("[A-Za-z0-9.-]{1,40}"), value -> value);
            var item = field(each, "item", value -> value.matches("[0-9a-f/-]{0,101}"), value -> value);
            var reason = field(each, "reason", value -> true, Plain::text);
            if (rule.isPresent() && item.isPresent() && reason.isPresent()) all.add(new GrantedException(rule.get(), item.get(), reason.get()));
        }
        return all;
    }

    private Map<String, Sha256> files() {
        var files = new TreeMap<String, Sha256>();
        var node = root.path("files");
        if (!node.isObject() || node.isEmpty()) wrong("files");
        for (var name : node.propertyNames()) {
            if (name.matches(FILE_NAME)) field(node, name, value -> true, Sha256::new).ifPresent(digest -> files.put(name, digest));
            else wrong(name);
        }
        return files;
    }
}
