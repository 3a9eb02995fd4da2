package huizhan.call;

import huizhan.kernel.Text;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a YAML file, read strictly: each key is asked for by name, and {@link #done()} refuses every key that nobody
 * asked for. All refusals are {@link CallFault}s that carry the line.
 */
public final class Yaml {
    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Yaml(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw fault(node, "a mapping of keys is expected here", "Write 'key: value' lines.");
        }
        for (var entry : mapping.getValue()) {
            var key = scalar(entry.getKeyNode());
            if (values.put(key, entry.getValueNode()) != null) {
                throw fault(entry.getKeyNode(), "the key '" + key + "' stands here twice", "Remove one of the two.");
            }
        }
    }

    /** The file's top mapping. */
    public static Yaml read(String file, Reader text) {
        try {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            var root = new org.yaml.snakeyaml.Yaml(options).compose(text);
            if (root == null) {
                throw new CallFault(file, 1, "the file is empty", "Fill it in, or take it away.");
            }
            return new Yaml(file, root);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new CallFault(file, mark == null ? 1 : mark.getLine() + 1, String.valueOf(e.getProblem()), "Mend the YAML there.");
        }
    }

    public String file() {
        return file;
    }

    public boolean has(String key) {
        return optional(key).isPresent();
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public String text(String key) {
        return scalar(need(key));
    }

    public String text(String key, String otherwise) {
        return optional(key).map(this::scalar).orElse(otherwise);
    }

    /** A whole number; outside the bounds it is a fault. */
    public long number(String key, long least, long most) {
        var at = need(key);
        try {
            var value = Long.parseLong(scalar(at).replace("_", ""));
            if (value < least || value > most) {
                throw fault(at, "'" + key + "' is " + value + ", which makes no sense", "Give a number from " + least + " to " + most + ".");
            }
            return value;
        } catch (NumberFormatException e) {
            throw fault(at, "'" + key + "' is not a whole number", "Give a number from " + least + " to " + most + ".");
        }
    }

    public long number(String key, long least, long most, long otherwise) {
        return optional(key).isPresent() ? number(key, least, most) : otherwise;
    }

    public boolean flag(String key) {
        return optional(key).isPresent() && parsed(key, "true or false", value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** A value in a notation of its own; whatever the parser throws becomes a fault that names what was expected. */
    public <T> T parsed(String key, String expected, Function<String, T> parser) {
        var at = need(key);
        try {
            return parser.apply(scalar(at));
        } catch (RuntimeException e) {
            throw fault(at, "'" + key + ": " + scalar(at) + "' can't be read", "Give " + expected + ".");
        }
    }

    /** A text in both languages, {@code {zh: …, en: …}}; one plain scalar stands for both. */
    public Text both(String key) {
        return both(need(key));
    }

    public Text both(String key, Text otherwise) {
        return optional(key).map(this::both).orElse(otherwise);
    }

    public Yaml map(String key) {
        return new Yaml(file, need(key));
    }

    public List<Yaml> maps(String key) {
        return nodes(key).stream().map(each -> new Yaml(file, each)).toList();
    }

    public List<String> texts(String key) {
        return nodes(key).stream().map(this::scalar).toList();
    }

    public List<Text> boths(String key) {
        return nodes(key).stream().map(this::both).toList();
    }

    /** Lists of lists, as the rows of a grid are. */
    public List<List<Yaml>> rows(String key) {
        var rows = new ArrayList<List<Yaml>>();
        for (var row : nodes(key)) {
            if (!(row instanceof SequenceNode cells)) {
                throw fault(row, "a row is a list of cells", "Write '- [ … ]' or a list below '-'.");
            }
            rows.add(cells.getValue().stream().map(each -> new Yaml(file, each)).toList());
        }
        return rows;
    }

    /** Refuses the keys that nobody asked for. */
    public void done() {
        for (var key : values.keySet()) {
            if (!asked.contains(key)) {
                throw fault(values.get(key), "the key '" + key + "' is unknown", "Known here: " + String.join(", ", asked) + ".");
            }
        }
    }

    public CallFault fault(String wrong, String remedy) {
        return fault(node, wrong, remedy);
    }

    public CallFault fault(String key, String wrong, String remedy) {
        return fault(values.getOrDefault(key, node), wrong, remedy);
    }

    private List<Node> nodes(String key) {
        var at = optional(key);
        if (at.isEmpty()) {
            return List.of();
        }
        if (at.get() instanceof SequenceNode list) {
            return list.getValue();
        }
        throw fault(at.get(), "'" + key + "' is a list", "Write one '- …' for each.");
    }

    private Text both(Node at) {
        if (at instanceof ScalarNode) {
            return Text.same(scalar(at));
        }
        var pair = new Yaml(file, at);
        var text = new Text(pair.text("zh").strip(), pair.text("en").strip());
        pair.done();
        return text;
    }

    private Node need(String key) {
        return optional(key).orElseThrow(() -> fault(node, "the key '" + key + "' is missing", "Add it here."));
    }

    private Optional<Node> optional(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private String scalar(Node at) {
        if (at instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw fault(at, "one value is expected here", "Write it on one line, or as a '|' block.");
    }

    private CallFault fault(Node at, String wrong, String remedy) {
        return new CallFault(file, at.getStartMark().getLine() + 1, wrong, remedy);
    }
}
