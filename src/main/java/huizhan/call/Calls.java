package huizhan.call;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where calls are found: a folder that holds {@code call.yaml}, or one of those that come with the program. */
public final class Calls {
    /** The call that is meant where none is named. */
    public static final String FIRST = "2015-cooperation";

    private Calls() {}

    /** The call that a setting names: the id of one that comes with the program, or a folder. */
    public static Call named(String setting) {
        return isFolder(setting) ? in(Path.of(setting).toAbsolutePath()) : bundled(setting);
    }

    private static boolean isFolder(String setting) {
        return setting.matches(".*[/\\\\].*") && Files.isDirectory(Path.of(setting));
    }

    /** A call from a folder of its own. A missing or faulty file is a {@link CallFault}. */
    public static Call in(Path folder) {
        return read(folder.getFileName().toString(), folder(folder));
    }

    private static Source folder(Path folder) {
        return name -> Files.newBufferedReader(folder.resolve(name));
    }

    /** A call from files that are kept elsewhere, by their names in the call's folder. */
    public static Call of(String id, Map<String, byte[]> files) {
        return read(id, name -> {
            var file = files.get(name);
            if (file == null) {
                throw new NoSuchFileException(name);
            }
            return new StringReader(new String(file, StandardCharsets.UTF_8));
        });
    }

    /** The files that a call is made of: those that reading it opens, by their names in its folder. */
    public static Map<String, byte[]> files(String setting) {
        var files = new TreeMap<String, byte[]>();
        var folder = Path.of(setting).toAbsolutePath();
        var source = isFolder(setting) ? folder(folder) : bundle(setting);
        read(isFolder(setting) ? folder.getFileName().toString() : setting, name -> {
            try (var reader = source.open(name)) {
                var text = new StringWriter();
                reader.transferTo(text);
                files.put(name, text.toString().getBytes(StandardCharsets.UTF_8));
                return new StringReader(text.toString());
            }
        });
        return files;
    }

    /** A call that comes with the program, by id. */
    public static Call bundled(String id) {
        if (!id.matches("[a-z0-9-]{1,60}")) {
            throw new CallFault("calls", 1, "'" + id + "' is no call's id", "An id has small letters, digits and '-'.");
        }
        return read(id, bundle(id));
    }

    private static Source bundle(String id) {
        return name -> {
            var stream = Calls.class.getResourceAsStream("/calls/" + id + "/" + name);
            if (stream == null) {
                throw new NoSuchFileException(name);
            }
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        };
    }

    private static Call read(String id, Source source) {
        var yaml = open(id, "call.yaml", source);
        var forms = new LinkedHashMap<String, Form>();
        for (var form : yaml.texts("forms")) {
            forms.put(form, FormReader.read(open(id, "forms/" + form + ".yaml", source)));
        }
        var call = CallReader.read(yaml, open(id, "texts/call.yaml", source), Map.copyOf(forms));
        if (!call.id().equals(id)) {
            throw yaml.fault("id", "the id '" + call.id() + "' is not the folder's name '" + id + "'", "Let both be the same.");
        }
        forms.values().forEach(form -> FormReader.verify(form, call));
        return call;
    }

    private static Yaml open(String id, String name, Source source) {
        var shown = id + "/" + name;
        try (var reader = source.open(name)) {
            return Yaml.read(shown, reader);
        } catch (NoSuchFileException e) {
            throw new CallFault(shown, 1, "the file is missing", "Put it there, or name another call.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Source {
        Reader open(String name) throws IOException;
    }
}
