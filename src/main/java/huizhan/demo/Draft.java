package huizhan.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A folder of material before it is written: {@code nomination.json} as a tree, and files by their path in the folder. */
final class Draft {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Map<String, Object> tree = new LinkedHashMap<>();
    final Map<String, Path> files = new LinkedHashMap<>();
    final Map<String, byte[]> texts = new LinkedHashMap<>();
    boolean json = true;

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> achievements() {
        return (List<Map<String, Object>>) tree.computeIfAbsent("achievements", key -> new ArrayList<Map<String, Object>>());
    }

    Map<String, Object> first() {
        return achievements().get(0);
    }

    /** Sets a value of the first achievement by its path, {@code board.contact.name}. */
    @SuppressWarnings("unchecked")
    Draft set(String path, Object value) {
        var names = path.split("\\.");
        var at = first();
        for (int i = 0; i < names.length - 1; i++) {
            at = (Map<String, Object>) at.computeIfAbsent(names[i], key -> new LinkedHashMap<String, Object>());
        }
        at.put(names[names.length - 1], value);
        return this;
    }

    Draft top(String key, Object value) {
        tree.put(key, value);
        return this;
    }

    Draft file(String path, Path master) {
        files.put(path, master);
        return this;
    }

    Draft text(String path, byte[] bytes) {
        texts.put(path, bytes);
        return this;
    }

    Draft without(String path) {
        files.remove(path);
        return this;
    }

    /** The pictures of the first achievement, each with its caption. */
    Draft pictures(Map<String, Path> masters) {
        var pictures = new ArrayList<Map<String, Object>>();
        files.keySet().removeIf(path -> path.startsWith("01/pictures/"));
        masters.forEach((name, master) -> {
            pictures.add(map("file", "01/pictures/" + name, "originalName", name, "caption", "试验现场第 " + (pictures.size() + 1) + " 处"));
            file("01/pictures/" + name, master);
        });
        return set("pictures", pictures);
    }

    /** Writes the folder; a master is linked where the disk allows it, else copied. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var entry : files.entrySet()) {
            place(entry.getValue(), folder.resolve(entry.getKey()));
        }
        for (var entry : texts.entrySet()) {
            var target = folder.resolve(entry.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, entry.getValue());
        }
        if (json) {
            Files.write(folder.resolve("nomination.json"), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree));
        }
    }

    private static void place(Path master, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, master);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(master, target);
        }
    }

    static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
